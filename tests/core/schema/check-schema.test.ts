import { describe, expect, test } from 'vitest';
import { checkSchemas, type SchemaText } from '#core/schema/check-schema';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { compileValidator } from '#core/schema/validator';

const lay = (data: unknown): string => JSON.stringify(data, null, 2);

function check(...texts: readonly (string | readonly [string, string])[]) {
  const files: SchemaText[] = texts.map((one) =>
    typeof one === 'string' ? { name: 'guide.json', text: one } : { name: one[0], text: one[1] },
  );
  const { set, isPartial, findings } = checkSchemas(files);
  const textOf = (name: string): string => files.find((one) => one.name === name)?.text ?? '';
  return {
    fields: set ? readFields(set.main.data, set.files) : [],
    validator: set && compileValidator(set, isPartial),
    set,
    diagnostics: findings.map(({ diagnostic }) => diagnostic),
    /** File, code, severity and the text that is marked. */
    marks: findings.map(({ name, diagnostic: { code, severity, from, to } }) =>
      [name, code, severity, textOf(name).slice(from, to)].join(' '),
    ),
  };
}

test('the default definitions have nothing wrong with them', () => {
  expect(check(lay(defaultGuideSchema)).marks).toEqual([]);
});

test.each<[string, unknown, string, string, string]>([
  [
    'a type that is none',
    { type: 'objekt' },
    'config-value error "objekt"',
    '「type」に"objekt"は書けない',
    '使える値: ',
  ],
  [
    'a bound that is no number',
    { maxLength: '9' },
    'config-value error "9"',
    '「maxLength」に',
    'ここには整数を書きます。',
  ],
  [
    'a bound below zero',
    { minItems: -1 },
    'config-value error -1',
    '「minItems」に-1は',
    '0以上にしてください。',
  ],
  [
    'a step of nothing',
    { multipleOf: 0 },
    'config-value error 0',
    '「multipleOf」に0は',
    '書き方を確かめて',
  ],
  [
    'required as a text',
    { required: 'a' },
    'config-value error "a"',
    '「required」に"a"は',
    'ここには一覧',
  ],
  [
    'a name required twice',
    { required: ['a', 'a'] },
    'config-value error [',
    '「required」に',
    '同じものが2つあります。',
  ],
  [
    'a pattern that is none',
    { pattern: '(' },
    'config-value error "("',
    '「(」は文字の並びの決まりとして読めない',
    'かっこの数',
  ],
  [
    'a slow pattern',
    { pattern: '^(a+)+$' },
    'config-value error "^(a+)+$"',
    'いつまでも終わらないため、使いません',
    '繰り返し',
  ],
  [
    'a name pattern that is none',
    { patternProperties: { '(': {} } },
    'config-value error "("',
    '「(」は文字の並び',
    'かっこの数',
  ],
  [
    'a reference to nothing',
    { $ref: '#/$defs/none' },
    'config-value error "#/$defs/none"',
    '「#/$defs/none」が指すものがない',
    'ファイルの名前',
  ],
  [
    'a reference to no file',
    { $ref: 'none.json#/a' },
    'config-value error "none.json#/a"',
    '指すものがない',
    'ファイルの名前',
  ],
  [
    'a reference to itself',
    { allOf: [{ $ref: '#/properties/a' }] },
    'config-value error "#/properties/a"',
    '自分自身を指していて終わらない',
    '項目や一覧の中から',
  ],
  ['a choice of nothing', { enum: [] }, 'config-value error []', '「enum」に[]は', '確かめて'],
  [
    'a reference elsewhere',
    { $ref: 'https://elsewhere.example/x.json' },
    'config-value error "https://elsewhere.example/x.json"',
    'フォルダーの外にあるため',
    '.shirube/schema',
  ],
  [
    'another dialect',
    { $schema: 'http://json-schema.org/draft-07/schema#' },
    'config-value warning "http://json-schema.org/draft-07/schema#"',
    '2020-12として読みます',
    '書き直して',
  ],
  [
    'x-label as a number',
    { 'x-label': 3 },
    'config-value warning 3',
    '「x-label」に3は書けない',
    '{"ja": "…", "en": "…"} の形',
  ],
  ['x-help without a text', { 'x-help': {} }, 'config-value warning {}', '「x-help」に', 'の形で'],
  [
    'x-relation as a text',
    { 'x-relation': 'slug' },
    'config-value warning "slug"',
    '「x-relation」に',
    '{"field": "slug"}',
  ],
  [
    'x-site-path without a kind',
    { 'x-site-path': {} },
    'config-value warning {}',
    '「x-site-path」に',
    '{"kind": "image"}',
  ],
  [
    'x-width upside down',
    { 'x-width': { min: 9, max: 1 } },
    'config-value warning {',
    '「x-width」に',
    '{"min": 70, "max": 120}',
  ],
  [
    'x-vocabulary as a list',
    { 'x-vocabulary': [] },
    'config-value warning []',
    '「x-vocabulary」に',
    '"tags" の形で',
  ],
  [
    'x-severity that is none',
    { 'x-severity': 'fatal' },
    'config-value warning "fatal"',
    '「x-severity」に',
    '"warning"',
  ],
  [
    'x-group without a name',
    { 'x-group': { order: 1 } },
    'config-value warning {',
    '「x-group」に',
    '"order": 1',
  ],
  [
    'an annotation misspelt',
    { 'x-lable': 'A' },
    'config-unknown warning "x-lable"',
    '「x-lable」という書き方はありません',
    '「x-label」ではありませんか。',
  ],
  [
    'a keyword misspelt',
    { requierd: ['a'] },
    'config-unknown warning "requierd"',
    '「requierd」という書き方',
    '「required」ではありませんか。',
  ],
])('%s is found at its place: %j', (_, part, mark, message, advice) => {
  const { marks, diagnostics, fields, validator } = check(
    lay({
      type: 'object',
      properties: { a: { title: '甲', ...(part as object) }, b: { type: 'integer' } },
    }),
  );
  expect(marks).toHaveLength(1);
  expect(marks[0]?.startsWith(`guide.json ${mark}`)).toBe(true);
  expect(diagnostics[0]?.message.ja).toContain(message);
  expect(diagnostics[0]?.advice?.ja).toContain(advice);
  expect(`${diagnostics[0]?.message.en} ${diagnostics[0]?.advice?.en}`).not.toMatch(
    /must |\{\w+\}/,
  );
  // The form is driven and the guides are checked by all the rest.
  expect(fields.map(({ label }) => label.ja)).toEqual(['甲', 'b']);
  if (!validator?.ok) throw new Error('not compiled');
  expect(validator.validate({ a: 1, b: 'x' }).map(({ pointer }) => pointer)).toContain('/b');
});

