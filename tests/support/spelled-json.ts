import fc from 'fast-check';

/**
 * A JSON value with the spelling of its scalars and names, which a test compares byte for byte;
 * `any` is a value that may be written in any way.
 */
export type Spelled =
  | { readonly kind: 'scalar'; readonly raw: string }
  | { readonly kind: 'any'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Spelled[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, SpelledField> };

/** A field by its name as read; `rawName` is the name as written, quotes included, where that matters. */
export interface SpelledField {
  readonly rawName?: string;
  readonly value: Spelled;
}

/** The plain value, as JSON.parse gives it. */
export function plain(spelled: Spelled): unknown {
  switch (spelled.kind) {
    case 'scalar':
      return JSON.parse(spelled.raw) as unknown;
    case 'any':
      return spelled.value;
    case 'list':
      return spelled.items.map(plain);
    case 'object':
      return Object.fromEntries(
        [...spelled.fields].map(([name, { value }]) => [name, plain(value)]),
      );
  }
}

/** JSON text of a value on one line, in its spelling. */
export function compact(spelled: Spelled): string {
  switch (spelled.kind) {
    case 'scalar':
      return spelled.raw;
    case 'any':
      return JSON.stringify(spelled.value);
    case 'list':
      return `[${spelled.items.map(compact).join(',')}]`;
    case 'object': {
      const fields = [...spelled.fields].map(
        ([name, { rawName, value }]) => `${rawName ?? JSON.stringify(name)}:${compact(value)}`,
      );
      return `{${fields.join(',')}}`;
    }
  }
}

const hostile = ['__proto__', 'constructor', 'prototype'];

const hex = (code: number): string => code.toString(16).padStart(4, '0');
const written: Readonly<Record<string, readonly string[]>> = {
  '"': ['\\"', '\\u0022'],
  '\\': ['\\\\', '\\u005C'],
  '/': ['/', '\\/', '\\u002f'],
  '\n': ['\\n', '\\u000a'],
  '\t': ['\\t', '\\u0009'],
};

/** One way or another to write a UTF-16 unit in JSON. */
function unitWritten(unit: string, choice: number): string {
  const ways = written[unit];
  if (ways) return ways[choice % ways.length] ?? unit;
  const code = unit.charCodeAt(0);
  if (code < 0x20 || choice % 5 === 0)
    return `\\u${choice % 2 ? hex(code) : hex(code).toUpperCase()}`;
  return unit;
}

/** A text as a JSON string that mixes plain characters and escapes; pairs are written whole or as two escapes. */
function spellText(text: string, choices: readonly number[]): string {
  const out = [...text].map((character, i) => {
    const choice = choices[i % Math.max(1, choices.length)] ?? 1;
    if (character.length === 1) {
      const half = /\p{Surrogate}/u.test(character);
      return half ? `\\u${hex(character.charCodeAt(0))}` : unitWritten(character, choice);
    }
    if (choice % 5 !== 0) return character;
    return [...Array(2).keys()].map((at) => `\\u${hex(character.charCodeAt(at))}`).join('');
  });
  return `"${out.join('')}"`;
}

const texts = fc.oneof(
  fc.constantFrom(
    '',
    'あ',
    '看護/助産',
    '🏷️',
    '𠮷野家',
    '"',
    '\\',
    'a\nb',
    '\ud83d',
    '\udc00x',
    '\u2028',
    '\u0000',
    '---',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
);
const choices = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
const spelledText = fc.tuple(texts, choices).map(([text, ways]) => spellText(text, ways));

const scalars = fc
  .oneof(
    { weight: 4, arbitrary: spelledText },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '0',
        '-0',
        '1',
        '1.0',
        '1e3',
        '1E+03',
        '0.10',
        '-12.50',
        '9007199254740993',
        '1e999',
        '123456789012345678901234567890',
      ),
    },
    { weight: 1, arbitrary: fc.integer().map(String) },
    { weight: 1, arbitrary: fc.constantFrom('true', 'false') },
    { weight: 1, arbitrary: fc.constant('null') },
  )
  .map((raw): Spelled => ({ kind: 'scalar', raw }));

const names = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'title',
    'tags',
    'タグ',
    '',
    '-',
    '0',
    '~1/',
    'a"b',
    '*',
    'toString',
  ),
  texts.filter((text) => !hostile.includes(text)),
);

function objectOf(values: fc.Arbitrary<Spelled>, minLength: number): fc.Arbitrary<Spelled> {
  const field = fc.tuple(names, choices, values);
  return fc
    .uniqueArray(field, { minLength, maxLength: 4, selector: ([name]) => name })
    .map((all) => ({
      kind: 'object',
      fields: new Map(
        all.map(([name, ways, value]) => [name, { rawName: spellText(name, ways), value }]),
      ),
    }));
}

const tree = fc.letrec<{ any: Spelled; list: Spelled; records: Spelled; object: Spelled }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'json' },
      { weight: 5, arbitrary: scalars },
      { weight: 2, arbitrary: tie('list') },
      { weight: 1, arbitrary: tie('records') },
      { weight: 2, arbitrary: tie('object') },
    ),
    list: fc
      .array(tie('any'), { maxLength: 4, depthIdentifier: 'json' })
      .map((items) => ({ kind: 'list', items })),
    // Objects with the same few names, as lists of questions or links have them.
    records: fc
      .array(objectOf(scalars, 1), { minLength: 1, maxLength: 3 })
      .map((items) => ({ kind: 'list', items })),
    object: objectOf(tie('any'), 0),
  }),
);

/** Any JSON value in any spelling, nested up to a few levels. */
export const spelledValue: fc.Arbitrary<Spelled> = tree.any;

/** Any JSON object with at least one field. */
export const spelledObject: fc.Arbitrary<Spelled> = objectOf(tree.any, 1);
