import type { Known } from './section-renderer.ts';
import type { Section } from './section.ts';

/** What a text without definitions defines. */
export const nothingKnown: Known = { version: 0, definitions: [], footnotes: [] };

function signature(known: Pick<Known, 'definitions' | 'footnotes'>): string {
  const definitions = known.definitions.map(({ identifier, url, title }) => [
    identifier,
    url,
    title,
  ]);
  return JSON.stringify([definitions, known.footnotes]);
}

/** What the sections define together; the same object as before where nothing changed. */
export function collectKnown(sections: readonly Section[], before: Known): Known {
  const definitions: Known['definitions'][number][] = [];
  const footnotes: string[] = [];
  const seen = new Set<string>();
  for (const { rendered } of sections) {
    for (const definition of rendered?.definitions ?? []) {
      if (seen.has(definition.identifier)) continue;
      seen.add(definition.identifier);
      definitions.push(definition);
    }
    footnotes.push(...(rendered?.footnotes ?? []));
  }
  const known = { version: before.version + 1, definitions, footnotes };
  return signature(known) === signature(before) ? before : known;
}