test('annotations of others, and values that only look like keywords, are left alone', () => {
  const schema = {
    properties: {
      pattern: { 'x-internal': 1, 'x-ui-order': 2, default: { pattern: '(', $ref: '#/none' } },
      $ref: { type: 'string', examples: [{ type: 'nonsense' }] },
      properties: { const: { $ref: 'https://elsewhere.example' } },
    },
  };
  expect(check(lay(schema)).marks).toEqual([]);
  expect(check(lay(schema)).fields).toHaveLength(3);
});

test('[T32] patterns that would keep checking from ending are not used', () => {
  const { validator } = check(
    lay({
      properties: { a: { type: 'string', pattern: '^(a+)+$' }, b: { maxLength: 1 } },
      patternProperties: { '^(k|k)+$': { type: 'string' } },
    }),
  );
  if (!validator?.ok) throw new Error('not compiled');
  const data = { a: `${'a'.repeat(60)}!`, [`${'k'.repeat(60)}!`]: 1, b: 'ああ' };
  expect(validator.validate(data).map(({ keyword }) => keyword)).toContain('maxLength');
});

test('several things wrong at once leave what is right', () => {
  const { marks, validator } = check(
    lay({
      type: ['objekt', 'object'],
      required: [1, 'a'],
      properties: { a: 'nonsense', b: { allOf: [{ maxLength: 1 }, 3] }, properties: { type: 'x' } },
    }),
  );
  expect(marks).toEqual([
    'guide.json config-value error "objekt"',
    'guide.json config-value error 1',
    'guide.json config-value error "nonsense"',
    'guide.json config-value error 3',
    'guide.json config-value error "x"',
  ]);
  if (!validator?.ok) throw new Error('not compiled');
  expect(validator.validate({ b: 'ああ', a: 1 }).map(({ pointer }) => pointer)).toEqual(['/b']);
});

test('what is broken within a condition takes the whole condition with it, so that no guide is asked for more', () => {
  const broken = { type: 'objekt' };
  const { validator, marks } = check(
    lay({
      properties: {
        a: { not: broken },
        b: JSON.parse('{"if":{"type":"objekt"},"then":{"const":1}}') as unknown,
        c: { oneOf: [broken, { type: 'string' }] },
        not: { type: 'string' },
      },
    }),
  );
  expect(marks).toHaveLength(3);
  if (!validator?.ok) throw new Error('not usable');
  expect(validator.validate({ a: 'x', b: 'x', c: 'x', not: 'x' })).toEqual([]);
  expect(validator.validate({ not: 1 })).toHaveLength(1);
});

