import { readGuideLink } from './guide-link.ts';
import type { GuideRecord } from './guide-record.ts';
import { type ImageFacts, isSameImage } from './image-facts.ts';
import { createPathSets } from './path-sets.ts';
import { createSpellings } from './spellings.ts';

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
  /** What is known of an image; `undefined` until it has been read, or where there is none. */
  image(sitePath: string): ImageFacts | undefined;
  /** Paths that are the same but for case, or for how accents and kana marks are encoded, in order. */
  twinsOf(path: string): readonly string[];
  /** Whether the guide at a path names this value of a field as related. */
  relates(path: string, field: string, value: string): boolean;
  /** Other guides that name this one as related, in order of path, with the value by which they can be named. */
  relatedFrom(record: GuideRecord): readonly RelatedFrom[];
  /** Whether any other guide names related guides at all. */
  othersRelate(record: GuideRecord): boolean;
  /** How many guides write a value of a vocabulary list in each way that differs in writing alone. */
  spellings(list: string, value: string): ReadonlyMap<string, number>;
}

/** Something by which a guide can be named: a value of a field, or its path. */
type CarriedName = string;

/** What a change of a record means for others; from `upsert` and `remove` to `concernedBy`. */
export interface CatalogChange {
  /** Names that the guide carries now or did before, but not both. */
  readonly names: readonly CarriedName[];
  /** Names of guides that it relates to now or did before; where its own name stays, only those that differ. */
  readonly targets: readonly CarriedName[];
  /** Values of vocabulary lists that it has now or had before, but not both. */
  readonly terms: readonly string[];
  /** Whether guides began or ceased to name related ones at all. */
  readonly isFirstOrLast: boolean;
}

/** A guide that names another as related. */
export interface RelatedFrom {
  readonly path: string;
  readonly name: string;
  /** Field of the named guide that is named. */
  readonly field: string;
  /** What the naming guide has in that field; `undefined` where it has none. */
  readonly value: string | undefined;
}

/** All that the open workspace knows of its guides; each change costs as much as the guide it concerns. */
export interface Catalog extends CatalogView {
  /** Takes in the newest record of a guide. */
  upsert(record: GuideRecord): CatalogChange;
  /** Forgets a guide. */
  remove(path: string): CatalogChange;
  /**
   * Paths of the other guides of which something else is true now: who names or shares a name that changed
   * hands, who misses any name at all, who is named as related or no longer, who writes a value otherwise.
   */
  concernedBy(change: CatalogChange, path: string): ReadonlySet<string>;
  /** Replaces the images of the static folder; gives the guides that this concerns. */
  setImages(images: Iterable<ImageFacts>): ReadonlySet<string>;
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

/** What is in one of two lists and not in the other. */
function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [...[...old].filter((one) => !now.has(one)), ...[...now].filter((one) => !old.has(one))];
}

const targetsOf = (record: GuideRecord): readonly CarriedName[] =>
  record.relations.map(({ field, value }) => keyOf(field, value));

const twinKey = (path: string): string => path.normalize('NFC').toLowerCase();

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
  const spellings = createSpellings();
  const relating = createPathSets();
  const twins = createPathSets();
  let images: ReadonlyMap<string, ImageFacts> | undefined;
  let typicalGuides = 0;
  let relatingGuides = 0;

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
    for (const name of targetsOf(record)) relating.add(name, record.path);
    if (record.relations.length > 0) relatingGuides += 1;
    twins.add(twinKey(record.path), record.path);
    spellings.add(record);
    countTerms(record, 1);
    if (isTypical(record)) typicalGuides += 1;
  };

  const drop = (record: GuideRecord): void => {
    records.delete(record.path);
    for (const name of namesOf(record)) carriers.delete(name, record.path);
    for (const name of namedBy(record)) referrers.delete(name, record.path);
    for (const { value } of record.images) imageUsers.delete(value, record.path);
    for (const name of [...namesOf(record), ...namedBy(record)]) lookAt(name);
    for (const name of targetsOf(record)) relating.delete(name, record.path);
    if (record.relations.length > 0) relatingGuides -= 1;
    twins.delete(twinKey(record.path), record.path);
    spellings.remove(record);
    countTerms(record, -1);
    if (isTypical(record)) typicalGuides -= 1;
  };

  /** Whether every guide is concerned: only when one of the first two begins to relate, or ceases to. */
  const isTurn = (before: number): boolean =>
    before !== relatingGuides && Math.min(before, relatingGuides) < 2;

  return {
    upsert(record) {
      const before = records.get(record.path);
      const relatingBefore = relatingGuides;
      if (before) drop(before);
      take(record);
      const names = difference(before ? namesOf(before) : [], namesOf(record));
      if (names.length > 0) sortedValues.clear();
      return {
        names,
        // What others say of this guide names it.
        targets:
          names.length > 0 || before?.name !== record.name
            ? [...(before ? targetsOf(before) : []), ...targetsOf(record)]
            : difference(before ? targetsOf(before) : [], targetsOf(record)),
        terms: difference(before ? spellings.namesOf(before) : [], spellings.namesOf(record)),
        isFirstOrLast: isTurn(relatingBefore),
      };
    },
    remove(path) {
      const before = records.get(path);
      if (!before) return { names: [], targets: [], terms: [], isFirstOrLast: false };
      const relatingBefore = relatingGuides;
      drop(before);
      sortedValues.clear();
      return {
        names: namesOf(before),
        targets: targetsOf(before),
        terms: spellings.namesOf(before),
        isFirstOrLast: isTurn(relatingBefore),
      };
    },
    concernedBy({ names, targets, terms, isFirstOrLast }, path) {
      const concerned = new Set<string>();
      const add = (paths: Iterable<string>): void => {
        for (const one of paths) if (one !== path) concerned.add(one);
      };
      for (const name of names) {
        add(referrers.get(name));
        add(carriers.get(name));
      }
      for (const name of targets) add(carriers.get(name));
      for (const name of terms) add(spellings.guidesOf(name));
      // A name that leads nowhere may have a better suggestion now.
      if (names.length > 0) for (const name of missing) add(referrers.get(name));
      if (isFirstOrLast) add(records.keys());
      return concerned;
    },
    setImages(facts) {
      const now = new Map(
        [...facts]
          .sort((a, b) => (a.sitePath < b.sitePath ? -1 : 1))
          .map((one) => [one.sitePath, one]),
      );
      const concerned = new Set<string>();
      for (const image of imageUsers.keys()) {
        // A missing image is concerned by any change, since its suggestion may be another one now.
        const isKnown = images?.has(image) === true && now.has(image);
        if (isKnown && isSameImage(images?.get(image), now.get(image))) continue;
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
    images: () => images?.keys() ?? [],
    image: (sitePath) => images?.get(sitePath),
    twinsOf: (path) => [...twins.get(twinKey(path))].filter((one) => one !== path).sort(),
    relates(path, field, value) {
      const relations = records.get(path)?.relations ?? [];
      return relations.some((one) => one.field === field && one.value === value);
    },
    relatedFrom(record) {
      return Object.entries(record.keys).flatMap(([field, { value }]) =>
        [...relating.get(keyOf(field, value))].sort().flatMap((path) => {
          const other = path === record.path ? undefined : records.get(path);
          return other ? [{ path, name: other.name, field, value: other.keys[field]?.value }] : [];
        }),
      );
    },
    othersRelate({ path }) {
      const own = (records.get(path)?.relations.length ?? 0) > 0 ? 1 : 0;
      return relatingGuides > own;
    },
    spellings: (list, value) => spellings.of(list, value),
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
