import { termKey } from '../text/near-duplicate.ts';
import { createPathSets } from './path-sets.ts';
import type { GuideRecord } from './guide-record.ts';

/** The values of the vocabulary lists in use, those that differ in writing alone together. */
export interface Spellings {
  add(record: GuideRecord): void;
  remove(record: GuideRecord): void;
  /** How many guides write a value of a list in each way. */
  of(list: string, value: string): ReadonlyMap<string, number>;
  /** The groups in which a record counts, each with its way of writing. */
  namesOf(record: GuideRecord): readonly string[];
  /** Guides with a value of the group that a name belongs to. */
  guidesOf(name: string): ReadonlySet<string>;
}

const noSpellings: ReadonlyMap<string, number> = new Map();
const groupOf = (list: string, value: string): string => `${list}\u0000${termKey(value)}`;

/** Makes an empty table of spellings. */
export function createSpellings(): Spellings {
  const groups = new Map<string, Map<string, number>>();
  const guides = createPathSets();

  /** Each value of each list once, with its group. */
  function* valuesOf({ terms }: GuideRecord): Generator<readonly [group: string, value: string]> {
    for (const [list, values] of Object.entries(terms)) {
      for (const value of new Set(values)) yield [groupOf(list, value), value];
    }
  }

  return {
    add(record) {
      for (const [group, value] of valuesOf(record)) {
        guides.add(group, record.path);
        let ways = groups.get(group);
        if (!ways) groups.set(group, (ways = new Map()));
        ways.set(value, (ways.get(value) ?? 0) + 1);
      }
    },
    remove(record) {
      for (const [group, value] of valuesOf(record)) {
        guides.delete(group, record.path);
        const ways = groups.get(group);
        const count = (ways?.get(value) ?? 0) - 1;
        if (count > 0) ways?.set(value, count);
        else ways?.delete(value);
        if (ways?.size === 0) groups.delete(group);
      }
    },
    of: (list, value) => groups.get(groupOf(list, value)) ?? noSpellings,
    namesOf: (record) => Array.from(valuesOf(record), ([group, value]) => `${group}\u0000${value}`),
    guidesOf: (name) => guides.get(name.slice(0, name.lastIndexOf('\u0000'))),
  };
}
