import type { TextRange } from '../../document/pointer.ts';
import type { TextEdit } from '../../document/text-edit.ts';
import { fold } from '../../text/fold.ts';
import { readChapters } from '../guide-chapters.ts';
import { lineAt, rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

const isTagChapter = (heading: string): boolean =>
  heading.startsWith('\u{1f3f7}') || /(?:推奨|ハッシュ)タグ$/.test(heading);

/** One hashtag as inline code, and nothing else. */
const wellFormed = /^`#[^\s`#]+`$/;

/** The hashtags of a line that can be told apart, without marks; `undefined` where it holds something else as well. */
function readTags(line: string): readonly string[] | undefined {
  const words = line
    .replace(/^[-*+][ \t]+/, '')
    .split(/[\s、,，]+/)
    .filter((word) => word !== '');
  const tags = words.map((word) => /^`?[#＃]([\p{L}\p{M}\p{N}_ー・.+-]+)`?$/u.exec(word)?.[1]);
  return tags.every((tag) => tag !== undefined) ? tags : undefined;
}

/** The lines between two offsets, the first from its beginning. */
function* linesBetween(text: string, from: number, to: number): Generator<TextRange> {
  for (let at = from; at < to;) {
    const line = lineAt(text, at);
    yield line;
    const next = text.indexOf('\n', line.to);
    if (next < 0) return;
    at = next + 1;
  }
}

/** Removes a line together with the line end before it. */
function removal(text: string, { from, to }: TextRange): TextEdit {
  let start = from;
  if (text[start - 1] === '\n') start -= text[start - 2] === '\r' ? 2 : 1;
  return { from: start, to, insert: '' };
}

/** The recommended hashtags: one a line, as inline code, none twice. */
export const hashtagLine = defineRule({
  id: 'hashtag-line',
  reads: 'body',
  description: {
    ja: '推奨タグの章が、1行に1つのハッシュタグ（`#看護`）でできていて、重なりがないことを確かめます。',
    en: 'Checks that the chapter of recommended tags has one hashtag a line (“`#看護`”), and none twice.',
  },
  rationale: {
    ja: 'サイトはこの章の行をそのままタグの並びにします。形の違う行や重なりは、並びの中で目立ちます。',
    en: 'The site turns the lines of this chapter into a row of tags, where a line of another form or a repetition stands out.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      form: 'ハッシュタグの行の形が違います',
      formAdvice: '1行に1つ、「`#看護`」のように書きます。',
      write: '1行に1つの形に直す',
      again: '「#{tag}」は前の行にもあります',
      againAdvice: '同じタグは1つで足ります。',
      remove: 'この行を取り除く',
      gap: 'ハッシュタグの行の間が空いています',
      gapAdvice: '空の行を入れずに続けると、1つの並びになります。',
      close: '空の行を取り除く',
    },
    en: {
      form: 'The line of a hashtag has another form',
      formAdvice: 'Write one a line, as in “`#看護`”.',
      write: 'Write one a line',
      again: '“#{tag}” is on an earlier line as well',
      againAdvice: 'One is enough.',
      remove: 'Take this line out',
      gap: 'There is a blank line between two hashtags',
      gapAdvice: 'Without blank lines they are one row.',
      close: 'Take the blank line out',
    },
  },
  examples: [
    {
      title: { ja: '1行に1つ', en: 'One a line' },
      markdown: '## 🏷️ #推奨タグ\n\n`#看護`\n`#夜勤`\n',
      findings: [],
    },
    {
      title: { ja: '1行に2つある', en: 'Two on one line' },
      markdown: '## 🏷️ #推奨タグ\n\n`#看護` #夜勤\n',
      findings: [{ marks: '`#看護` #夜勤', fixed: '## 🏷️ #推奨タグ\n\n`#看護`\n`#夜勤`\n' }],
    },
    {
      title: { ja: '同じタグが2つある', en: 'The same tag twice' },
      markdown: '## 🏷️ #推奨タグ\n\n`#SQL`\n`#看護`\n`#sql`\n',
      findings: [{ marks: '`#sql`', fixed: '## 🏷️ #推奨タグ\n\n`#SQL`\n`#看護`\n' }],
    },
    {
      title: { ja: '行の間が空いている', en: 'A blank line between two' },
      markdown: '## 🏷️ #推奨タグ\n\n`#看護`\n\n`#夜勤`\n',
      findings: [{ marks: '`#夜勤`', fixed: '## 🏷️ #推奨タグ\n\n`#看護`\n`#夜勤`\n' }],
    },
  ],
  check({ text, tree, report }) {
    for (const { text: heading, content } of readChapters(tree)) {
      const [first, last] = [content[0], content.at(-1)];
      if (!isTagChapter(heading) || !first || !last) continue;
      const seen = new Set<string>();
      let blankFrom: number | undefined;
      let isTagBefore = false;
      for (const line of linesBetween(text, rangeOfNode(first).from, rangeOfNode(last).to)) {
        const shown = text.slice(line.from, line.to).trim();
        if (shown === '') {
          if (isTagBefore) blankFrom ??= line.from;
          continue;
        }
        // A sentence about the tags is none of them.
        if (!/[#＃`]/.test(shown)) {
          isTagBefore = false;
          blankFrom = undefined;
          continue;
        }
        const tags = readTags(shown);
        if (isTagBefore && blankFrom !== undefined && tags) {
          const edits = [{ from: blankFrom, to: line.from, insert: '' }];
          report({ message: 'gap', advice: 'gapAdvice', ...line, fix: { title: 'close', edits } });
        }
        isTagBefore = true;
        blankFrom = undefined;
        if (!wellFormed.test(shown) || shown.length !== line.to - line.from) {
          const eol = text[line.to] === '\r' ? '\r\n' : '\n';
          const insert = tags?.map((tag) => `\`#${tag}\``).join(eol);
          report({
            message: 'form',
            advice: 'formAdvice',
            ...line,
            fix:
              insert === undefined ? undefined : { title: 'write', edits: [{ ...line, insert }] },
          });
        }
        const isAgain = tags?.length === 1 && seen.has(fold(tags[0] ?? ''));
        if (isAgain) {
          report({
            message: 'again',
            advice: 'againAdvice',
            values: { tag: tags[0] ?? '' },
            ...line,
            fix: { title: 'remove', edits: [removal(text, line)] },
          });
        }
        for (const tag of tags ?? []) seen.add(fold(tag));
      }
    }
  },
});
