import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameJson } from '#core/document/json-data';
import { keyRangeOf, rangeOf } from '#core/document/pointer';
import { parseGuide } from '#core/document/parse-guide';
import { applyEdits } from '#core/document/text-edit';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n`;
const codes = (text: string): string[] => parseGuide(text).diagnostics.map(({ code }) => code);

test('reads values, and where they stand', () => {
  const text = guide('{\n  "title": "あ",\n  "tags": ["x", "y"]\n}');
  const parsed = parseGuide(text);
  expect(parsed.editable).toBe(true);
  expect(parsed.data).toEqual({ title: 'あ', tags: ['x', 'y'] });
  const at = rangeOf(parsed, '/tags/1');
  expect(text.slice(at?.from, at?.to)).toBe('"y"');
  const key = keyRangeOf(parsed, '/tags');
  expect(text.slice(key?.from, key?.to)).toBe('"tags"');
  expect(rangeOf(parsed, '/nothing')).toBeUndefined();
});

test.each([
  ['{\n"a": 1\n"b": 2\n}', 2, '「,」がない'],
  ['{\n"a": 1,\n}', 2, 'あとに項目がない'],
  ['{\n"a": [1,],\n"b": 1}', 2, 'あとに項目がない'],
  ['{\n"a": "x,\n"b": 1\n}', 2, '閉じられていません'],
  ['{\n"a": ["x"\n"b": 1\n}', 2, '「[」が「]」で'],
  ['{\n"a": 1', 2, '「{」が「}」で'],
  ['{\n"a" 1\n}', 2, '「:」がありません'],
  ['{\n"a": \n}', 3, '値がありません'],
  ['{\na: 1\n}', 2, '囲まれていない'],
  ['{\n"a": 1\n}\nmore', 4, 'ほかの文字'],
  ['{\n"a": 1 // why\n}', 2, 'コメント'],
  ['{\n"a": "\\x"\n}', 2, 'あとの文字'],
  ['{\n"a": "x\ty"\n}', 2, 'そのまま書けない'],
  ['# note\n{"a": 1}', 1, '囲まれていない'],
  ['"scalar"', 1, '「{」で始まり'],
  ['[1]', 1, '「{」で始まり'],
])('[F50] %j is one syntax error in its line, said in plain words', (json, line, words) => {
  const { diagnostics, editable } = parseGuide(guide(json));
  expect(editable).toBe(false);
  expect(diagnostics[0]?.code).toBe('json-syntax');
  expect(diagnostics[0]?.message.ja).toContain(words);
  const before = guide(json).slice(0, diagnostics[0]?.from);
  expect(before.split('\n').length - 1).toBe(line);
  expect(diagnostics.every(({ message }) => message.en !== '' && message.ja !== '')).toBe(true);
});

test.each(['{\n"a": 1\n"b": 2\n}', '{\n"a": [1, 2,],\n"b": 2,\n}'])(
  'the commas of %j can be put right',
  (json) => {
    let text = guide(json);
    for (let i = 0; i < 3; i += 1) {
      text = applyEdits(text, parseGuide(text).diagnostics[0]?.fixes?.[0]?.edits ?? []);
    }
    expect(codes(text)).toEqual([]);
    expect(parseGuide(text).data).toHaveProperty('b', 2);
  },
);

test('[F50] a name written twice is reported at the second, and the last value counts', () => {
  const text = guide('{"a": 1, "a": 2}');
  const { diagnostics, data } = parseGuide(text);
  expect(data).toEqual({ a: 2 });
  expect(diagnostics).toMatchObject([
    {
      code: 'json-duplicate-key',
      pointer: '/a',
      from: 17,
      to: 20,
      message: {
        ja: '「a」が2回書かれています。サイトは最後の値だけを使います。',
        en: '“a” is there twice. The site uses only the last value.',
      },
    },
  ]);
});

test('agrees with JSON.parse on what is JSON, and never throws', () => {
  const slip = fc.tuple(fc.nat(60), fc.constantFrom('', '"', ',', '}', ']', '\n', '\\', '0', ' '));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), slip, (value, [at, insert]) => {
      const json = JSON.stringify(value, null, 2);
      const broken = json.slice(0, at) + insert + json.slice(at + 1);
      let plain: unknown;
      try {
        plain = JSON.parse(broken);
      } catch {
        plain = undefined;
      }
      const { editable, data, diagnostics } = parseGuide(guide(broken));
      const isObject = typeof plain === 'object' && plain !== null && !Array.isArray(plain);
      expect(editable).toBe(isObject);
      if (diagnostics.length === 0) expect(isSameJson(data, plain)).toBe(true);
    }),
    { numRuns: 500 },
  );
  fc.assert(fc.property(fc.string(), (text) => parseGuide(`---json\n${text}`).text !== undefined));
});

test('YAML and TOML are read to data, with places for YAML, and stay read-only', () => {
  const yaml = parseGuide('---\ntitle: あ\ntags: [x, y]\non: 2020-01-01\n---\n# Body\n');
  expect(yaml).toMatchObject({ editable: false, diagnostics: [] });
  expect(yaml.data).toEqual({ title: 'あ', tags: ['x', 'y'], on: '2020-01-01' });
  const at = rangeOf(yaml, '/tags/1');
  expect(yaml.text.slice(at?.from, at?.to)).toBe('y');
  const toml = parseGuide('+++\ntitle = "あ"\n+++\n# Body\n');
  expect(toml).toMatchObject({ editable: false, diagnostics: [], data: { title: 'あ' } });
});

test.each(['---\na: [1\n---\n', '+++\na =\n+++\n', '---\njust text\n---\n'])(
  'broken %j is reported, not thrown',
  (text) => {
    expect(codes(text)).toEqual(['front-matter-syntax']);
  },
);

test.each(['[', '{', '- ', '? ', '{a: ', '[x, {y: '])(
  '[T30] YAML nested without end by %j is refused at its place, and the process lives',
  (level) => {
    // The library would recurse until the process is out of memory, which no catch can hold.
    const { data, diagnostics } = parseGuide(`---\na: 1\nb:\n  ${level.repeat(20_000)}\n---\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter-syntax']);
    expect(diagnostics[0]?.message.en).toContain('64 levels');
    expect(diagnostics[0]?.from).toBeGreaterThan(60);
    expect(data).toBeUndefined();
  },
);

