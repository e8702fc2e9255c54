import { readGuideLink } from './guide-link.ts';
import type { GuideRecord } from './guide-record.ts';
import { createPathSets } from './path-sets.ts';

/** What rules may ask about the rest of the workspace. */
export interface CatalogView {
  /** Paths of the guides whose field has this value, in order of path. */
  byKey(field: string, value: string): readonly string[];
  /** Every value of a field that relations may name, sorted, so that suggestions do not depend on chance. */
  keyValues(field: string): readonly string[];
  /** Whether a guide or other document lies at this path. */
  hasPath(path: string): boolean;
  /** Whether the static folder has this image, letter by letter; `true` until the folder has been read. */
  hasImage(sitePath: string): boolean;
  /** Site paths of all images, sorted. */
  images(): Iterable<string>;
}

/** Something by which a guide can be named: a value of a field, or its path. */
export type CarriedName = string;

/** All that the open workspace knows of its guides; each change costs as much as the guide it concerns. */
export interface Catalog extends CatalogView {
  /** Takes in the newest record of a guide; gives the names that it carries now or did before, but not both. */
  upsert(record: GuideRecord): readonly CarriedName[];
  /** Forgets a guide; gives the names that it carried. */
  remove(path: string): readonly CarriedName[];
  /**
   * Paths of the other guides whose references may lead somewhere else, or nowhere, or somewhere again, now
   * that these names have changed hands: who names them, who shares them, who misses any name at all.
   */
  concernedBy(names: readonly CarriedName[], path: string): ReadonlySet<string>;
  /** Replaces the images of the static folder (site paths); gives the guides that this concerns. */
  setImages(sitePaths: Iterable<string>): ReadonlySet<string>;
  get(path: string): GuideRecord | undefined;
  records(): Iterable<GuideRecord>;
  readonly size: number;
  bySlug(slug: string): readonly string[];
  /** Paths of the guides that name this slug, in their details or in a link. */
  referrers(slug: string): ReadonlySet<string>;
  /** Paths of the other guides that name this one: by a value such as its slug, or by the path of its file. */
  namedBy(path: string): {
    readonly byValue: ReadonlySet<string>;
    readonly byPath: ReadonlySet<string>;
  };
  /** How many guides use each value of a vocabulary list. */
  termUses(list: string): ReadonlyMap<string, number>;
  /** How many guides carry `slug`, `title` and `category`, by which the default definitions apply. */
  readonly typicalGuides: number;
}

const pathField = '\u0000path';
const keyOf = (field: string, value: string): string => `${field}\u0000${value}`;

/** Everything a guide names, as keys of what would answer it. */
function namedBy(record: GuideRecord): readonly CarriedName[] {
  const named = record.relations.map(({ field, value }) => keyOf(field, value));
  for (const { value } of record.links) {
    const link = readGuideLink(value, record.path);
    if (link?.kind === 'slug') named.push(keyOf('slug', link.slug));
    if (link?.kind === 'path') named.push(keyOf(pathField, link.path));
  }
  return named;
}

/** Everything under which a guide can be named. */
function namesOf(record: GuideRecord): readonly CarriedName[] {
  const names = Object.entries(record.keys).map(([field, { value }]) => keyOf(field, value));
  return [...names, keyOf(pathField, record.path)];
}

const isTypical = (record: GuideRecord): boolean =>
  record.kind === 'guide' && record.slug !== '' && record.title !== '' && record.category !== '';

