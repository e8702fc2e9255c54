import { visit } from 'unist-util-visit';
import { defineRule } from '../rule.ts';

/** A heading that skips a level. */
export const headingIncrement = defineRule({
  id: 'heading-increment',
  reads: 'body',
  description: {
    ja: '見出しの段階が飛んでいないことを確かめます。',
    en: 'Checks that headings do not skip a level.',
  },
  rationale: {
    ja: '目次の階層が崩れ、見出しで移動する読み上げソフトの読者が迷います。',
    en: 'The outline breaks, and readers who move by headings with a screen reader get lost.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      skips: '見出しの段階が{before}から{depth}に飛んでいます',
      advice: '「{marks}」にすると、目次の階層がそろいます。',
    },
    en: {
      skips: 'The heading jumps from level {before} to level {depth}',
      advice: 'With “{marks}”, the outline is in order.',
    },
  },
  examples: [
    {
      title: { ja: '1段ずつ深くなる', en: 'One level at a time' },
      markdown: '# 看護師\n\n## 仕事\n\n### 病棟\n\n## 学び方\n',
      findings: [],
    },
    {
      title: { ja: '「##」のあとが「####」', en: '“####” after “##”' },
      markdown: '# 看護師\n\n## 仕事\n\n#### 病棟\n',
      findings: [{ marks: '####' }],
    },
  ],
  check({ text, tree, report }) {
    let before = 1;
    visit(tree, 'heading', ({ depth, position }) => {
      const from = position?.start.offset;
      if (from !== undefined && depth > before + 1) {
        const isAtx = text.startsWith('#'.repeat(depth), from);
        const to = isAtx ? from + depth : (position?.end.offset ?? from);
        const marks = '#'.repeat(before + 1);
        report({ message: 'skips', advice: 'advice', values: { before, depth, marks }, from, to });
      }
      before = depth;
    });
  },
});
