import { z } from 'zod';
import { joinPointer } from '../document/pointer.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { configFinding, readConfigJson } from './config-json.ts';
import { localizedSchema, relativePathSchema } from './config-values.ts';
import type { GuideType } from './workspace-config.ts';

const sectionSchema = z.object({
  id: z.string().min(1),
  heading: z.string().min(1),
  required: z.boolean().default(false),
  numbering: z.enum(['keycap', 'none']).optional(),
  subheadings: z.enum(['numbered', 'emoji', 'plain']).optional(),
  tables: z
    .object({
      min: z.int().min(0).max(100).default(0),
      columns: z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]).optional(),
      headers: z.array(z.string().min(1)).min(1).max(100).optional(),
    })
    .optional(),
  body: z.string().default(''),
});

const typeSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i),
  label: localizedSchema,
  description: localizedSchema.default({ ja: '', en: '' }),
  nameLabel: localizedSchema.default({ ja: '名前', en: 'Name' }),
  folder: relativePathSchema.default(''),
  h1: z.string().min(1),
  frontMatter: z.record(z.string(), z.unknown()).default({}),
  sections: z.array(sectionSchema).default([]),
});

/** Reads a guide type; `id` stands in where the file names none. `undefined` with findings where it cannot be used. */
export function readGuideType(
  text: string,
  id: string,
): { readonly type: GuideType | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const file = readConfigJson(text);
  const diagnostics = [...file.diagnostics];
  if (diagnostics.length > 0) return { type: undefined, diagnostics };
  const data = typeof file.data === 'object' && file.data !== null ? file.data : {};
  const result = typeSchema.safeParse({ id, ...data });
  if (result.success) return { type: result.data, diagnostics };
  for (const issue of result.error.issues) {
    const pointer = issue.path.reduce<string>(
      (parent, segment) => joinPointer(parent, String(segment)),
      '',
    );
    diagnostics.push(
      configFinding(file, pointer, {
        key: 'typeValue',
        values: { name: pointer.slice(1).replaceAll('/', '.') },
        severity: 'error',
      }),
    );
  }
  return { type: undefined, diagnostics };
}
