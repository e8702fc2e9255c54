import { readChapters } from '../guide-chapters.ts';
import { rangeOfNode } from '../node-range.ts';
import { readOrdinal } from '../../text/section-number.ts';
import { readSmallNumber, writeSmallNumber } from '../../text/small-number.ts';
import { defineRule } from '../rule.ts';

/** A number with its counter word, at most two digits, and what follows it. */
const counted =
  /([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:つ|個|点|種類|段階|場面|項目|ステップ|分野|領域|パターン|本|件)/g;
/** What makes a count no promise: an order (3つ目), a bound (3つまで), a choice (5つ選んで). */
const notPromised = /^(?:目|め|まで|以上|以下|以内|未満|ほど|程度|くらい|ぐらい|ずつ|だけ|を?選)/;
/** What a sentence that announces the headings below says of them. */
const announces =
  /順|紹介|分け|説明|解説|見て|見ま|挙げ|取り上げ|まとめ|整理|並べ|示し|述べ|書き|たど|進み|進め|追い|触れ|確認/;

/** Longest part of a sentence on each side of a number that is looked at. */
const nearby = 200;
/** A lead paragraph longer than this is none. */
const longestLead = 2000;

/** The sentence around a place of a paragraph; it ends with a full stop or the paragraph. */
function sentenceAround(text: string, at: number): string {
  const start = Math.max(0, at - nearby);
  const near = text.slice(start, at + nearby);
  const from = near.lastIndexOf('。', at - start) + 1;
  const end = near.indexOf('。', at - start);
  return near.slice(from, end < 0 ? near.length : end);
}

/** A chapter that announces another number of things than it has numbered headings. */
export const promisedCount = defineRule({
  id: 'promised-count',
  reads: 'body',
  description: {
    ja: '章の最初の段落が予告する数（「8つの仕事を順に…」）と、番号付きの小見出しの数が合うことを確かめます。',
    en: 'Checks that the number announced in the first paragraph of a chapter (“8つの仕事を順に…”) is that of its numbered headings.',
  },
  rationale: {
    ja: '「8つ」と書いてあるのに7つしかないと、読者は1つ抜けていると思います。',
    en: 'Where eight are announced and seven follow, readers think that one is missing.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      differs: '「{promised}」とありますが、番号付きの小見出しは{count}個です',
      advice: '数を直すか、小見出しが抜けていないか確かめてください。',
      fix: '「{number}」に直す',
    },
    en: {
      differs: {
        one: '“{promised}” is announced, but there is {count} numbered heading',
        other: '“{promised}” is announced, but there are {count} numbered headings',
      },
      advice: 'Correct the number, or check whether a heading is missing.',
      fix: 'Change it to “{number}”',
    },
  },
  examples: [
    {
      title: { ja: '予告どおりの数', en: 'As many as announced' },
      markdown:
        '## 2️⃣ 仕事\n\n2つの仕事を順に紹介します。1日に3つまで受け持ちます。\n\n### 1. 朝\n\n申し送り\n\n### 2. 昼\n\n検温は5つ選んで行います。\n',
      findings: [],
    },
    {
      title: { ja: '予告より少ない', en: 'Fewer than announced' },
      markdown:
        '## 2️⃣ 仕事\n\n3つの仕事を順に紹介します。\n\n### 1. 朝\n\n申し送り\n\n### 2. 昼\n\n検温\n',
      findings: [
        {
          marks: '3つ',
          fixed:
            '## 2️⃣ 仕事\n\n2つの仕事を順に紹介します。\n\n### 1. 朝\n\n申し送り\n\n### 2. 昼\n\n検温\n',
        },
      ],
    },
    {
      title: { ja: '番号のない小見出し', en: 'Headings without numbers' },
      markdown: '## 4️⃣ 一緒に働く人\n\n3つの職種を紹介します。\n\n### 医師\n\n### 薬剤師\n',
      findings: [],
    },
  ],
  check({ text, tree, report }) {
    for (const { content } of readChapters(tree)) {
      const [lead] = content;
      if (lead?.type !== 'paragraph') continue;
      const steps = content.filter(
        (node) =>
          node.type === 'heading' &&
          node.depth === 3 &&
          node.children[0] !== undefined &&
          readOrdinal(text, rangeOfNode(node.children[0]).from) !== undefined,
      );
      const count = steps.length;
      if (count === 0) continue;
      const range = rangeOfNode(lead);
      const paragraph = text.slice(range.from, Math.min(range.to, range.from + longestLead));
      const promises = [...paragraph.matchAll(counted)].flatMap((match) => {
        const [promised, digits = ''] = match;
        const number = readSmallNumber(digits);
        const after = paragraph.slice(
          match.index + promised.length,
          match.index + promised.length + 4,
        );
        if (!number || notPromised.test(after)) return [];
        if (!announces.test(sentenceAround(paragraph, match.index))) return [];
        return [{ ...number, promised, digits, from: range.from + match.index }];
      });
      const [first] = promises;
      if (!first || promises.some(({ value }) => value === count)) continue;
      const { promised, digits, style, from } = first;
      const number = writeSmallNumber(count, style);
      report({
        message: 'differs',
        advice: 'advice',
        values: { promised, count, number: promised.replace(digits, number) },
        from,
        to: from + promised.length,
        fix:
          count < 100
            ? { title: 'fix', edits: [{ from, to: from + digits.length, insert: number }] }
            : undefined,
      });
    }
  },
});
