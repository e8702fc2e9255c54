import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { wordsOf } from '#core/schema/error-words';
import { createValidator, type SchemaIssue } from '#core/schema/validator';

function check(schema: unknown, data: unknown): readonly SchemaIssue[] {
  const validator = createValidator(schema);
  if (!validator.ok) throw new Error(validator.message.en);
  return validator.validate(data);
}

const short = (issues: readonly SchemaIssue[]): string[] =>
  issues.map(({ keyword, pointer }) => `${keyword} ${pointer}`);

const good = {
  category: 'medical-care',
  keywords: ['看護師'],
  meta_description: 'あ'.repeat(80),
  related_jobs: ['data_analyst'],
  slug: 'nurse',
  tags: ['医療'],
  thumbnail: '/static/img/nurse.png',
  hero_image: '/static/img/nurse_hero.png',
  title: '命に寄り添う仕事',
};

test('the sample workspace has the default schema', () => {
  const file = new URL('../../../content/.shirube/schema/guide.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(defaultGuideSchema);
});

test('[T29] fields named like what every object has are fields like any other', () => {
  const names = ['toString', 'hasOwnProperty', 'valueOf'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const schema = { properties, required: ['toString'], dependentRequired: { valueOf: ['b'] } };
  expect(short(check(schema, {}))).toEqual(['required /toString']);
  expect(short(check(schema, { toString: 'a', hasOwnProperty: 1 }))).toEqual([
    'type /hasOwnProperty',
  ]);
});

test('a complete guide has no findings', () => {
  expect(check(defaultGuideSchema, good)).toEqual([]);
});

test.each<[object, string, string]>([
  [{ title: undefined }, 'required /title', '「タイトル」がありません。'],
  [{ title: 1 }, 'type /title', '「タイトル」の値の種類が違います。ここには文字が入ります。'],
  [{ title: '' }, 'minLength /title', '「タイトル」が空です。'],
  [{ slug: 'Nurse' }, 'pattern /slug', '「URL名」の「Nurse」は'],
  [{ keywords: [] }, 'minItems /keywords', '「検索キーワード」が足りません。1個以上'],
  [{ keywords: Array.from({ length: 16 }, (_, i) => `k${i}`) }, 'maxItems /keywords', '15個まで'],
  [{ tags: ['a', 'b', 'a'] }, 'uniqueItems /tags', '同じものが2つあります（1番目と3番目）'],
  [{ tags: ['a', ''] }, 'minLength /tags/1', '「タグ」の2番目が空です。'],
  [{ title: 'あ'.repeat(33) }, 'width /title', '全角33文字です。全角1文字ぶん長く'],
  [{ meta_description: 'あ'.repeat(69) }, 'width /meta_description', '全角1文字ぶん短く'],
  [{ titel: 'x' }, 'unknown-field /titel', '「titel」は項目の定義にない名前です。'],
])('%j is one finding: %s', (changes, where, words) => {
  const data = JSON.parse(JSON.stringify({ ...good, ...changes })) as unknown;
  const issues = check(defaultGuideSchema, data);
  expect(short(issues)).toEqual([where]);
  expect(issues[0]?.message.ja).toContain(words);
});

test('an unknown field is matched with a name that is not there yet', () => {
  const { title, ...rest } = good;
  const issues = check(defaultGuideSchema, { ...rest, titel: title });
  expect(short(issues)).toEqual(['required /title', 'unknown-field /titel']);
  expect(issues[1]).toMatchObject({ suggestion: 'title', property: 'titel' });
  expect(issues[1]?.advice?.en).toBe('Was it meant to be “title”?');
});

test('widths are warnings, and x-severity decides otherwise', () => {
  const schema = (severity?: string): unknown => ({
    properties: {
      a: { type: 'string', 'x-width': { max: 1 }, ...(severity && { 'x-severity': severity }) },
    },
  });
  expect(check(schema(), { a: 'ああ' })[0]?.severity).toBe('warning');
  expect(check(schema('hint'), { a: 'ああ' })[0]?.severity).toBe('hint');
  expect(check(schema('hint'), { a: 1 })[0]).toMatchObject({ keyword: 'type', severity: 'hint' });
});

test('widths and severities hold for items of lists, and in whichever form a value has', () => {
  const short = { type: 'string', 'x-width': { max: 1 }, 'x-severity': 'hint' };
  const row = (kind: string, extra: object): object => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: kind }, text: { type: 'string', ...extra } },
  });
  const schema = {
    properties: {
      a: { type: 'array', items: short },
      b: { oneOf: [short, { type: 'array', items: short }] },
      c: { type: 'array', items: { oneOf: [row('x', {}), row('y', short)] } },
    },
  };
  const c = [
    { kind: 'x', text: 'ああ' },
    { kind: 'y', text: 'ああ' },
  ];
  const issues = check(schema, { a: ['あ', 'ああ'], b: ['ああ'], c });
  expect(issues.map(({ pointer, severity }) => `${pointer} ${severity}`)).toEqual([
    '/a/1 hint',
    '/b/0 hint',
    '/c/1/text hint',
  ]);
  expect(issues[2]?.message.ja).toContain('「c」の2件目の「text」は全角2文字です。');
});

