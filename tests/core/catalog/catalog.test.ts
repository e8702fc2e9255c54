import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBodyRecord } from '#core/catalog/body-record';
import { type Catalog, createCatalog } from '#core/catalog/catalog';
import { type GuideRecord, readGuideRecord } from '#core/catalog/guide-record';
import { parseGuide } from '#core/document/parse-guide';
import { lintCatalog } from '#core/lint/lint';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';

const fields = readFields(defaultGuideSchema);
const settings = { severities: {}, staticPath: '/static', vocabulary: {} };

function record(
  path: string,
  details: Readonly<Record<string, unknown>>,
  links: string[] = [],
): GuideRecord {
  const parsed = parseGuide(`---json\n${JSON.stringify(details)}\n---\n`);
  const body = {
    ...emptyBodyRecord,
    links: links.map((value) => ({ value, from: 0, to: value.length })),
  };
  return readGuideRecord(path, parsed, fields, body);
}

const toFacts = (sitePath: string) => ({ sitePath, bytes: 1 });
const slugs = fc.constantFrom('a', 'b', 'c', 'd');
const paths = fc.constantFrom('a.md', 'b.md', 'sub/c.md', 'd.md', 'e.md');
const images = fc.constantFrom('/static/1.png', '/static/2.png', '/static/3.png');
const step = fc.oneof(
  fc.record({
    kind: fc.constant('upsert' as const),
    path: paths,
    details: fc.record(
      {
        slug: slugs,
        title: fc.constantFrom('', '題'),
        category: fc.constantFrom('', 'x'),
        tags: fc.array(slugs, { maxLength: 3 }),
        related_jobs: fc.array(slugs, { maxLength: 3 }),
        thumbnail: images,
      },
      { requiredKeys: ['slug'] },
    ),
    links: fc.array(fc.constantFrom('/guides/a/', 'd.md', './e.md', '../b.md'), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), path: paths }),
  fc.record({ kind: fc.constant('images' as const), images: fc.array(images) }),
);

function rebuild(records: ReadonlyMap<string, GuideRecord>, there: readonly string[]): Catalog {
  const catalog = createCatalog();
  catalog.setImages(there.map(toFacts));
  for (const one of records.values()) catalog.upsert(one);
  return catalog;
}

const findings = (catalog: Catalog, records: ReadonlyMap<string, GuideRecord>): unknown =>
  [...records.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((one) => [one.path, lintCatalog(one, catalog, settings)]);

describe('the catalog', () => {
  it('[P7] knows after any changes what one made afresh would know', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const catalog = createCatalog();
        catalog.setImages([]);
        const records = new Map<string, GuideRecord>();
        let there: readonly string[] = [];
        const kept = new Map<string, unknown>();
        const check = (path: string): void => {
          const one = records.get(path);
          if (one) kept.set(path, lintCatalog(one, catalog, settings));
          else kept.delete(path);
        };
        for (const change of steps) {
          let concerned: Iterable<string> = [];
          if (change.kind === 'images') {
            there = change.images;
            concerned = catalog.setImages(there.map(toFacts));
          } else if (change.kind === 'remove') {
            records.delete(change.path);
            concerned = catalog.concernedBy(catalog.remove(change.path), change.path);
            check(change.path);
          } else {
            const one = record(change.path, change.details, change.links);
            records.set(change.path, one);
            concerned = catalog.concernedBy(catalog.upsert(one), change.path);
            check(change.path);
          }
          for (const path of concerned) check(path);
        }

        const fresh = rebuild(records, there);
        expect([...kept].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(findings(fresh, records));
        expect(catalog.typicalGuides).toBe(fresh.typicalGuides);
        expect(new Map(catalog.termUses('tags'))).toEqual(new Map(fresh.termUses('tags')));
        for (const slug of ['a', 'b', 'c', 'd']) {
          expect(catalog.bySlug(slug)).toEqual(fresh.bySlug(slug));
          expect([...catalog.referrers(slug)].sort()).toEqual([...fresh.referrers(slug)].sort());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[P7] tells a guide that shares a slug, one that names it, and nobody else', () => {
    const catalog = createCatalog();
    catalog.upsert(record('a.md', { slug: 'a' }));
    catalog.upsert(record('b.md', { slug: 'b', related_jobs: ['a'] }));
    catalog.upsert(record('c.md', { slug: 'c' }));

    const concerned = catalog.concernedBy(catalog.upsert(record('d.md', { slug: 'a' })), 'd.md');

    expect([...concerned].sort()).toEqual(['a.md', 'b.md']);
  });

  it('[P7] counts a value once for each guide that uses it', () => {
    const catalog = createCatalog();
    catalog.upsert(record('a.md', { slug: 'a', tags: ['医療', '医療'] }));
    catalog.upsert(record('b.md', { slug: 'b', tags: ['医療', '国家資格'] }));

    expect([...catalog.termUses('tags')]).toEqual([
      ['医療', 2],
      ['国家資格', 1],
    ]);
  });

  it('[P7] takes every image as present until the static folder has been read', () => {
    const catalog = createCatalog();
    expect(catalog.hasImage('/static/1.png')).toBe(true);

    catalog.setImages([]);

    expect(catalog.hasImage('/static/1.png')).toBe(false);
  });
});