describe('a file that is no JSON', () => {
  const whole = lay({ properties: { a: { type: 'string' }, b: { type: 'string' } } });

  test('is read as far as it goes, and names it may lack mean nothing', () => {
    const broken = whole.replace('"string"\n    },', '"string"\n    }');
    const { marks, diagnostics, fields, validator } = check(broken);
    expect(marks).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'config-syntax', severity: 'error' });
    expect(diagnostics[0]?.message.ja).toBe(
      '項目の定義の6行目を読めません。読めたところだけを使います。',
    );
    expect(fields.map(({ name }) => name)).toContain('a');
    expect(validator?.ok && validator.validate({ a: 'x', z: 1 })).toEqual([]);
    expect(validator?.ok && validator.validate({ a: 1 })).toHaveLength(1);
  });

  test.each(['', '\0', '[]', '3', '"a"', '{ "properties": ', '\ufeff'])(
    '%j gives no fields',
    (text) => {
      const { set, diagnostics } = check(text);
      expect(set).toBeUndefined();
      expect(diagnostics).toHaveLength(1);
      expect(diagnostics[0]?.message.ja).toMatch(/使いません。$/);
    },
  );

  test('is cut short where it is nested without end, or of many megabytes', () => {
    expect(check(`${'{"a":'.repeat(3000)}1`).diagnostics).toHaveLength(1);
    expect(check(`{"a":"${'x'.repeat(2 ** 21)}"}`).diagnostics).toHaveLength(1);
  });
});

describe('several files', () => {
  const blocks = lay({
    $id: 'https://site.example/blocks.json',
    $defs: {
      x: { $ref: '#text' },
      語: { type: 'string', maxLength: 2, title: '語', $anchor: 'text' },
      row: {
        type: 'object',
        properties: { w: { $ref: '#/$defs/語' }, back: { $ref: 'guide.json#/$defs/n' } },
      },
    },
  });
  const guide = lay({
    $defs: { n: { type: 'integer' } },
    properties: {
      a: { $ref: 'blocks.json#/$defs/x' },
      b: { type: 'array', items: { $ref: './blocks.json#/$defs/row' } },
      c: { $ref: 'blocks.json#/$defs/%E8%AA%9E' },
      d: { $ref: 'https://site.example/blocks.json#text' },
    },
  });

  test('refer to each other by name, in the form and in the checks alike', () => {
    const { marks, fields, validator } = check(['blocks.json', blocks], guide);
    expect(marks).toEqual([]);
    expect(fields.map(({ widget }) => widget)).toEqual(['text', 'object-list', 'text', 'text']);
    expect(fields[1]?.children?.map(({ widget }) => widget)).toEqual(['text', 'number']);
    if (!validator?.ok) throw new Error('not compiled');
    const data = { a: 'あああ', b: [{ w: 'あああ', back: 'x' }], c: 'あああ', d: 'あああ' };
    expect(validator.validate(data).map(({ keyword, pointer }) => `${keyword} ${pointer}`)).toEqual(
      ['maxLength /a', 'maxLength /b/0/w', 'type /b/0/back', 'maxLength /c', 'maxLength /d'],
    );
  });

  test('are each checked, and one that is broken leaves the others', () => {
    const { marks, fields, validator } = check(
      ['blocks.json', '{ "$defs": '],
      ['notes.json', '[]'],
      guide,
    );
    expect(marks.map((mark) => mark.split(' ').slice(0, 2).join(' '))).toEqual([
      'blocks.json config-syntax',
      'notes.json config-value',
      'guide.json config-value',
      'guide.json config-value',
      'guide.json config-value',
      'guide.json config-value',
    ]);
    expect(fields).toHaveLength(4);
    expect(validator?.ok).toBe(true);
  });

  test('the first is used where none is called guide.json', () => {
    expect(check(['a.json', guide], ['blocks.json', blocks]).fields).toHaveLength(4);
  });
});

test('definitions that refer to themselves check at every depth', () => {
  const { validator, marks } = check(
    lay({
      $dynamicAnchor: 'node',
      properties: {
        名: { type: 'string' },
        子: { type: 'array', items: { $ref: '#' } },
        枝: { $dynamicRef: '#node' },
      },
    }),
  );
  expect(marks).toEqual([]);
  if (!validator?.ok) throw new Error('not compiled');
  const data = { 子: [{ 子: [{ 名: 1 }] }], 枝: { 枝: { 名: 1 } } };
  expect(validator.validate(data).map(({ pointer }) => pointer)).toEqual([
    '/子/0/子/0/名',
    '/枝/枝/名',
  ]);
});