test('a finding in a list of objects names row and field', () => {
  const faq = {
    type: 'array',
    title: 'よくある質問',
    items: { type: 'object', properties: { q: { type: 'string', title: '質問' } } },
  };
  const [issue] = check({ properties: { faq } }, { faq: [{ q: 'x' }, { q: 1 }] });
  expect(issue?.pointer).toBe('/faq/1/q');
  expect(issue?.message.ja).toContain('「よくある質問」の2件目の「質問」');
  expect(issue?.message.en).toMatch(/^“質問” in item 2 of “よくある質問” has/);
});

describe('alternatives', () => {
  const text = {
    type: 'object',
    required: ['text'],
    properties: { kind: { const: 'text' }, text: { type: 'string', minLength: 3 } },
  };
  const image = {
    type: 'object',
    required: ['src'],
    properties: { kind: { const: 'image' }, src: { type: 'string' } },
  };

  test('are reported by the one that was meant', () => {
    const schema = { properties: { part: { oneOf: [text, image] } } };
    expect(short(check(schema, { part: { kind: 'text', text: 'a' } }))).toEqual([
      'minLength /part/text',
    ]);
  });

  test('are reported as one finding where none was', () => {
    const schema = { properties: { part: { anyOf: [{ type: 'string' }, { type: 'number' }] } } };
    expect(short(check(schema, { part: [] }))).toEqual(['anyOf /part']);
  });

  test('within references are told apart too, and do not swallow others', () => {
    const schema = {
      $defs: { text, image },
      properties: {
        part: { oneOf: [{ $ref: '#/$defs/text' }, { $ref: '#/$defs/image' }] },
        other: { $ref: '#/$defs/text' },
      },
    };
    const issues = check(schema, {
      part: { kind: 'image', src: 1 },
      other: { kind: 'text', text: '' },
    });
    expect(short(issues)).toEqual(['type /part/src', 'minLength /other/text']);
  });
});

test('every keyword that ajv can report has words in both languages', () => {
  // These only hold other schemas: what is wrong is said by the keywords within.
  const silent = [
    '$ref',
    '$dynamicRef',
    '$recursiveRef',
    'allOf',
    'properties',
    'patternProperties',
    'prefixItems',
    'dependentSchemas',
    'then',
    'else',
    'minContains',
    'maxContains',
    'nullable',
    '$dynamicAnchor',
    '$recursiveAnchor',
    '$comment',
    'id',
  ];
  const keywords = Object.entries(new Ajv2020().RULES.all)
    .filter(([, rule]) => typeof rule === 'object')
    .map(([keyword]) => keyword);
  expect(keywords.length).toBeGreaterThan(30);
  const wordless = keywords.filter((keyword) => {
    const error = { keyword, schemaPath: '', instancePath: '', params: {} };
    return !silent.includes(keyword) && wordsOf(error, {}, undefined).message === 'other';
  });
  expect(wordless).toEqual([]);
});

test.each<[object, unknown, string]>([
  [{ enum: ['a', 'b'] }, 'c', 'enum'],
  [{ const: 'a' }, 'c', 'const'],
  [{ minimum: 2 }, 1, 'minimum'],
  [{ exclusiveMaximum: 1 }, 1, 'exclusiveMaximum'],
  [{ multipleOf: 2 }, 3, 'multipleOf'],
  [{ maxLength: 1 }, 'ab', 'maxLength'],
  [{ format: 'date' }, 'x', 'format'],
  [{ format: 'date', formatMinimum: '2020-01-01' }, '2019-01-01', 'formatMinimum'],
  [{ contains: { const: 1 } }, [2], 'contains'],
  [{ minProperties: 1 }, {}, 'minProperties'],
  [{ additionalProperties: false }, { y: 1 }, 'additionalProperties'],
  [{ unevaluatedProperties: false }, { y: 1 }, 'unevaluatedProperties'],
  [{ propertyNames: { pattern: '^a' } }, { y: 1 }, 'propertyNames'],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }, 'dependentRequired'],
  [{ prefixItems: [{}], items: false }, [1, 2], 'items'],
  [{ not: { type: 'string' } }, 'x', 'not'],
  [{ type: 'object', discriminator: { propertyName: 'k' } }, 1, 'type'],
])('%j has no place left unfilled', (schema, value, keyword) => {
  const issues = check({ properties: { x: schema } }, { x: value });
  expect(issues.map((issue) => issue.keyword)).toContain(keyword);
  for (const { message, advice } of issues) {
    for (const text of [message.ja, message.en, advice?.ja, advice?.en]) {
      expect(text ?? '').not.toMatch(/\{\w+\}|undefined|NaN|null/);
    }
  }
});

test.each([
  { type: 'nonsense' },
  { $ref: 'https://elsewhere.example/x' },
  { properties: { a: { pattern: '(' } } },
  null,
  [],
  'x',
])('a schema that cannot be used is said to be so: %j', (schema) => {
  const validator = createValidator(schema);
  expect(validator.ok).toBe(false);
  if (!validator.ok) expect(validator.message.ja).toContain('項目の定義を読めません');
});

test('[T29] values without a prototype, nested in unique lists, are compared without a throw', () => {
  const bare = (n: number): unknown => Object.assign(Object.create(null) as object, { n });
  const schema = { properties: { x: { uniqueItems: true } } };
  const data = Object.assign(Object.create(null) as object, { x: [bare(1), bare(1)] });
  expect(short(check(schema, data))).toEqual(['uniqueItems /x']);
});
