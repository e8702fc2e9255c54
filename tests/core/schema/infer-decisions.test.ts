import { describe, expect, it } from 'vitest';
import { definitionOf, fieldOf, guides, inferFrom } from './infer-guides.ts';

/** What is proposed for `f` where the guides have these values, one each. */
function definition(values: readonly unknown[]): unknown {
  const made = guides(values.length, (index) => ({ f: values[index] }));
  return definitionOf(inferFrom(made), 'f');
}

const times = <Value>(count: number, value: Value): readonly Value[] => Array(count).fill(value);
const numbered = (count: number, make: (index: number) => unknown): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the kind of a field', () => {
  it.each([
    [[1, 2, 3], { type: 'integer' }],
    [[1, 2.5, 3], { type: 'number' }],
    [[true, false, true], { type: 'boolean' }],
    [[1, null, 3], { type: ['integer', 'null'] }],
    [[null, null], {}],
    [[1, 'x', 'x'], { type: ['integer', 'string'] }],
    [[[1], [2]], { type: 'array', items: { type: 'integer' } }],
    [[[], []], { type: 'array' }],
    [[[[1]], [[2]]], { type: 'array', items: { type: 'array', items: { type: 'integer' } } }],
    [[{}, {}], { type: 'object', properties: {} }],
  ])('of %j is %j', (values, expected) => {
    expect(definition(values)).toEqual(expected);
  });

  it('is what nearly all guides have; the others are listed', () => {
    const made = guides(40, (index) => ({ f: index === 7 ? { a: 1 } : index }));
    const proposal = inferFrom(made);
    expect(definitionOf(proposal, 'f')).toEqual({ type: 'integer' });
    expect(fieldOf(proposal, '/f')).toMatchObject({
      outlierCount: 1,
      outliers: [{ path: 'g007.md', pointer: '/f', reason: 'type', value: '{"a":1}' }],
    });
  });
});

it('of many exceptions the first are listed, in whatever order the guides were read', () => {
  const made = guides(900, (index) => ({ f: index % 30 === 0 ? 'x' : 1 }));
  const field = fieldOf(inferFrom([...made].reverse()), '/f');
  expect(field.outlierCount).toBe(30);
  expect(field.outliers.map(({ path }) => path)).toEqual(
    Array.from({ length: 20 }, (_, index) => `g${String(index * 30).padStart(3, '0')}.md`),
  );
});

describe('whether a field is required', () => {
  const required = (present: number, of: number): readonly string[] => {
    const proposal = inferFrom(
      guides(of, (index) => (index < present ? { f: 1, g: 1 } : { g: 1 })),
    );
    return (proposal.schema.required as readonly string[] | undefined) ?? [];
  };

  it.each([
    [3, 3, true],
    [2, 2, false],
    [18, 19, false],
    [19, 20, true],
    [94, 100, false],
    [95, 100, true],
  ])('%i of %i: %s', (present, of, expected) => {
    expect(required(present, of).includes('f')).toBe(expected);
  });

  it('lists the guides that lack it, the first twenty of them', () => {
    const field = fieldOf(
      inferFrom(guides(600, (index) => (index < 30 ? { g: 1 } : { f: 1 }))),
      '/f',
    );
    expect(field).toMatchObject({ present: 570, of: 600, required: true, outlierCount: 30 });
    expect(field.outliers).toHaveLength(20);
    expect(field.outliers.at(-1)).toEqual({
      path: 'g019.md',
      pointer: '/f',
      reason: 'missing',
      value: '',
    });
  });

  it('is asked of the rows of a list as well', () => {
    const faq = (index: number): object[] =>
      index === 3
        ? [{ q: 'x' }, { a: 'y' }]
        : [
            { q: 'x', a: 'y' },
            { q: 'x', a: 'y', more: 1 },
          ];
    const proposal = inferFrom(guides(20, (index) => ({ faq: faq(index) })));
    expect(definitionOf(proposal, 'faq')).toMatchObject({
      items: { type: 'object', required: ['q', 'a'] },
    });
    expect(fieldOf(proposal, '/faq/*/q')).toMatchObject({
      present: 39,
      of: 40,
      outliers: [{ path: 'g003.md', pointer: '/faq/1/q', reason: 'missing', value: '' }],
    });
  });
});