test.each([
  ['a: 1\nb: 2\na: 3', 14],
  ['x:\n  - {a: 1, a: 2}', 18],
  ['? {a: 1, a: 2}\n: 1', 13],
])('[F50] a name that YAML has twice is found where it is again: %j', (block, at) => {
  const { diagnostics } = parseGuide(`---\n${block}\n---\n`);
  expect(diagnostics.map(({ code, from }) => [code, from])).toEqual([['front-matter-syntax', at]]);
});

test('[T30] YAML of 15,000 names is read', () => {
  const names = Array.from({ length: 15_000 }, (_, i) => `k${i}: 1`).join('\n');
  expect(codes(`---\n${names}\n---\n`)).toEqual([]);
});

test('[T30] YAML of 64 levels is read, and brackets within its texts are no levels', () => {
  const deep = `---\n${'{a: '.repeat(64)}1${'}'.repeat(64)}\n---\n`;
  expect(parseGuide(deep)).toMatchObject({ diagnostics: [], data: { a: { a: {} } } });
  const texts = ['"', "'"].map((quote) => `${quote}${'['.repeat(500)}${quote}`);
  const block = `a: ${texts.join('\nb: ')}\nc: |\n  ${'[{'.repeat(500)}\n# ${'['.repeat(500)}`;
  expect(codes(`---\n${block}\n---\n`)).toEqual([]);
});

test('[T30] aliases of YAML that multiply are stopped', () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 12; i += 1) {
    bomb.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(',')}]`,
    );
  }
  expect(codes(`---\n${bomb.join('\n')}\n---\n`)).toEqual(['front-matter-syntax']);
});
