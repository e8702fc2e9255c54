import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '#core/markdown/parse';
import { EditorSelection } from '@codemirror/state';
import type { InlineStyle } from '../../../../src-renderer/editor/format/inline-styles.ts';
import { toggleStyle } from '../../../../src-renderer/editor/format/toggle-style.ts';
import { openText } from '../open-text.ts';
import { after, apply, openMarked } from './format-marked.ts';

const bold = toggleStyle('strong');
const italic = toggleStyle('emphasis');
const strike = toggleStyle('strike');
const code = toggleStyle('code');

test.each([
  // what CommonMark would not close is marked where it closes
  ['求められるのは⟦「重点」⟧は次です', '求められるのは⟦「**重点**」⟧は次です'],
  ['⟦可用性（止まりにくさ）⟧に注意', '**⟦可用性**（止まりにくさ）⟧に注意'],
  ['⟦まず測ります。⟧次に直します。', '**⟦まず測ります**。⟧次に直します。'],
  ['⟦まず測ります。⟧', '**⟦まず測ります**。⟧'],
  ['本文⟦ 重点　⟧です', '本文⟦ **重点**　⟧です'],
  ['⟦「設計」と「運用」⟧は別', '**⟦「設計」と「運用**」⟧は別'],
  ['語⟦🚀発射⟧する', '語⟦🚀**発射⟧**する'],
  // what closes stays as it was asked for
  ['⟦「重点」⟧', '**⟦「重点」⟧**'],
  ['⟦目的:⟧\nテキスト', '**⟦目的:⟧**\nテキスト'],
  ['*   ⟦詳細:⟧ 手順', '*   **⟦詳細:⟧** 手順'],
  ['設計⟦力⟧です', '設計**⟦力⟧**です'],
  // line by line, without the marks of blocks
  [
    '⟦# 題\n\n*   一つ\n*   二つ\n\n> 引用\n> 続き⟧',
    '⟦# **題**\n\n*   **一つ**\n*   **二つ**\n\n> **引用**\n> **続き⟧**',
  ],
  [
    '| ⟦列 | 二 |\n| --- | --- |\n| あ | い⟧ |',
    '| **⟦列** | **二** |\n| --- | --- |\n| **あ** | **い⟧** |',
  ],
  ['本文⟦\n\n```\n中\n```\n\n後⟧', '本文⟦\n\n```\n中\n```\n\n**後⟧**'],
  // joined with what is bold, and taken off again
  ['⟦重点**項目**⟧です', '**⟦重点項目**⟧です'],
  ['**重点**⟦項目⟧です', '**重点⟦項目⟧**です'],
  ['**⟦重点⟧**です', '⟦重点⟧です'],
  ['⟦**重点**⟧です', '⟦重点⟧です'],
  ['**重点⟦項目⟧**です', '**重点**⟦項目⟧です'],
  ['「**重点**」⟦**要点**⟧です', '「**重点**」⟦要点⟧です'],
  // marks that no parser reads as such are taken off too
  ['**⟦「重点」⟧**は', '⟦「重点」⟧は'],
  ['**「重¦点」**は', '「重¦点」は'],
  ['⟦**「重点」**は⟧大事', '⟦**「重点」は⟧**大事'],
  ['**「重点」**は⟦大事⟧です', '**「重点」**は**⟦大事⟧**です'],
  // several at once
  ['⟦一⟧と⟦二⟧と⟦三⟧', '**⟦一⟧**と**⟦二⟧**と**⟦三⟧**'],
  ['**⟦一⟧**と⟦二⟧', '**⟦一⟧**と**⟦二⟧**'],
  // carets
  ['**重¦点**です', '重¦点です'],
  ['**重点¦**です', '重点¦です'],
  ['設計¦', '設計**¦**'],
  ['設計**¦**', '設計¦'],
  ['¦', '**¦**'],
  ['¦# 題', '# **¦**題'],
  ['¦*   項目', '*   **¦**項目'],
  ['> ¦', '> **¦**'],
  ['*   ¦', '*   **¦**'],
  ['語 ¦', '語 **¦**'],
  ['| 列¦ |\n| --- |', '| 列**¦** |\n| --- |'],
  ['**¦**', '¦'],
  ['クラウドエンジ¦ニアです', 'クラウド**エンジ¦ニア**です'],
])('bold: %j becomes %j', (before, expected) => {
  expect(after(before, bold)).toBe(expected);
});

test.each([
  [italic, '⟦**重点**⟧は', '*⟦**重点***⟧は'],
  [italic, '**⟦重点⟧項目**', '***⟦重点⟧*項目**'],
  [strike, '⟦古い値⟧を消す', '~~⟦古い値⟧~~を消す'],
  [strike, '~~古¦い値~~を消す', '古¦い値を消す'],
  [code, '⟦npm run⟧を打つ', '`⟦npm run⟧`を打つ'],
  [code, '⟦a`b⟧です', '``⟦a`b⟧``です'],
  [code, '⟦`a⟧です', '`` ⟦`a⟧ ``です'],
  [code, '`` `¦a ``です', '`¦aです'],
  [code, '`a¦b`です', 'a¦bです'],
])('%o turns %j into %j', (command, before, expected) => {
  expect(after(before, command)).toBe(expected);
});

