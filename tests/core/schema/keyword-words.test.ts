import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { createValidator, type SchemaIssue } from '#core/schema/validator';
import { brokenGroups } from './broken-groups.ts';
import { brokenValues } from './broken-values.ts';

/** A schema for the answers of a list of questions. */
const around = (answer: object | boolean, $defs: object = {}): object => ({
  $defs,
  properties: {
    faq: {
      type: 'array',
      'x-label': { ja: 'よくある質問', en: 'FAQ' },
      items: {
        type: 'object',
        properties: {
          answer:
            typeof answer === 'object'
              ? { 'x-label': { ja: '答え', en: 'Answer' }, ...answer }
              : answer,
        },
      },
    },
  },
});

function check(schema: object, answer: unknown): readonly SchemaIssue[] {
  const validator = createValidator(schema);
  if (!validator.ok) throw new Error(validator.message.en);
  return validator.validate({ faq: [{}, { answer }] });
}

/** What ajv itself would say. */
function rawMessages(schema: object, answer: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  validate({ faq: [{}, { answer }] });
  return (validate.errors ?? []).flatMap(({ message }) => message ?? []);
}

/** Words of the schema language that a writer need not know; values and examples are quoted and left out. */
const jargon =
  /schema|keyword|property|properties|format|pattern|required|array|object|string|boolean|integer|items|const|enum|must|oneOf|anyOf/i;

function expectOurWords(issue: SchemaIssue, raw: readonly string[]): void {
  const texts = [issue.message, issue.advice].flatMap((text) => (text ? [text] : []));
  for (const { ja, en } of texts) {
    expect(ja.replaceAll(/「[^」]*」/g, '')).not.toMatch(jargon);
    const own = `${ja} ${en}`.replaceAll(/「[^」]*」|“[^”]*”/g, '');
    expect(own).not.toMatch(/\{\w+\}|undefined|NaN|\[object|Infinity/);
    for (const message of raw) expect(en).not.toContain(message);
  }
  expect(issue.message.en).toMatch(/^[A-Z“0-9].*\.$/);
  expect(issue.message.ja).toMatch(/。$/);
}

describe('what breaks a rule is said in our words, with its place and what to do', () => {
  const cases = [...brokenValues, ...brokenGroups].map((row) => ({ of: row[0], by: row[1], row }));
  test.each(cases)('$of $by', ({ row }) => {
    const [keyword, answer, value, pointer, message, advice, $defs] = row;
    const schema = around(answer, $defs);
    const [issue, ...more] = check(schema, value);
    expect(more.map((one) => one.keyword)).toEqual([]);
    expect([issue?.keyword, issue?.pointer]).toEqual([keyword, pointer]);
    if (!issue) throw new Error('nothing was found');
    expect(issue.message.ja).toContain(message);
    expect(issue.advice?.ja).toContain(advice);
    if (answer !== false) {
      expect(issue.message.ja).toContain('「よくある質問」の2件目の「答え」');
      expect(issue.message.en).toContain('“Answer” in item 2 of “FAQ”');
    }
    expectOurWords(issue, rawMessages(schema, value));
  });
});

const formats: readonly (readonly [string, unknown, string, string])[] = [
  ['date', '2026-02-30', '日付', 'a date'],
  ['date-time', '昨日', '日時', 'a date with time'],
  ['time', '25:00', '時刻', 'a time of day'],
  ['iso-time', '25:00', '時刻', 'a time of day'],
  ['iso-date-time', '昨日', '日時', 'a date with time'],
  ['duration', '1日', '長さを表す時間', 'a length of time'],
  ['uri', '場所', 'URL', 'a URL'],
  ['uri-reference', '\\場所', 'URLかサイトの中の場所', 'a URL or a place on the site'],
  ['uri-template', '{', 'URLのひな形', 'a template of URLs'],
  ['url', '場所', 'URL', 'a URL'],
  ['email', '太郎', 'メールアドレス', 'an email address'],
  ['hostname', '-', 'サーバーの名前', 'the name of a server'],
  ['ipv4', '300.1.1.1', 'IPアドレス', 'an IP address'],
  ['ipv6', ':', 'IPアドレス', 'an IP address'],
  ['regex', '(', '文字の並びの決まり', 'a rule for texts'],
  ['uuid', '1', '識別番号', 'an identification number'],
  ['json-pointer', 'a', '値の場所', 'the place of a value'],
  ['json-pointer-uri-fragment', 'a', '値の場所', 'the place of a value'],
  ['relative-json-pointer', 'a', '値の場所', 'the place of a value'],
  ['byte', '*', '文字に変えたデータ', 'data written as text'],
  ['int32', 2 ** 40, '整数', 'a whole number'],
  ['int64', 0.5, '整数', 'a whole number'],
];

describe('kinds of texts have names', () => {
  test.each(formats)('%s: %j cannot be read as %s', (format, value, ja, en) => {
    const schema = around({ format });
    const [issue] = check(schema, value);
    expect(issue?.message.ja).toContain(`は、${ja}として読めません。`);
    expect(issue?.message.en).toContain(`which cannot be read as ${en}.`);
    expect(issue?.advice?.ja).toMatch(/^「.+」のように書いてください。$/);
    if (issue) expectOurWords(issue, rawMessages(schema, value));
  });

  test('none that can be broken is left out, and the examples are themselves right', () => {
    const all = Object.keys(addFormats(new Ajv2020({ logger: false })).formats).sort();
    const tried = formats.map(([format]) => format);
    // These accept every text or number.
    const free = ['binary', 'double', 'float', 'password'];
    expect(all).toEqual([...tried, ...free].sort());
    for (const [format, value] of formats) {
      const [issue] = check(around({ format }), value);
      const example = issue?.advice?.ja.replace(/^「|」.*$/g, '') ?? '';
      const right = typeof value === 'number' ? Number(example) : example;
      expect([format, check(around({ format }), right)]).toEqual([format, []]);
    }
  });
});

test.each<[object, unknown, string]>([
  [{ maxLength: 1 }, 'ああ', 'can have 1 character.'],
  [{ maxLength: 2 }, 'あああ', 'can have 2 characters.'],
  [{ maxItems: 1 }, [1, 2], 'only 1 is allowed.'],
  [{ maxItems: 2 }, [1, 2, 3], 'up to 2 are allowed.'],
  [{ minItems: 1 }, [], '1 or more is needed.'],
  [{ minItems: 2 }, [], '2 or more are needed.'],
])('%j counts as English does', (schema, value, words) => {
  expect(check(around(schema), value)[0]?.message.en).toContain(words);
});

test.each<[object, unknown, string]>([
  [{ maxLength: 1 }, 'あああ', 'Take out 2 characters.'],
  [{ maxLength: 2 }, 'あああ', 'Take out 1 character.'],
  [{ minLength: 3 }, 'ああ', 'Add 1 character or more.'],
  [{ maxProperties: 1 }, { 名: 1, 年: 2 }, 'Take out 1 field.'],
])('advice on %j counts what is to be done', (schema, value, words) => {
  expect(check(around(schema), value)[0]?.advice?.en).toBe(words);
});
