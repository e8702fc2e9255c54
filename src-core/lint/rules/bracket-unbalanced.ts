import type { Nodes, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

const pairs = ['「」', '『』', '（）', '【】', '〔〕', '〈〉', '《》', '［］', '｛｝', '“”', '()'];
const closerOf = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const openerOf = new Map(pairs.map((pair) => [pair.charAt(1), pair.charAt(0)]));
/** The bracket of the other width, which looks nearly the same. */
const twins = new Map([...'（()）'].map((char, index) => [char, '(（）)'.charAt(index)]));
const isAscii = (char: string): boolean => char === '(' || char === ')';
const bracket = /[「」『』（）【】〔〕〈〉《》［］｛｝“”()]/g;

interface Bracket {
  readonly char: string;
  readonly at: number;
}

/** The brackets of a paragraph, those in code left out, in the order of the text. */
function readBrackets(text: string, children: readonly PhrasingContent[], found: Bracket[]): void {
  for (const child of children) {
    const { from, to } = rangeOfNode(child);
    if (child.type === 'text') {
      for (const match of text.slice(from, to).matchAll(bracket)) {
        found.push({ char: match[0], at: from + match.index });
      }
    } else if ('children' in child) readBrackets(text, child.children, found);
  }
}

/** Whether a closing bracket follows a number or letter at the start of its paragraph, as in `１）`. */
const isCounter = (text: string, start: number, at: number): boolean =>
  at - start <= 3 && /^[\p{L}\p{N}]{1,3}$/u.test(text.slice(start, at));

const hasText = (node: Nodes): node is Nodes & { children: PhrasingContent[] } =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';

/** Brackets and quotation marks without their other half. */
export const bracketUnbalanced = defineRule({
  id: 'bracket-unbalanced',
  reads: 'body',
  description: {
    ja: 'かっことかぎかっこが、1つの段落の中で対になっていることを確かめます。',
    en: 'Checks that brackets and quotation marks come in pairs within a paragraph.',
  },
  rationale: {
    ja: '片方だけのかっこは、どこまでが引用や補足なのかを分からなくします。全角と半角の組も、行の見た目をそろわなくします。',
    en: 'With one half only, it is unclear where the quotation or remark ends. A pair of two widths makes lines uneven.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      open: '「{char}」を閉じるかっこがありません',
      close: '「{char}」に対になる、開くかっこがありません',
      advice: 'もう片方を書くか、取り除いてください。',
      width: '開くかっこと閉じるかっこで、全角と半角が混ざっています',
      widthAdvice: '日本語の文では、どちらも全角にします。',
      widen: '「{char}」にする',
    },
    en: {
      open: 'Nothing closes “{char}”',
      close: 'Nothing opens what “{char}” closes',
      advice: 'Write the other half, or take it out.',
      width: 'One of the two brackets is full-width, the other half-width',
      widthAdvice: 'In a Japanese text, both are full-width.',
      widen: 'Make it “{char}”',
    },
  },
  examples: [
    {
      title: { ja: 'すべて対になっている', en: 'All in pairs' },
      markdown: '「看護（在宅を含む）」の話。`」` は記号です。\n\n１）準備\n',
      findings: [],
    },
    {
      title: { ja: '閉じていない', en: 'Never closed' },
      markdown: '**「重点**を読みます。\n',
      findings: [{ marks: '「' }],
    },
    {
      title: { ja: '開いていない', en: 'Never opened' },
      markdown: '看護師の仕事』を読みます。\n',
      findings: [{ marks: '』' }],
    },
    {
      title: { ja: '全角と半角が混ざっている', en: 'Two widths' },
      markdown: '看護（在宅を含む)の話。\n',
      findings: [{ marks: ')', fixed: '看護（在宅を含む）の話。\n' }],
    },
  ],
  check({ text, tree, report }) {
    const single = (message: 'open' | 'close', { char, at }: Bracket): void => {
      // Half-width brackets stand alone in faces and addresses.
      if (isAscii(char)) return;
      report({ message, advice: 'advice', values: { char }, from: at, to: at + 1 });
    };
    const checkPair = (opening: Bracket, closing: Bracket): void => {
      if (closerOf.get(opening.char) === closing.char) return;
      const wrong = isAscii(closing.char) ? closing : opening;
      const char = twins.get(wrong.char) ?? wrong.char;
      const range = { from: wrong.at, to: wrong.at + 1 };
      report({
        message: 'width',
        advice: 'widthAdvice',
        values: { char },
        ...range,
        fix: { title: 'widen', edits: [{ ...range, insert: char }] },
      });
    };
    visit(tree, (node) => {
      if (!hasText(node)) return;
      const found: Bracket[] = [];
      readBrackets(text, node.children, found);
      const { from } = rangeOfNode(node);
      const open: Bracket[] = [];
      const waiting = new Map<string, number>();
      const wait = (char: string, by: 1 | -1): void => {
        waiting.set(char, (waiting.get(char) ?? 0) + by);
      };
      for (const one of found) {
        const opener = openerOf.get(one.char);
        if (opener === undefined) {
          open.push(one);
          wait(one.char, 1);
          continue;
        }
        const twin = twins.get(opener);
        const fits = [opener, ...(twin === undefined ? [] : [twin])].find(
          (char) => (waiting.get(char) ?? 0) > 0,
        );
        if (fits === undefined) {
          if (!isCounter(text, from, one.at)) single('close', one);
          continue;
        }
        for (let top = open.pop(); top; top = open.pop()) {
          wait(top.char, -1);
          if (top.char === opener || top.char === twin) {
            checkPair(top, one);
            break;
          }
          single('open', top);
        }
      }
      for (const one of open) single('open', one);
    });
  },
});