test.each([
  ['---json\n{ "a": "⟦値⟧" }\n---\n# 題', 'details'],
  ['```\n⟦中⟧\n```', 'code'],
  ['```\n中¦\n```', 'code'],
  ['`co¦de`です', 'code'],
  ['⟦　⟧', 'nothing'],
  ['| 列 |\n| -¦-- |', 'nothing'],
  ['一\n\n-¦--', 'nothing'],
  ['は⟦、⟧は', 'unclosed'],
])('%j is left alone: %s', (before, reason) => {
  expect(after(before, bold)).toBe(`refused: ${reason}`);
});

test('a selection that begins in the guide details formats the body alone', () => {
  expect(after('---json\n{ "a⟦": 1 }\n---\n本文⟧', bold)).toBe(
    '---json\n{ "a⟦": 1 }\n---\n**本文⟧**',
  );
});

test('[P2] one undo gives the very text back', () => {
  const session = openMarked('⟦「重点」は大事。\n\n二つ目。⟧\n\n**太い**');
  const text = session.text();
  apply(session, bold);
  expect(session.text()).not.toBe(text);
  session.undo();
  expect(session.text()).toBe(text);
});

const units = fc.constantFrom(
  ...[
    'あ',
    '重',
    '点',
    '項目',
    'A',
    '7',
    '「',
    '」',
    '（',
    '）',
    '。',
    '、',
    '：',
    ' ',
    '　',
    '🚀',
    '1️⃣',
    '々',
    'ー',
    '!',
    '・',
  ],
);
const paragraph = fc.array(units, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
const japanese = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((line) => `あ${line}`).join('\n'));

const mdastNames: Record<InlineStyle, Nodes['type']> = {
  strong: 'strong',
  emphasis: 'emphasis',
  strike: 'delete',
  code: 'inlineCode',
};

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** 1 for each character within a style, in one flavour. */
function covered(text: string, style: InlineStyle, flavour: 'gfm' | 'gfm-cjk'): Uint8Array {
  const bits = new Uint8Array(text.length);
  visit(parseMarkdown(text, flavour), (node) => {
    if (node.type !== mdastNames[style]) return;
    bits.fill(1, node.position?.start.offset, node.position?.end.offset);
  });
  return bits;
}

function plainText(text: string, flavour: 'gfm' | 'gfm-cjk'): string {
  let plain = '';
  visit(parseMarkdown(text, flavour), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') plain += node.value;
  });
  return plain;
}

test.each(['strong', 'emphasis', 'strike', 'code'] as const)(
  '[P1] %s put on random Japanese closes for every reader, and toggled twice leaves the text as it was',
  (style) => {
    const command = toggleStyle(style);
    fc.assert(
      fc.property(japanese, fc.nat(), fc.nat(), (text, a, b) => {
        const stops = [...graphemes.segment(text)].map(({ index }) => index).concat(text.length);
        const [from, to] = [stops[a % stops.length]!, stops[b % stops.length]!].sort(
          (x, y) => x - y,
        );
        fc.pre(from !== undefined && to !== undefined && from < to);
        const session = openText(text);
        session.dispatch({ selection: EditorSelection.range(from, to) });
        const selected = text.slice(from, to);
        const refused = apply(session, command);
        if (refused !== undefined) {
          // Only what has no letter at all cannot be marked.
          expect([refused, /[\p{L}\p{N}]/u.test(selected)]).toEqual([expect.any(String), false]);
          expect(session.text()).toBe(text);
          return;
        }
        const formatted = session.text();
        const { main } = session.state.selection;
        for (const flavour of ['gfm', 'gfm-cjk'] as const) {
          const bits = covered(formatted, style, flavour);
          const letters = Array.from(
            { length: main.to - main.from },
            (_, at) => main.from + at,
          ).filter((at) => /[\p{L}\p{N}]/u.test(formatted.charAt(at)));
          const missed = letters.filter((at) => bits[at] !== 1);
          // A remark in brackets at the end may stay outside.
          const rest = missed.map((at) => formatted.charAt(at)).join('');
          if (!/[）)]/.test(selected))
            expect([formatted, flavour, rest]).toEqual([formatted, flavour, '']);
          expect(bits.some((bit) => bit === 1)).toBe(true);
          expect(plainText(formatted, flavour)).toBe(plainText(text, flavour));
        }
        expect(apply(session, command)).toBeUndefined();
        expect(session.text()).toBe(text);
        session.undo();
        session.undo();
        expect(session.text()).toBe(text);
      }),
      { numRuns: 120 },
    );
  },
);
