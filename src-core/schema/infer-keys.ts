import { stemOf } from '../catalog/guide-record.ts';
import type { ObjectStats } from './infer-values.ts';
import { findRelation, isKeyField, type KeyField } from './infer-words.ts';

/** In how many guides a text is the file's name, as a rule a sign of what names the guide. */
function countStems({ uses }: KeyField): number {
  let stems = 0;
  for (const [text, { first }] of uses) if (first[0] && stemOf(first[0].path) === text) stems += 1;
  return stems;
}

/**
 * The fields at the top that name a guide each: `slug` first, then what is like the file names. One whose
 * values are those of another guide's key, such as `next`, is a relation and no key.
 */
export function findKeys({ fields }: ObjectStats): readonly KeyField[] {
  const candidates = [...(fields ?? [])].flatMap(([name, { texts }]) =>
    texts?.uses && isKeyField(texts) ? [{ name, uses: texts.uses, texts }] : [],
  );
  const weight = (key: KeyField): number =>
    key.name === 'slug' ? Number.POSITIVE_INFINITY : countStems(key);
  const weighed = candidates.map((key) => ({ ...key, weight: weight(key) }));
  weighed.sort(
    (a, b) => b.weight - a.weight || b.uses.size - a.uses.size || (a.name < b.name ? -1 : 1),
  );
  const keys: KeyField[] = [];
  for (const { name, uses, texts } of weighed) {
    if (!findRelation(texts, keys)) keys.push({ name, uses });
  }
  return keys;
}
