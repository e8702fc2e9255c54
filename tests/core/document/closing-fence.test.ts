import { expect, test } from 'vitest';
import { parseGuide } from '#core/document/parse-guide';
import { applyEdits } from '#core/document/text-edit';

const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).split(/\r\n|\r|\n/).length;

test.each([
  ['---json\n{"a": 1}\n# Body\n', 2, '---json\n{"a": 1}\n---\n# Body\n'],
  ['---json\r\n{\r\n  "a": 1\r\n}', 4, '---json\r\n{\r\n  "a": 1\r\n}\r\n---'],
  ['---json\n{"a": 1} # Body', 2, '---json\n{"a": 1}\n---\n # Body'],
])(
  '[F50] in %j the closing fence is missing: one error at the brace, with the line as a fix',
  (text, line, mended) => {
    const parsed = parseGuide(text);
    expect(parsed.text).toBe(text);
    expect(parsed.data).toEqual({ a: 1 });
    expect(parsed.editable).toBe(false);
    const [finding] = parsed.diagnostics;
    expect(parsed.diagnostics).toHaveLength(1);
    expect(finding).toMatchObject({
      code: 'json-syntax',
      message: {
        ja: '記事情報の終わりを示す「---」の行がありません。',
        en: 'The line “---” that ends the guide details is missing.',
      },
    });
    expect(text.slice(finding?.from, finding?.to)).toBe('}');
    expect(lineOf(text, finding?.from ?? 0)).toBe(line);
    const after = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    expect(after).toBe(mended);
    expect(parseGuide(after)).toMatchObject({ editable: true, diagnostics: [] });
  },
);

test.each([
  '----',
  '-----',
  '---x',
  '--',
  ' ---',
  '--- end',
  '---json',
  '———',
  'ーーー',
  '---\u3000',
])('[F50] %j does not end the details: one error in its line, body and bytes kept', (fence) => {
  // Without another fence the block runs to the end; with one, to a line of the body.
  for (const body of ['# Body\n', '# Body\n\n---\n\n## 1\n', '']) {
    const text = `---json\n{\n  "a": 1\n}\n${fence}\n${body}`;
    const parsed = parseGuide(text);
    const [finding] = parsed.diagnostics;
    expect(parsed.text).toBe(text);
    expect(parsed.editable).toBe(false);
    expect(parsed.data).toEqual({ a: 1 });
    expect(parsed.diagnostics).toHaveLength(1);
    const found = fence.trim();
    expect(finding).toMatchObject({
      code: 'json-syntax',
      message: {
        ja: `5行目の「${found}」では、記事情報が終わりません。`,
        en: `Line 5, “${found}”, does not end the guide details.`,
      },
      advice: {
        ja: 'この行を半角の「---」だけにしてください。本文はその下から始まります。',
        en: 'Make this line “---” alone. The body begins below it.',
      },
    });
    expect(text.slice(finding?.from, finding?.to)).toBe(found);
    const after = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    const onlyDashes = /^[-—ー]+$/.test(found);
    expect(parseGuide(after).editable).toBe(onlyDashes);
    if (onlyDashes) expect(after.slice(parseGuide(after).parts.bodyFrom)).toBe(body);
  }
});

test.each([
  ['---json\n{"a": [1}\n----\n# Body\n', 2],
  ['---json', 1],
  ['---json\n', 1],
  ['---json\n{"a": 1,\n# {Body}\n', 3],
])('[F50] %j, broken and not closed, keeps its bytes and says so with a place', (text, line) => {
  const parsed = parseGuide(text);
  expect(parsed.text).toBe(text);
  expect(parsed.editable).toBe(false);
  const lines = parsed.diagnostics.map(({ from }) => lineOf(text, from));
  expect(lines).toContain(line);
  for (const { from, to } of parsed.diagnostics) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(text.length);
  }
  expect(parsed.diagnostics.every(({ message: { ja, en } }) => ja !== '' && en !== '')).toBe(true);
});
