import type { Vocabulary } from '../catalog/workspace-config.ts';
import { isNearlyAll } from './infer-names.ts';
import { comparePlaces, keptPlaces, type Seen } from './infer-places.ts';
import type { TextStats, TextUse } from './infer-texts.ts';

/** Longest word of a list, in UTF-16 units; longer texts are sentences. */
const longestWord = 40;
/** A choice has few values, each of them in several guides, and is seen often enough to have shown them all. */
const choice = { values: 8, uses: 20, usesEach: 5, guidesEach: 3 };
/** Words of a list are shared between guides; a list that nobody shares is free text. */
const list = { uses: 6, guides: 3, shared: 0.4 };
/** A single value is taken from a list only where most guides share theirs: two words for three guides or fewer. */
const single = { uses: 6, guides: 5, shared: 0.6, perGuide: 0.5 };
/** How much of a field must be values of another for a relation: names of other guides are no coincidence. */
const relation = { share: 0.8, uses: 3 };

/** How much of a field must be in the list that the folder keeps under its name. */
const keptShare = 0.8;

/** A field at the top whose values name one guide each. */
export interface KeyField {
  readonly name: string;
  readonly uses: ReadonlyMap<string, TextUse>;
}

/** Uses of a text by those who are exceptions, in the order of paths. */
interface Exceptions {
  readonly count: number;
  readonly first: readonly Seen[];
}

const noExceptions: Exceptions = { count: 0, first: [] };

const sum = (uses: Iterable<TextUse>, of: (use: TextUse) => number): number => {
  let total = 0;
  for (const use of uses) total += of(use);
  return total;
};

function exceptionsOf(uses: readonly TextUse[]): Exceptions {
  const first = uses.flatMap((use) => use.first).sort(comparePlaces);
  return { count: sum(uses, (use) => use.uses), first: first.slice(0, keptPlaces) };
}

function areWords(uses: ReadonlyMap<string, TextUse>): boolean {
  for (const text of uses.keys()) {
    if (text === '' || text.length > longestWord || /[\r\n]/.test(text)) return false;
  }
  return true;
}

/** The few values that a single text is chosen from, the commonest first; `undefined` where it is no choice. */
export function findChoices({
  count,
  uses,
}: TextStats): ({ readonly values: readonly string[] } & Exceptions) | undefined {
  if (!uses || count < choice.uses) return undefined;
  const entries = [...uses];
  const usual = entries.filter(([, use]) => use.guides >= choice.guidesEach);
  const rare = entries.filter(([, use]) => use.guides < choice.guidesEach);
  const isFew = usual.length >= 2 && usual.length <= choice.values;
  if (!isFew || !areWords(new Map(usual))) return undefined;
  const usualUses = sum(
    usual.map(([, use]) => use),
    (use) => use.uses,
  );
  if (!isNearlyAll(usualUses, count) || usualUses < choice.usesEach * usual.length)
    return undefined;
  const values = usual
    .sort(([a, left], [b, right]) => right.uses - left.uses || (a < b ? -1 : 1))
    .map(([text]) => text);
  return { values, ...exceptionsOf(rare.map(([, use]) => use)) };
}

/** The list that the folder keeps under the field's name, where most texts are in it; with those that are not. */
function findKept(
  uses: ReadonlyMap<string, TextUse>,
  count: number,
  inList: boolean,
  kept: Vocabulary[string],
): Exceptions | undefined {
  const ids = new Set(kept.map(({ id }) => id));
  const strangers = [...uses].flatMap(([text, use]) => (ids.has(text) ? [] : [use]));
  const exceptions = exceptionsOf(strangers);
  if (count - exceptions.count < keptShare * count) return undefined;
  // A list of words grows with every guide; a single choice does not.
  return inList ? noExceptions : exceptions;
}

/**
 * Decides whether the texts are words of a list that guides share and add to, and which are not in it.
 * `isKnown`: the field's values are words of a list by definition, so that any that two guides share confirms it.
 */
export function findVocabulary(
  { count, guides, uses }: TextStats,
  inList: boolean,
  isKnown: boolean,
  kept: Vocabulary[string] | undefined,
): Exceptions | undefined {
  if (!uses || uses.size < 2 || !areWords(uses)) return undefined;
  const known = kept && findKept(uses, count, inList, kept);
  if (known) return known;
  const shared = sum(
    [...uses.values()].filter((use) => use.guides > 1),
    (use) => use.uses,
  );
  if (isKnown) return shared > 0 ? noExceptions : undefined;
  const limits = inList ? list : single;
  const isShared =
    count >= limits.uses && guides >= limits.guides && shared >= limits.shared * count;
  return isShared && (inList || uses.size <= single.perGuide * guides) ? noExceptions : undefined;
}

/** Whether the values of a field at the top name one guide each, as `slug` does. */
export function isKeyField({ count, uses }: TextStats): boolean {
  if (!uses || uses.size < 2 || !isNearlyAll(uses.size, count)) return false;
  let names = 0;
  for (const text of uses.keys()) if (text !== '' && !/\s/.test(text)) names += 1;
  return isNearlyAll(names, uses.size);
}

/** The key whose values these texts are, and the texts that no guide has; `undefined` for none. */
export function findRelation(
  { count, uses }: TextStats,
  keys: readonly KeyField[],
): ({ readonly field: string } & Exceptions) | undefined {
  if (!uses || uses.size < 2) return undefined;
  for (const key of keys) {
    const names: TextUse[] = [];
    const strangers: TextUse[] = [];
    let own = 0;
    for (const [text, use] of uses) {
      const holder = key.uses.get(text)?.first[0];
      (holder ? names : strangers).push(use);
      // A guide that names itself everywhere only repeats its own key under another name.
      if (holder && use.first.some(({ path }) => path === holder.path)) own += 1;
    }
    const named = sum(names, (use) => use.uses);
    const others = named - own;
    if (named < relation.share * count || others < relation.uses || others < own) continue;
    return { field: key.name, ...exceptionsOf(strangers) };
  }
  return undefined;
}
