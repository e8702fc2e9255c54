import { visit } from 'unist-util-visit';
import { lineAt, rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** How many cells a line of bars divides into; escaped bars divide nothing. */
function countCells(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

const isDelimiterRow = (line: string): boolean =>
  line.includes('|') && line.includes('-') && /^[|:\- \t]+$/.test(line);

/** Rows of a table with more or fewer cells than its head. */
export const tableColumns = defineRule({
  id: 'table-columns',
  reads: 'body',
  description: {
    ja: '表のどの行も、見出しの行と同じ数の列であることを確かめます。',
    en: 'Checks that every row of a table has as many columns as its head.',
  },
  rationale: {
    ja: '列が多い行では、あふれた文が表示されません。区切りの行の数が合わないと、表そのものになりません。',
    en: 'Where a row has more columns, the rest is not shown. Where the line under the head has another number, there is no table at all.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      more: '見出しは{head}列ですが、この行は{count}列あります。{head}列目より後ろは表示されません',
      fewer: '見出しは{head}列ですが、この行は{count}列しかありません',
      noTable: '見出しは{head}列、区切りの行は{count}列なので、表になりません',
      advice: '「|」の数をそろえてください。文の中の「|」は「\\|」と書きます。',
    },
    en: {
      more: 'The head has {head} columns, this row {count}. What is behind column {head} is not shown',
      fewer: 'The head has {head} columns, this row only {count}',
      noTable: 'The head has {head} columns and the line under it {count}, so this is no table',
      advice: 'Make the number of “|” the same. Within a text, write “\\|”.',
    },
  },
  examples: [
    {
      title: { ja: '列の数がそろっている', en: 'The same number of columns' },
      markdown: '| 段階 | 目安 |\n| :--- | :--- |\n| 入門 | 1年目 \\| 見習い |\n',
      findings: [],
    },
    {
      title: { ja: '1列多い行と1列少ない行', en: 'One row with more, one with fewer' },
      markdown: '| 段階 | 目安 |\n| :--- | :--- |\n| 入門 | 1年目 | 見習い |\n| 中堅 |\n',
      findings: [{ marks: '| 入門 | 1年目 | 見習い |' }, { marks: '| 中堅 |' }],
    },
    {
      title: { ja: '区切りの行が足りない', en: 'The line under the head is short' },
      markdown: '| 段階 | 目安 | 仕事 |\n| :--- | :--- |\n| 入門 | 1年目 | 見習い |\n',
      findings: [{ marks: '| :--- | :--- |' }],
    },
  ],
  check({ text, tree, report }) {
    visit(tree, (node) => {
      if (node.type === 'table') {
        const head = node.children[0]?.children.length ?? 0;
        for (const row of node.children.slice(1)) {
          const count = row.children.length;
          if (count === head) continue;
          const message = count > head ? 'more' : 'fewer';
          report({ message, advice: 'advice', values: { head, count }, ...rangeOfNode(row) });
        }
      }
      if (node.type !== 'paragraph') return;
      const range = rangeOfNode(node);
      const first = lineAt(text, range.from);
      if (first.to >= range.to || !text.slice(range.from, first.to).includes('|')) return;
      const second = lineAt(text, text.indexOf('\n', first.to) + 1);
      const line = text.slice(second.from, second.to);
      if (!isDelimiterRow(line)) return;
      const head = countCells(text.slice(range.from, first.to));
      const count = countCells(line);
      if (head === count) return;
      report({ message: 'noTable', advice: 'advice', values: { head, count }, ...second });
    });
  },
});
