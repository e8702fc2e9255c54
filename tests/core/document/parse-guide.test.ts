import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('[F50] a missing closing fence is one error and the values are still read', () => {
  const parsed = parseGuide('---json\n{"a": 1}\n# Body\n');
  expect(parsed.diagnostics.map(({ message }) => message.en)).toEqual([
    'The line “---” that ends the guide details is missing.',
  ]);
  expect(parsed.data).toEqual({ a: 1 });
});

test('[F50] a name written twice is reported at the second, and the last value counts', () => {
  const text = guide('{"a": 1, "a": 2}');
  const { diagnostics, data } = parseGuide(text);
  expect(data).toEqual({ a: 2 });
  expect(diagnostics).toMatchObject([{ code: 'json-duplicate-key', pointer: '/a', from: 17 }]);
});

test.each(['js', 'javascript', 'coffee', 'constructor', '__proto__'])(
  '[T26] ---%s is reported and nothing of it runs',
  (language) => {
    const text = `---${language}\n(globalThis.ran = true, {a: 1})\n---\n# Body`;
    const parsed = parseGuide(text);
    expect(codes(text)).toEqual(['front-matter-refused']);
    expect(parsed.data).toBeUndefined();
    expect(parsed.parts.bodyFrom).toBe(text.indexOf('# Body'));
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  },
);

test('[T28] the same broken text gives the same error twice', () => {
  const text = guide('{"a": }');
  expect(parseGuide(text).diagnostics).toEqual(parseGuide(text).diagnostics);
  expect(codes(text)).toEqual(['json-syntax']);
});

test('[T29] hostile names are errors with a place and reach no prototype', () => {
  const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'a');
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.constant('"x"'), tie('object'), tie('list')),
    list: fc.array(tie('node'), { maxLength: 2 }).map((items) => `[${items.join(',')}]`),
    object: fc
      .array(fc.tuple(names, tie('node')), { minLength: 1, maxLength: 3 })
      .map((all) => `{${all.map(([name, value]) => `"${name}": ${String(value)}`).join(',')}}`),
  }));
  fc.assert(
    fc.property(tree.object, (json) => {
      const text = guide(json);
      const parsed = parseGuide(text);
      const expected = json.match(/"(?:__proto__|constructor|prototype)"/g)?.length ?? 0;
      const found = parsed.diagnostics.filter(({ code }) => code === 'json-hostile-key');
      expect(found.length).toBe(expected);
      expect(found.every(({ from, to }) => /^"\w+"$/.test(text.slice(from, to)))).toBe(true);
      expect(JSON.stringify(parsed.data)).not.toMatch(/__proto__|constructor|prototype/);
      expect(Object.getPrototypeOf(parsed.data)).toBeNull();
      expect(({} as { x?: unknown }).x).toBeUndefined();
    }),
  );
});

test.each([
  ['100,000 open brackets', '['.repeat(100_000)],
  ['brackets behind a quote in a comment', `{"a": /*"*/${'['.repeat(100_000)}`],
  ['brackets closed by the wrong kind', '{"a":],"b":'.repeat(20_000)],
  ['a block of 50 MB', `{"a": "${'x'.repeat(50_000_000)}"}`],
  ['a block over the limit in bytes only', `{"a": "${'あ'.repeat(100_000)}"}`],
  ['65 levels', `{"a": ${'['.repeat(64)}${']'.repeat(64)}}`],
])('[T30] %s is refused before it is parsed', (_name, json) => {
  const parsed = parseGuide(guide(json));
  expect(parsed.root).toBeUndefined();
  expect(parsed.diagnostics.map(({ code }) => code)).toEqual(['json-syntax']);
});

test('[T30] 64 levels and 200 KB are read', () => {
  const deep = parseGuide(guide(`{"a": ${'['.repeat(63)}${']'.repeat(63)}}`));
  expect(deep.editable).toBe(true);
  expect(parseGuide(guide(`{"a": "${'x'.repeat(200_000)}"}`)).editable).toBe(true);
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
      if (diagnostics.length === 0) expect(JSON.parse(JSON.stringify(data))).toEqual(plain);
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
