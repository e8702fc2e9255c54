import type { Heading } from 'mdast';
import {
  readKeycap,
  readOrdinal,
  type SectionNumber,
  toKeycap,
} from '../../text/section-number.ts';
import { defineRule } from '../rule.ts';

/** Offset of a heading's text, after its `#` marks; `undefined` for headings underlined with `=` or `-`. */
function textStart(text: string, { depth, position }: Heading): number | undefined {
  const from = position?.start.offset;
  if (from === undefined || !text.startsWith('#'.repeat(depth), from)) return undefined;
  let at = from + depth;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** The headings of a chapter, or the chapters of a guide, that carry numbers. */
interface Sequence {
  readonly label: (number: number) => string | undefined;
  readonly items: SectionNumber[];
}

/** Chapters `## 1️⃣ …` and steps `### 1. …` that are out of order. */
export const sectionNumbering = defineRule({
  id: 'section-numbering',
  reads: 'body',
  description: {
    ja: '章の番号（1️⃣ 2️⃣ …）と、章の中の小見出しの番号（1. 2. …）が順に並んでいることを確かめます。',
    en: 'Checks that chapters (1️⃣ 2️⃣ …) and the numbered headings within one (1. 2. …) count up in order.',
  },
  rationale: {
    ja: '番号が飛んだり重なったりすると、読者は章が抜けていると思います。',
    en: 'Where numbers skip or repeat, readers think that a part is missing.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      wrong: '番号が「{found}」ですが、順番では「{expected}」です',
      advice: '番号を順に振り直すか、章や小見出しが抜けていないか確かめてください。',
      renumber: '番号を振り直す',
    },
    en: {
      wrong: 'The number is “{found}” where “{expected}” comes next',
      advice: 'Renumber, or check whether a chapter or heading is missing.',
      renumber: 'Renumber',
    },
  },
  examples: [
    {
      title: { ja: '順に並んでいる', en: 'Numbers in order' },
      markdown:
        '## 1️⃣ 仕事\n\n### 1. 朝\n\n### 2. 昼\n\n## 2️⃣ 学び方\n\n### 1. 基礎\n\n## 🏷️ #推奨タグ\n',
      findings: [],
    },
    {
      title: { ja: '章の番号が飛んでいる', en: 'A chapter number is skipped' },
      markdown: '## 1️⃣ 仕事\n\n## 3️⃣ 学び方\n\n## 4️⃣ まとめ\n',
      findings: [{ marks: '3️⃣', fixed: '## 1️⃣ 仕事\n\n## 2️⃣ 学び方\n\n## 3️⃣ まとめ\n' }],
    },
    {
      title: { ja: '小見出しの番号が重なっている', en: 'A heading number is repeated' },
      markdown: '## 1️⃣ 仕事\n\n### 1. 朝\n\n### 1. 昼\n',
      findings: [{ marks: '1.', fixed: '## 1️⃣ 仕事\n\n### 1. 朝\n\n### 2. 昼\n' }],
    },
  ],
  check({ text, tree, report }) {
    const chapters: Sequence = { label: toKeycap, items: [] };
    const sequences: Sequence[] = [chapters];
    let steps: Sequence | undefined;
    for (const node of tree.children) {
      if (node.type !== 'heading') continue;
      const from = textStart(text, node);
      if (node.depth <= 2) steps = undefined;
      if (from === undefined) continue;
      const chapter = node.depth === 2 ? readKeycap(text, from) : undefined;
      if (chapter) chapters.items.push(chapter);
      const step = node.depth === 3 ? readOrdinal(text, from) : undefined;
      if (!step) continue;
      if (!steps) sequences.push((steps = { label: (number) => `${String(number)}.`, items: [] }));
      steps.items.push(step);
    }
    for (const { items, label } of sequences) {
      const edits = items.map(({ from, to }, index) => ({ from, to, insert: label(index + 1) }));
      const changes = edits.flatMap(({ from, to, insert }) =>
        insert === undefined || insert === text.slice(from, to) ? [] : [{ from, to, insert }],
      );
      const canFix = edits.every(({ insert }) => insert !== undefined);
      for (const [index, { number, from, to }] of items.entries()) {
        const expected = (items[index - 1]?.number ?? 0) + 1;
        if (number === expected) continue;
        report({
          message: 'wrong',
          advice: 'advice',
          values: {
            found: label(number) ?? text.slice(from, to),
            expected: label(expected) ?? String(expected),
          },
          from,
          to,
          fix: canFix ? { title: 'renumber', edits: changes } : undefined,
        });
      }
    }
  },
});