describe('how texts are written', () => {
  const slugs = numbered(10, (index) => `the_${String(index)}`);
  const dates = numbered(10, (index) => `2024-05-${String(index + 10)}`);

  it.each([
    ['snake case', slugs, { pattern: '^[a-z0-9]+(_[a-z0-9]+)*$' }],
    [
      'kebab case',
      ['ai-data', 'web-dev', 'documentation', 'x-y', 'z'],
      { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    ],
    ['dates', dates, { format: 'date' }],
    ['times', dates.map((date) => `${String(date)}T09:00:00+09:00`), { format: 'date-time' }],
    [
      'addresses',
      numbered(6, (index) => `https://example.test/${String(index)}`),
      { format: 'uri' },
    ],
    ['mail', numbered(6, (index) => `a${String(index)}@example.test`), { format: 'email' }],
    ['site paths', numbered(6, (index) => `/guide/${String(index)}/`), { pattern: '^/' }],
  ])('is read from %s', (_, values, expected) => {
    expect(definition(values)).toEqual({ type: 'string', ...expected });
  });

  it.each([
    ['single words', ['nurse', 'doctor', 'pilot', 'cook', 'baker']],
    ['numbers', ['2021', '2022', '2023', '2024', '2025']],
    ['phone numbers', ['03-1234-5678', '06-1234-5678', '03-1', '03-2', '03-3']],
    ['too few', ['a_b', 'c_d', 'e_f', 'g_h']],
    ['days that are none', ['2024-13-01', '2024-13-02', '2024-13-03', '2024-13-04', '2024-13-05']],
  ])('is not read from %s', (_, values) => {
    const found = definition(values) as object;
    expect(found).not.toHaveProperty('pattern');
    expect(found).not.toHaveProperty('format');
  });

  it('has exceptions, which are listed', () => {
    const values = numbered(40, (index) =>
      index === 5 ? 'Cloud Engineer' : `the_${String(index)}`,
    );
    const field = fieldOf(inferFrom(guides(40, (index) => ({ f: values[index] }))), '/f');
    expect(field.pattern).toBe('^[a-z0-9]+(_[a-z0-9]+)*$');
    expect(field.outliers).toEqual([
      { path: 'g005.md', pointer: '/f', reason: 'pattern', value: '"Cloud Engineer"' },
    ]);
  });

  it('shortens a long value without halving a character', () => {
    const values = numbered(40, (index) =>
      index === 5 ? '👩'.repeat(500) : `the_${String(index)}`,
    );
    const field = fieldOf(inferFrom(guides(40, (index) => ({ f: values[index] }))), '/f');
    expect(field.outliers[0]?.value.length).toBeLessThanOrEqual(81);
    expect(field.outliers[0]?.value).toMatch(/^"(?:👩)+…$/u);
  });

  it('an image path is told by its ending, in two guides already', () => {
    expect(definition(['/img/a.png', '/img/b.webp'])).toEqual({
      type: 'string',
      pattern: '^/',
      'x-site-path': { kind: 'image' },
    });
    expect(definition(['https://example.test/a.png', '/img/b.webp'])).toEqual({ type: 'string' });
  });
});

describe('values taken from somewhere', () => {
  it('few values used often are a choice, and a slip is listed', () => {
    const proposal = inferFrom(
      guides(60, (index) => ({
        f: index === 4 ? 'publised' : index % 3 === 0 ? 'draft' : 'published',
      })),
    );
    expect(definitionOf(proposal, 'f')).toEqual({ type: 'string', enum: ['published', 'draft'] });
    expect(fieldOf(proposal, '/f').outliers.map(({ reason, value }) => [reason, value])).toEqual([
      ['value', '"publised"'],
    ]);
  });

  it('a choice that may be empty allows null', () => {
    const values = [...times(15, 'a'), ...times(15, 'b'), null];
    expect(definition(values)).toEqual({ type: ['string', 'null'], enum: ['a', 'b', null] });
  });

  it('one value everywhere, and texts of their own, are no choice and no list', () => {
    expect(definition(times(30, 'guide'))).toEqual({ type: 'string', minLength: 1 });
    expect(definition(numbered(30, (index) => `題 ${String(index)}`))).toEqual({
      type: 'string',
      minLength: 1,
    });
  });

  it('words that guides share are a list named after the field', () => {
    const labels = (index: number): string[] => [
      '共通',
      ['甲', '乙', '丙'][index % 3] ?? '',
      `語${String(index)}`,
    ];
    const proposal = inferFrom(guides(9, (index) => ({ meta: { labels: labels(index) } })));
    expect(fieldOf(proposal, '/meta/labels')).toMatchObject({
      type: 'array',
      items: 'string',
      vocabulary: { name: 'meta.labels', terms: 13 },
    });
    expect(definitionOf(proposal, 'meta')).toMatchObject({
      properties: { labels: { uniqueItems: true, items: { 'x-vocabulary': 'meta.labels' } } },
    });
  });

  it('a list that holds a word twice is listed where the others do not', () => {
    const proposal = inferFrom(
      guides(40, (index) => ({ f: index === 3 ? ['a', 'a'] : ['a', 'b'] })),
    );
    expect(definitionOf(proposal, 'f')).toMatchObject({ uniqueItems: true });
    expect(fieldOf(proposal, '/f').outliers).toEqual([
      { path: 'g003.md', pointer: '/f', reason: 'value', value: '"a"' },
    ]);
  });

  it('names of other guides are a relation, by whatever field names them', () => {
    const proposal = inferFrom(
      guides(12, (index) => ({
        id: `g-${String(index)}`,
        same: `g-${String(index)}`,
        canonical: `g-${String(index < 4 ? 0 : index)}`,
        next: `g-${String(index + 1)}`,
      })),
    );
    expect(fieldOf(proposal, '/next').relation).toEqual({ field: 'id' });
    expect(fieldOf(proposal, '/next').outliers).toEqual([
      { path: 'g011.md', pointer: '/next', reason: 'value', value: '"g-12"' },
    ]);
    expect(fieldOf(proposal, '/id').relation).toBeUndefined();
    expect(fieldOf(proposal, '/same').relation).toBeUndefined();
    expect(fieldOf(proposal, '/canonical').relation).toBeUndefined();
  });
});

describe('what is taken over and what is left out', () => {
  it('labels, helps and widths of the present definitions stay', () => {
    const current = {
      properties: {
        f: {
          'x-label': 'Name',
          'x-help': 'Help',
          'x-width': { max: 10 },
          minLength: 3,
          enum: ['x'],
        },
      },
    };
    const made = guides(5, (index) => ({ f: `題 ${String(index)}` }));
    expect(definitionOf(inferFrom(made, { current }), 'f')).toEqual({
      type: 'string',
      minLength: 1,
      'x-width': { max: 10 },
      'x-label': 'Name',
      'x-help': 'Help',
    });
  });

  it('long texts get room for half as much again, short ones no limit', () => {
    expect(definition(times(5, '長'.repeat(100)))).toMatchObject({ 'x-width': { max: 150 } });
    expect(definition(times(5, '1行\n2行'))).toMatchObject({ 'x-width': { max: 120 } });
    expect(definition(times(5, '短い'))).not.toHaveProperty('x-width');
  });

  it('a rare name that is a slip of a usual one is not proposed; a numbered one is', () => {
    const proposal = inferFrom(
      guides(30, (index) => ({
        summary: 'x',
        ...(index === 3 ? { sumary: 'x' } : {}),
        ...(index === 4 ? { summary2: 'x', other: 1 } : {}),
      })),
    );
    expect(Object.keys(proposal.schema.properties as object)).toEqual([
      'summary',
      'summary2',
      'other',
    ]);
    expect(fieldOf(proposal, '/sumary').meant).toBe('summary');
  });

  it('fields stand in the commonest order', () => {
    const orders = [
      ['b', 'a', 'c'],
      ['b', 'a', 'c'],
      ['a', 'x', 'c', 'b'],
    ];
    const proposal = inferFrom(
      guides(3, (index) => Object.fromEntries((orders[index] ?? []).map((name) => [name, 1]))),
    );
    expect(Object.keys(proposal.schema.properties as object)).toEqual(['b', 'a', 'x', 'c']);
  });
});
