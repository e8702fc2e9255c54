import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGuide } from '#core/document/parse-guide';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n`;
const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).split(/\r\n|\r|\n/).length;

const engines = [
  'js',
  'javascript',
  'JavaScript',
  'JS',
  'coffee',
  'coffeescript',
  'cson',
  'ts',
  'eval',
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  'hasOwnProperty',
  ' js',
  '\tjavascript ',
];

test.each(engines)('[T26] ---%s is reported with its name and nothing of it runs', (language) => {
  const body = '# Body\n---js\n';
  const text = `---${language}\n(globalThis.ran = true, {a: 1})\n---\n${body}`;
  const parsed = parseGuide(text);
  const name = language.trim();
  expect(parsed.diagnostics).toMatchObject([
    {
      code: 'front-matter-refused',
      from: 0,
      to: text.indexOf('\n', 0) - (language.length - language.trimEnd().length),
      message: {
        ja: `「---${name}」で始まる記事情報には対応していません。`,
        en: `Guide details that begin with “---${name}” are not supported.`,
      },
    },
  ]);
  expect(parsed).toMatchObject({ text, editable: false });
  expect([parsed.data, parsed.root]).toEqual([undefined, undefined]);
  expect(text.slice(parsed.parts.bodyFrom)).toBe(body);
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
});

test.each([
  guide('{"a": }'),
  guide('{"a": 1, "a": 2, "__proto__": 3}'),
  '---json\n{"a": 1}\n----\n',
  '---js\n{"a": 1}\n---\n',
  '---\na: [1\n---\n',
  '+++\na =\n+++\n',
])('[T28] %j gives the same findings and values each time it is read', (text) => {
  const first = parseGuide(text);
  expect(first.diagnostics.length).toBeGreaterThan(0);
  for (let i = 0; i < 3; i += 1) {
    const again = parseGuide(text);
    expect(again).toEqual(first);
    expect(again.diagnostics).not.toBe(first.diagnostics);
  }
});

test.each([
  ['{"a": [{"x": 1,\n "__proto__": {"y": 2}}]}', '/a/0/__proto__', '"__proto__"', 3],
  ['{\n"constructor": 1}', '/constructor', '"constructor"', 3],
  ['{"a":\n{"b":\n{"prototype": null}}}', '/a/b/prototype', '"prototype"', 4],
  ['{"\\u005f_proto__": {"x": 1}}', '/__proto__', '"\\u005f_proto__"', 2],
])('[T29] %j has one hostile name, reported where it stands', (json, pointer, written, line) => {
  const text = guide(json);
  const { diagnostics } = parseGuide(text);
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  expect(diagnostics).toMatchObject([
    {
      code: 'json-hostile-key',
      severity: 'error',
      pointer,
      message: {
        ja: `「${name}」という名前は、サイトの動作を変えるおそれがあるため使えません。`,
        en: `The name “${name}” can change how the site behaves and cannot be used.`,
      },
    },
  ]);
  const [{ from, to } = { from: 0, to: 0 }] = diagnostics;
  expect(text.slice(from, to)).toBe(written);
  expect(lineOf(text, from)).toBe(line);
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
      for (const { pointer, from, to } of found) {
        const name = JSON.parse(text.slice(from, to)) as string;
        expect(pointer?.endsWith(`/${name}`)).toBe(true);
      }
      expect(JSON.stringify(parsed.data)).not.toMatch(/__proto__|constructor|prototype/);
      expect(Object.getPrototypeOf(parsed.data)).toBeNull();
      expect(({} as { x?: unknown }).x).toBeUndefined();
    }),
  );
});

const large = '256 KBを超えている';
const deep = '入れ子が64段を超えている';

test.each([
  ['100,000 open brackets', '['.repeat(100_000), deep, 64],
  ['100,000 open braces', '{"a":'.repeat(50_000), deep, 64 * 5],
  ['brackets behind a quote in a comment', `{"a": /*"*/${'['.repeat(100_000)}`, deep, 11 + 63],
  ['brackets closed by the wrong kind', '{"a":],"b":'.repeat(20_000), deep, 64 * 11],
  ['a block of 50 MB', `{"a": "${'x'.repeat(50_000_000)}"}`, large, 0],
  ['50 MB of brackets', '['.repeat(50_000_000), large, 0],
  ['a block over the limit in bytes only', `{"a": "${'あ'.repeat(100_000)}"}`, large, 0],
  ['65 levels', `{"a": ${'['.repeat(64)}${']'.repeat(64)}}`, deep, 6 + 63],
])('[T30] %s: refused before it is parsed, with a place', (_name, json, ja, at) => {
  const text = guide(json);
  const parsed = parseGuide(text);
  expect([parsed.root, parsed.data, parsed.editable]).toEqual([undefined, undefined, false]);
  expect(parsed.text === text && text.slice(parsed.parts.bodyFrom) === '# Body\n').toBe(true);
  expect(parsed.diagnostics).toMatchObject([
    {
      code: 'json-syntax',
      from: '---json\n'.length + at,
      to: '---json\n'.length + at + 1,
      message: {
        ja: expect.stringContaining(ja) as string,
        en: expect.stringContaining(
          ja === large ? 'larger than 256 KB' : '64 levels deep',
        ) as string,
      },
    },
  ]);
});

test('[F49] half a surrogate pair written as an escape is read as it is and kept as written', () => {
  const text = guide('{"a": "\\ud83d", "b": ["x\\uDE00y"]}');
  const parsed = parseGuide(text);
  expect(parsed).toMatchObject({ text, editable: true, diagnostics: [] });
  expect(parsed.data).toEqual({ a: '\ud83d', b: ['x\ude00y'] });
});

test('[T30] 64 levels and 200 KB are read', () => {
  const most = parseGuide(guide(`{"a": ${'['.repeat(63)}${']'.repeat(63)}}`));
  expect(most.editable).toBe(true);
  expect(parseGuide(guide(`{"a": "${'x'.repeat(200_000)}"}`)).editable).toBe(true);
});
