import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify as stringifyYaml } from 'yaml';
import { stringify as stringifyToml } from 'smol-toml';
import { convertToJson } from '#core/document/convert-details';
import { parseGuide } from '#core/document/parse-guide';
import { applyEdits } from '#core/document/text-edit';

/** The guide after the conversion; throws where it was refused. */
function converted(text: string): string {
  const result = convertToJson(text);
  if (!result.ok) throw new Error(result.reason.en);
  return applyEdits(text, result.edits);
}

const lossesOf = (text: string) => {
  const result = convertToJson(text);
  return result.ok ? result.lost.map(({ kind, count, first }) => [kind, count, first]) : [];
};

const reasonOf = (text: string): string => {
  const result = convertToJson(text);
  return result.ok ? 'converted' : result.reason.en;
};

describe('turning YAML details into JSON', () => {
  it('[P1] writes two spaces and one item a line, in the order found, and leaves the body', () => {
    const text =
      '---\ntitle: 看護師\ntags: [医療, "夜勤: あり"]\nfaq:\n  - q: はい\n    a: ""\nnone:\nempty: {}\nlist: []\n---\n# H1\n\n---\nbody\n';
    expect(converted(text)).toBe(
      '---json\n{\n  "title": "看護師",\n  "tags": [\n    "医療",\n    "夜勤: あり"\n  ],\n  "faq": [\n    {\n      "q": "はい",\n      "a": ""\n    }\n  ],\n  "none": null,\n  "empty": {},\n  "list": []\n}\n---\n# H1\n\n---\nbody\n',
    );
    expect(lossesOf(text)).toEqual([]);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('[F47] keeps %s line ends and a byte order mark', (_, eol) => {
    const text = ['\ufeff---yaml  ', 'a: 1', 'b:', '  - x', '---\t', '# body', ''].join(eol);
    expect(converted(text)).toBe(
      [
        '\ufeff---json',
        '{',
        '  "a": 1,',
        '  "b": [',
        '    "x"',
        '  ]',
        '}',
        '---\t',
        '# body',
        '',
      ].join(eol),
    );
  });

  it('[F48] keeps a file that ends at the closing line', () => {
    expect(converted('---\na: 1\n---')).toBe('---json\n{\n  "a": 1\n}\n---');
  });

  it('[P1] numbers keep their spelling where JSON has it, and their value where it has not', () => {
    const text = '---\nn: [9007199254740993, 1.0, 1e3, -0, 0x1F, 0o17, +3, .5, 007, 1.50]\n---\n';
    expect(
      converted(text)
        .match(/^ {4}(.*?),?$/gm)
        ?.join('')
        .replaceAll(/\s+/g, ''),
    ).toBe('9007199254740993,1.0,1e3,-0,31,15,3,0.5,7,1.50');
  });

  it('dates, signs in text and words that other readers take for yes stay the text that was written', () => {
    const text =
      '---\nd: 2026-11-23\nt: 2026-11-23 10:00:00\ne: !!timestamp 2026-1-2\ny: yes\nz: 12:30\nblock: |\n  # no comment\n  &no\nq: "# no"\n---\n';
    expect(parseGuide(converted(text)).data).toEqual({
      d: '2026-11-23',
      t: '2026-11-23 10:00:00',
      e: '2026-1-2',
      y: 'yes',
      z: '12:30',
      block: '# no comment\n&no\n',
      q: '# no',
    });
    expect(lossesOf(text)).toEqual([
      ['tags', 1, '!!timestamp'],
      ['dates', 2, '2026-11-23'],
      ['readings', 2, 'yes'],
    ]);
  });

  it('tells of comments, anchors and tags, and writes out what they stood for', () => {
    const text =
      '---\n# 下書き\nbase: &b {x: 1} # なぜ\ncopy: *b\nmerged:\n  <<: *b\n  y: 2\nown: !site "v"\n---\n';
    expect(parseGuide(converted(text)).data).toEqual({
      base: { x: 1 },
      copy: { x: 1 },
      merged: { x: 1, y: 2 },
      own: 'v',
    });
    expect(lossesOf(text)).toEqual([
      ['comments', 2, '# 下書き'],
      ['anchors', 3, '&b'],
      ['tags', 1, '!site'],
    ]);
  });

  it.each([
    ['a value that JSON has not', 'a:\n  b: [1, .nan]', 'The value at “/a/b/1”'],
    ['an endless number', 'a: -.inf', 'The value at “/a”'],
    ['[T30] a list that holds itself', 'a: &x [*x]', '64 levels'],
    ['a set', 'a: !!set {x, y}', 'The value at “/a”'],
    ['[T29] a hostile name', 'a: 1\n__proto__: {x: 1}', 'named “__proto__”'],
    ['[T29] a hostile name further down', 'a:\n  - constructor: 1', 'named “constructor”'],
    ['a name that is no text', 'a:\n  ? [1, 2]\n  : x', '“/a” has a field whose name'],
    ['an empty name', '~: x', '“” has a field whose name'],
    ['two names that become one', '1: a\n"1": b', 'two fields named “1”'],
    ['a name there twice', 'a: 1\na: 2', 'cannot be read'],
    ['broken YAML', 'a: [1', 'cannot be read'],
    ['names that two readers spell differently', '+9007199254740993: x', 'not stay the same'],
    ['[T30] what would be too large as JSON', `a: [${'1,'.repeat(60_000)}1]`, '256 KB'],
    ['no fields at all', '', 'cannot be read'],
    [
      '[T30] a bomb',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${Array(12).fill('*a')}]\nc: &c [${Array(12).fill('*b')}]`,
      'cannot be read',
    ],
    ['[T30] nesting beyond the limit', `a: ${'['.repeat(70)}${']'.repeat(70)}`, '64 levels'],
  ])('refuses %s', (_, block, reason) => {
    expect(reasonOf(`---\n${block}\n---\n# body\n`)).toContain(reason);
  });

  it.each(['---json\n{}\n---\n', '# body', '---js\nx\n---\n', '---\na: 1\n# no end'])(
    'refuses %j',
    (text) => {
      expect(convertToJson(text).ok).toBe(false);
    },
  );
});

describe('turning TOML details into JSON', () => {
  it('[P1] does the same for TOML, whose fences become those of JSON', () => {
    const text =
      '+++ \r\ntitle = \'看護師\' # 名前\r\nn = 9223372036854775807\r\nf = 1.0\r\nd = 2026-11-23\r\n[a]\r\nb = "# no"\r\n[[c]]\r\nx = [1, 2]\r\n+++ \r\n# body\r\n';
    expect(converted(text)).toBe(
      [
        ...['---json', '{', '  "title": "看護師",', '  "n": 9223372036854775807,', '  "f": 1.0,'],
        ...['  "d": "2026-11-23",', '  "a": {', '    "b": "# no"', '  },', '  "c": [', '    {'],
        ...['      "x": [', '        1,', '        2', '      ]', '    }', '  ]', '}', '--- '],
        ...['# body', ''],
      ].join('\r\n'),
    );
    expect(lossesOf(text)).toEqual([
      ['comments', 1, '# 名前'],
      ['dates', 1, '2026-11-23'],
    ]);
  });

  it.each([70, 60_000])('[T30] refuses names of %i parts, which nest as deep', (parts) => {
    const text = `+++\n${'a.'.repeat(parts)}b = 1\n+++\n`;
    expect(reasonOf(text)).toContain('64 levels');
  });

  it('takes no sign inside any kind of text for a comment', () => {
    const text = `+++\na = """\n# no \\""" # no\n""""\nb = '''# no'''\nc = "\\"# no"\nd = '# no'\n+++\n`;
    expect(lossesOf(text)).toEqual([]);
    expect(parseGuide(converted(text)).data).toMatchObject({ a: '# no """ # no\n"' });
  });

  it.each([
    ['a = nan', 'The value at “/a”'],
    ['a = [1.0, inf]', 'The value at “/a/1”'],
    ['constructor = 1', 'named “constructor”'],
    ['a = 1\na = 2', 'cannot be read'],
  ])('refuses %j', (block, reason) => {
    expect(reasonOf(`+++\n${block}\n+++\n`)).toContain(reason);
  });
});

describe('any details', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      '012',
      '2026-01-01',
      '# x',
      '&a',
      '- a',
      'a: b',
      '"',
      "'",
      ' ',
      '\n',
      '---',
      '+++',
    ),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, leaf, fc.array(leaf), tie('tree')), {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    }),
  }));
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it('[P1] hold the same values as JSON as they did as YAML and TOML, above the same body', () => {
    let count = 0;
    fc.assert(
      fc.property(tree, fc.boolean(), (data, yaml) => {
        const fence = yaml ? '---' : '+++';
        const block = yaml ? stringifyYaml(data) : stringifyToml(data);
        const text = `${fence}\n${block.trimEnd()}\n${fence}\n# body\n`;
        const { data: before, diagnostics, parts } = parseGuide(text);
        // A line of three signs in a block text ends the block: not these details then.
        fc.pre(diagnostics.length === 0 && text.slice(parts.bodyFrom) === '# body\n');
        count += 1;
        const after = converted(text);
        expect(plain(parseGuide(after).data)).toEqual(plain(before));
        expect(after.endsWith('\n---\n# body\n')).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(count).toBeGreaterThan(400);
  });
});
