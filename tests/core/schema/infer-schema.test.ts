import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createValidator } from '#core/schema/validator';
import {
  definitionOf,
  fieldOf,
  guides,
  inferFrom,
  type NamedDetails,
  sampleGuides,
} from './infer-guides.ts';

interface Written {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe('the proposal for the sample', () => {
  const file = resolve(import.meta.dirname, '../../../content/.shirube/schema/guide.json');
  const written = JSON.parse(readFileSync(file, 'utf8')) as Written;
  const proposal = inferFrom(sampleGuides());
  const proposed = JSON.parse(proposal.text) as Written;

  it('[P7] has the fields, the order and the required fields of the definitions written by hand', () => {
    const names = Object.keys(proposed.properties);
    expect(names.filter((name) => name !== 'faq')).toEqual(Object.keys(written.properties));
    expect(proposed.required).toEqual(written.required);
    expect(proposal.guides).toBe(10);
  });

  it('[P7] finds the same relations, images, word lists, patterns, widths and labels', () => {
    const keywords = [
      ...['type', 'pattern', 'items', 'x-site-path', 'x-width', 'x-vocabulary'],
      ...['x-label', 'x-help', 'x-group'],
    ];
    const pick = (from: Written, name: string): readonly unknown[] =>
      keywords.map((keyword) => [name, keyword, from.properties[name]?.[keyword]]);
    for (const name of Object.keys(written.properties)) {
      expect(pick(proposed, name)).toEqual(pick(written, name));
    }
  });

  it('[P7] lists the guides that differ, and takes no misspelt name over', () => {
    expect(fieldOf(proposal, '/related_jobs').outliers).toEqual([
      {
        path: 'guides/game_programmer.md',
        pointer: '/related_jobs/2',
        reason: 'value',
        value: '"embeded_engineer"',
      },
    ]);
    expect(fieldOf(proposal, '/meta_descripton')).toMatchObject({
      meant: 'meta_description',
      present: 1,
      of: 10,
    });
    expect(proposed.properties).not.toHaveProperty('meta_descripton');
    expect(fieldOf(proposal, '/faq/*/question')).toMatchObject({ present: 2, of: 2 });
  });

  it('[P7] finds the category of a guide that is not in the list the folder keeps', () => {
    const ids = sampleGuides().map(([, data]) => (data as { category: string }).category);
    const kept = [...new Set(ids)].filter((id) => id !== 'documentation');
    const vocabulary = { category: kept.map((id) => ({ id, label: { ja: id, en: id } })) };
    const field = fieldOf(inferFrom(sampleGuides(), { vocabulary }), '/category');
    expect(field.vocabulary?.name).toBe('category');
    expect(field.outliers.map(({ value, reason }) => [value, reason])).toEqual([
      ['"documentation"', 'value'],
    ]);
  });
});

describe('any proposal', () => {
  const word = fc.constantFrom('看護', 'a_b', 'a-b', 'x', '', '/static/a.png', '2024-05-01', 'A B');
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(null, true, 1.5, 'https://example.test/', '長'.repeat(70)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('name', 'note', 'items'), tie('value')),
    ),
  })).value;
  const names = fc.constantFrom(
    'slug',
    'title',
    'tags',
    'related',
    'date',
    'titel',
    '__proto__',
    'a/b~',
  );
  const details = fc.array(fc.tuple(names, value), { maxLength: 6 }).map((entries) => {
    const data = Object.create(null) as Record<string, unknown>;
    for (const [name, one] of entries) data[name] = one;
    return data;
  });
  const wild = fc.array(details, { maxLength: 25 });
  // Guides written by one rule, with a slip here and there.
  const regular = fc.array(fc.tuple(fc.nat({ max: 30 }), names, value), {
    minLength: 20,
    maxLength: 45,
  });
  const tidy = regular.map((slips) =>
    slips.map(([luck, name, one], index): object => {
      const data = {
        slug: `guide_${String(index)}`,
        title: `題${String(index)}`,
        related: [`guide_${String((index + 7) % slips.length)}`, `guide_${String(luck)}`],
        date: '2024-05-01',
        tags: ['看護', index % 2 === 0 ? '医療' : '仕事'],
      };
      return luck === 0 && name !== '__proto__' ? { ...data, [name]: one } : data;
    }),
  );
  const folder = fc
    .oneof(wild, tidy)
    .map((all): readonly NamedDetails[] => all.map((data, index) => [`${String(index)}.md`, data]));

  it('[P7] does not depend on the order in which the guides were read', () => {
    fc.assert(
      fc.property(
        folder.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(inferFrom(shuffled)).toEqual(inferFrom(all));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('[P7] can be used, and finds fault only with guides that it lists', () => {
    let tried = 0;
    let listed = 0;
    let rules = 0;
    fc.assert(
      fc.property(folder, (all) => {
        const proposal = inferFrom(all);
        const validator = createValidator(JSON.parse(proposal.text));
        if (!validator.ok) throw new Error(validator.message.en);
        const exceptions = new Set(
          proposal.fields.flatMap(({ outliers, meant }) => [
            ...outliers.map(({ path }) => path),
            ...(meant === undefined ? [] : all.map(([path]) => path)),
          ]),
        );
        const isCut = proposal.fields.some((field) => field.outlierCount > field.outliers.length);
        if (isCut) return;
        rules += proposal.fields.filter(
          ({ required, format, relation }) => required && (format ?? relation),
        ).length;
        for (const [path, data] of all) {
          // A hostile name is a finding of its own and belongs to no definition.
          if (Object.hasOwn(data, '__proto__')) continue;
          tried += 1;
          if (exceptions.has(path)) listed += 1;
          else
            expect(validator.validate(data).filter(({ keyword }) => keyword !== 'width')).toEqual(
              [],
            );
        }
      }),
      { numRuns: 120 },
    );
    expect(tried - listed).toBeGreaterThan(500);
    expect(listed).toBeGreaterThan(50);
    expect(rules).toBeGreaterThan(20);
  });

  it('[T29] never makes a property of a hostile name, at any depth', () => {
    const hostile = JSON.parse(
      '{"slug":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}},"rows":[{"__proto__":1,"ok":2}]}',
    ) as object;
    const proposal = inferFrom(guides(6, () => hostile));
    expect(proposal.text).not.toMatch(/__proto__|constructor|prototype|polluted/);
    expect(proposal.fields.map(({ pointer }) => pointer)).toEqual(['/slug', '/rows', '/rows/*/ok']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('[P7] says nothing of a folder without guides', () => {
    const { guides: count, fields, text } = inferFrom([]);
    expect([count, fields]).toEqual([0, []]);
    expect(JSON.parse(text)).toMatchObject({ type: 'object', properties: {} });
  });

  it('[P7] keeps to a size that does not grow with the guides, and drops tables of data', () => {
    const rows = (index: number): object =>
      Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`k${String(index * 40 + at)}`, at]),
      );
    const proposal = inferFrom(
      guides(60, (index) => ({ slug: `s_${String(index)}`, table: rows(index) })),
    );
    expect(definitionOf(proposal, 'table')).toEqual({ type: 'object' });
    expect(proposal.text.length).toBeLessThan(2000);
  });
});
