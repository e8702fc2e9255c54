import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffBody } from '#core/compare/body-diff';
import { diffGuide } from '#core/compare/guide-diff';
import { compareWords } from '#core/text/compare-words';
import { splitLines } from '#core/export/line-counts';

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, index) => `行${index + 1}\n`).join('');

describe('the lines of a body', () => {
  test('fold what stays the same, and keep three lines around a change', () => {
    const after = numbered(40).replace('行20\n', '行二十\n');
    const { parts, places } = diffBody(numbered(40), after);
    expect(places).toBe(1);
    expect(
      parts.map((part) => (part.type === 'same' ? [part.from, part.to] : part.lines.length)),
    ).toEqual([[1, 16], 8, [24, 40]]);
  });

  test('mark the words that differ, by Japanese words', () => {
    const { parts } = diffBody('設定を変える。\n', '構成を変える。\n');
    const lines = parts.flatMap((part) => part.lines);
    expect(lines).toMatchObject([
      {
        kind: 'removed',
        oldNumber: 1,
        words: [{ text: '設定', changed: true }, { changed: false }],
      },
      {
        kind: 'added',
        newNumber: 1,
        words: [{ text: '構成', changed: true }, { text: 'を変える。' }],
      },
    ]);
  });

  test('mark one run where only a particle between two changes is alike', () => {
    const { before, after } = compareWords(
      '数字を見て、朝に直します。',
      '数字を見て、夜に消します。',
    );
    expect(before).toEqual([
      { text: '数字を見て、', changed: false },
      { text: '朝に直', changed: true },
      { text: 'します。', changed: false },
    ]);
    expect(after[1]).toEqual({ text: '夜に消', changed: true });
  });

  test('mark the whole line where nothing is alike', () => {
    const [part] = diffBody('朝は数字を見る\n', 'abcdef\n').parts;
    expect(part?.lines[1]?.words).toEqual([{ text: 'abcdef', changed: true }]);
  });

  test('say where only the line end differs', () => {
    const lines = diffBody('a\r\nb', 'a\nb').parts.flatMap((part) => part.lines);
    expect(lines[1]).toMatchObject({ kind: 'added', endOnly: true });
  });

  test('give both texts back, whatever changed', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'あ。\n', '\n', 'c\r\n'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const { parts } = diffBody(old.join(''), now.join(''));
        const lines = parts.flatMap((part) => part.lines);
        const read = (skip: string): string[] =>
          lines
            .filter(({ kind }) => kind !== skip)
            .map(({ words }) => words.map((word) => word.text).join(''));
        expect(read('added')).toEqual(old.map((line) => line.trimEnd()));
        expect(read('removed')).toEqual(now.map((line) => line.trimEnd()));
        const numbers = lines.flatMap((line) => line.newNumber ?? []);
        expect(numbers).toEqual(splitLines(now.join('')).map((_, index) => index + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the details of a guide', () => {
  const fields = [
    {
      name: 'title',
      pointer: '/title',
      widget: 'text',
      label: { ja: 'タイトル', en: 'Title' },
      required: true,
    },
    {
      name: 'tags',
      pointer: '/tags',
      widget: 'chips',
      label: { ja: 'タグ', en: 'Tags' },
      required: true,
    },
  ] as const;
  const guide = (details: object, body = '# x\n'): string =>
    `---json\n${JSON.stringify(details, null, 2)}\n---\n${body}`;

  test('are compared field by field, in the order of the form', () => {
    const diff = diffGuide(
      guide({ extra: 1, tags: ['データ', '統計'], title: '数字を読む仕事' }),
      guide({ extra: 2, tags: ['データ', 'SQL'], title: '数字を読む仕事です' }),
      fields,
    );
    expect(diff.fields.map(({ name, label, shape }) => [name, label.ja, shape])).toEqual([
      ['title', 'タイトル', 'text'],
      ['tags', 'タグ', 'list'],
      ['extra', 'extra', 'text'],
    ]);
    expect(diff.fields[1]).toMatchObject({
      before: [
        { text: 'データ', changed: false },
        { text: '統計', changed: true },
      ],
      after: [
        { text: 'データ', changed: false },
        { text: 'SQL', changed: true },
      ],
    });
    expect(diff.body.places).toBe(0);
  });

  test('of a new guide have nothing on the side of the site', () => {
    const { fields: changes, body } = diffGuide(undefined, guide({ title: 'a' }), fields);
    expect(changes).toMatchObject([{ name: 'title', before: undefined }]);
    expect(body.places).toBe(1);
  });

  test('say so when only the writing differs', () => {
    const before = guide({ title: 'a', tags: [] });
    const diff = diffGuide(before, before.replace('  "title"', '    "title"'), fields);
    expect(diff).toMatchObject({ fields: [], onlyWriting: true });
  });

  test('number the lines of the body as the manuscript does', () => {
    const { body } = diffGuide(guide({ title: 'a' }, 'x\n'), guide({ title: 'a' }, 'y\n'), fields);
    expect(body.parts[0]?.lines[1]).toMatchObject({ kind: 'added', newNumber: 6 });
  });
});
