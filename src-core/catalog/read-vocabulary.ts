import { z } from 'zod';
import { joinPointer, rangeOf } from '../document/pointer.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { createLineIndex } from '../text/line-index.ts';
import { configFinding, readConfigJson } from './config-json.ts';
import { localizedSchema } from './config-values.ts';
import type { Vocabulary, VocabularyTerm } from './workspace-config.ts';

const termSchema = z.union([
  z
    .object({ id: z.string().min(1), label: localizedSchema.optional() })
    .transform(({ id, label }): VocabularyTerm => ({ id, label: label ?? { ja: id, en: id } })),
  z
    .string()
    .min(1)
    .transform((id): VocabularyTerm => ({ id, label: { ja: id, en: id } })),
]);

/** Reads `vocabulary.json`: lists of terms by name; a term that cannot be read is left out with a finding. */
export function readVocabulary(text: string): {
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = readConfigJson(text);
  const diagnostics = [...file.diagnostics];
  if (file.root?.type !== 'object') {
    if (diagnostics.length === 0) {
      diagnostics.push(configFinding(file, '', { key: 'configShape', severity: 'error' }));
    }
    return { vocabulary: {}, diagnostics };
  }
  const lines = createLineIndex(text);
  const vocabulary: Record<string, VocabularyTerm[]> = {};
  for (const [name, list] of Object.entries(file.data as Readonly<Record<string, unknown>>)) {
    if (name === '$schema') continue;
    const pointer = joinPointer('', name);
    const terms: VocabularyTerm[] = [];
    for (const [index, item] of (Array.isArray(list) ? list : [undefined]).entries()) {
      const term = termSchema.safeParse(item);
      if (term.success) {
        terms.push(term.data);
        continue;
      }
      const at = Array.isArray(list) ? joinPointer(pointer, index) : pointer;
      const line = lines.positionAt(rangeOf(file, at)?.from ?? 0).line + 1;
      diagnostics.push(
        configFinding(file, at, {
          key: 'termValue',
          advice: 'termValueAdvice',
          values: { name, line },
        }),
      );
    }
    vocabulary[name] = terms;
  }
  return { vocabulary, diagnostics };
}