/** Makes a catalog of no guides. */
export function createCatalog(): Catalog {
  const records = new Map<string, GuideRecord>();
  const carriers = createPathSets();
  const referrers = createPathSets();
  const imageUsers = createPathSets();
  /** Names that some guide uses and none carries. */
  const missing = new Set<CarriedName>();
  const terms = new Map<string, Map<string, number>>();
  let images: ReadonlySet<string> | undefined;
  let typicalGuides = 0;

  const countTerms = (record: GuideRecord, by: 1 | -1): void => {
    for (const [list, values] of Object.entries(record.terms)) {
      let counts = terms.get(list);
      if (!counts) terms.set(list, (counts = new Map()));
      for (const value of new Set(values)) {
        const count = (counts.get(value) ?? 0) + by;
        if (count === 0) counts.delete(value);
        else counts.set(value, count);
      }
    }
  };

  /** Keeps `missing` true for one name after who carries or names it has changed. */
  const lookAt = (name: CarriedName): void => {
    if (referrers.get(name).size > 0 && carriers.get(name).size === 0) missing.add(name);
    else missing.delete(name);
  };

  const sortedValues = new Map<string, readonly string[]>();

  const take = (record: GuideRecord): void => {
    records.set(record.path, record);
    for (const name of namesOf(record)) carriers.add(name, record.path);
    for (const name of namedBy(record)) referrers.add(name, record.path);
    for (const { value } of record.images) imageUsers.add(value, record.path);
    for (const name of [...namesOf(record), ...namedBy(record)]) lookAt(name);
    countTerms(record, 1);
    if (isTypical(record)) typicalGuides += 1;
  };

  const drop = (record: GuideRecord): void => {
    records.delete(record.path);
    for (const name of namesOf(record)) carriers.delete(name, record.path);
    for (const name of namedBy(record)) referrers.delete(name, record.path);
    for (const { value } of record.images) imageUsers.delete(value, record.path);
    for (const name of [...namesOf(record), ...namedBy(record)]) lookAt(name);
    countTerms(record, -1);
    if (isTypical(record)) typicalGuides -= 1;
  };

  return {
    upsert(record) {
      const before = records.get(record.path);
      if (before) drop(before);
      take(record);
      const oldNames = new Set(before ? namesOf(before) : []);
      const newNames = new Set(namesOf(record));
      const gone = [...oldNames].filter((name) => !newNames.has(name));
      const come = [...newNames].filter((name) => !oldNames.has(name));
      if (gone.length + come.length > 0) sortedValues.clear();
      return [...gone, ...come];
    },
    remove(path) {
      const before = records.get(path);
      if (!before) return [];
      drop(before);
      sortedValues.clear();
      return namesOf(before);
    },
    concernedBy(names, path) {
      const concerned = new Set<string>();
      const add = (paths: Iterable<string>): void => {
        for (const one of paths) if (one !== path) concerned.add(one);
      };
      for (const name of names) {
        add(referrers.get(name));
        add(carriers.get(name));
      }
      // A name that leads nowhere may have a better suggestion now.
      if (names.length > 0) for (const name of missing) add(referrers.get(name));
      return concerned;
    },
    setImages(sitePaths) {
      const now = new Set([...sitePaths].sort());
      const concerned = new Set<string>();
      for (const image of imageUsers.keys()) {
        // A missing image is concerned by any change, since its suggestion may be another one now.
        if (images?.has(image) === true && now.has(image)) continue;
        for (const user of imageUsers.get(image)) concerned.add(user);
      }
      images = now;
      return concerned;
    },
    get: (path) => records.get(path),
    records: () => records.values(),
    get size() {
      return records.size;
    },
    byKey: (field, value) => [...carriers.get(keyOf(field, value))].sort(),
    bySlug: (slug) => [...carriers.get(keyOf('slug', slug))].sort(),
    keyValues(field) {
      const known = sortedValues.get(field);
      if (known) return known;
      const prefix = keyOf(field, '');
      const values = [...carriers.keys()].flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      );
      values.sort();
      sortedValues.set(field, values);
      return values;
    },
    hasPath: (path) => records.has(path),
    hasImage: (sitePath) => images?.has(sitePath) ?? true,
    images: () => images ?? [],
    referrers(slug) {
      return referrers.get(keyOf('slug', slug));
    },
    namedBy(path) {
      const record = records.get(path);
      const others = (names: readonly CarriedName[]): ReadonlySet<string> =>
        new Set(names.flatMap((name) => [...referrers.get(name)]).filter((one) => one !== path));
      const values = record
        ? namesOf(record).filter((name) => name !== keyOf(pathField, path))
        : [];
      return { byValue: others(values), byPath: others([keyOf(pathField, path)]) };
    },
    termUses: (list) => terms.get(list) ?? new Map(),
    get typicalGuides() {
      return typicalGuides;
    },
  };
}
