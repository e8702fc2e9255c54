import { visit } from 'unist-util-visit';
import { lineAt, rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** A block of code that is never closed. */
export const fenceUnclosed = defineRule({
  id: 'fence-unclosed',
  reads: 'body',
  description: {
    ja: 'コードの囲み（```）が閉じられていることを確かめます。',
    en: 'Checks that every fence of code (```) is closed.',
  },
  rationale: {
    ja: '閉じないと、そこから後ろの本文がすべてコードとして表示されます。',
    en: 'Without the closing fence, everything that follows is shown as code.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      open: 'このコードの囲みは閉じられていません',
      advice: 'コードの最後の次の行に「{fence}」を書いてください。',
    },
    en: {
      open: 'This fence is never closed',
      advice: 'Write “{fence}” on the line after the code.',
    },
  },
  examples: [
    {
      title: { ja: '閉じている', en: 'Closed' },
      markdown: '```sql\nSELECT 1;\n```\n\n次の段落\n',
      findings: [],
    },
    {
      title: { ja: '閉じていない', en: 'Never closed' },
      markdown: '```sql\nSELECT 1;\n\n次の段落\n',
      findings: [{ marks: '```sql' }],
    },
  ],
  check({ text, tree, report }) {
    visit(tree, 'code', (node) => {
      const { from, to } = rangeOfNode(node);
      const mark = text.charAt(from);
      if (mark !== '`' && mark !== '~') return;
      let length = 0;
      while (text[from + length] === mark) length += 1;
      const fence = mark.repeat(length);
      const first = lineAt(text, from);
      const last = lineAt(text, to);
      const end = text
        .slice(last.from, to)
        .replace(/^[ \t>]*/, '')
        .trimEnd();
      const isClosed =
        last.from > first.from && end.startsWith(fence) && end === mark.repeat(end.length);
      if (isClosed) return;
      report({ message: 'open', advice: 'advice', values: { fence }, from, to: first.to });
    });
  },
});
