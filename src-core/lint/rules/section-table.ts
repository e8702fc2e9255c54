import type { Table } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { defaultGuideType } from '../../catalog/default-guide-type.ts';
import { fold } from '../../text/fold.ts';
import { matchChapters } from '../guide-chapters.ts';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

const headsOf = (table: Table): readonly string[] =>
  (table.children[0]?.children ?? []).map((cell) => textOfNode(cell).trim());

const sameHeads = (heads: readonly string[], wanted: readonly string[]): boolean =>
  heads.length === wanted.length &&
  heads.every((head, index) => fold(head) === fold(wanted[index] ?? ''));

/** A type of one chapter with a table for the examples. */
const small = {
  ...defaultGuideType,
  sections: [
    {
      id: 'career',
      heading: '{keycap} キャリアパス',
      required: true,
      body: '',
      tables: { min: 1, columns: [3, 3] as const, headers: ['段階', '目安', '仕事'] },
    },
  ],
};

/** Tables that a chapter should have by its guide type. */
export const sectionTable = defineRule({
  id: 'section-table',
  reads: 'guide',
  description: {
    ja: '章に、ガイドの種類が求める数と列の表があることを確かめます。',
    en: 'Checks that a chapter has the tables, with the columns, that the guide type asks for.',
  },
  rationale: {
    ja: '読者は同じ表を見比べてガイドを選びます。列が違うと比べられません。',
    en: 'Readers choose by comparing the same tables; with other columns they cannot.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      few: 'この章の表は{count}つですが、{min}つ要ります',
      columns: 'この章の表は{wanted}列です。この表は{count}列あります',
      heads: 'この章には、列の見出しが「{heads}」の表が要ります',
      advice: 'ガイドの種類が、この章の表を決めています。',
    },
    en: {
      few: 'This chapter needs {min} tables and has {count}',
      columns: 'Tables of this chapter have {wanted} columns, this one has {count}',
      heads: 'This chapter needs a table whose columns are “{heads}”',
      advice: 'The guide type says which tables this chapter has.',
    },
  },
  examples: [
    {
      title: { ja: '求められた列の表', en: 'A table with the columns asked for' },
      markdown:
        '## 1️⃣ キャリアパス\n\n| 段階 | 目安 | 仕事 |\n| - | - | - |\n| 入門 | 1年 | 見習い |\n',
      type: small,
      findings: [],
    },
    {
      title: { ja: '表がない', en: 'No table' },
      markdown: '## 1️⃣ キャリアパス\n\n見習いから始めます。\n',
      type: small,
      findings: [{ marks: '## 1️⃣ キャリアパス' }],
    },
    {
      title: { ja: '列が足りない', en: 'A column is missing' },
      markdown: '## 1️⃣ キャリアパス\n\n| 段階 | 目安 |\n| - | - |\n| 入門 | 1年 |\n',
      type: small,
      findings: [{ marks: '| 段階 | 目安 |\n| - | - |\n| 入門 | 1年 |' }],
    },
    {
      title: { ja: '列の見出しが違う', en: 'Other column heads' },
      markdown:
        '## 1️⃣ キャリアパス\n\n| 段階 | 年数 | 仕事 |\n| - | - | - |\n| 入門 | 1年 | 見習い |\n',
      type: small,
      findings: [{ marks: '| 段階 | 年数 | 仕事 |' }],
    },
  ],
  check({ record, body, bodyFrom, type, report }) {
    if (!type) return;
    for (const { chapter, section } of matchChapters(type, {
      tree: body.tree,
      name: record.name,
    })) {
      if (!section.tables) continue;
      const { min, columns, headers } = section.tables;
      const tables = chapter.content.filter((node): node is Table => node.type === 'table');
      const at = (node: Parameters<typeof rangeOfNode>[0]) => {
        const { from, to } = rangeOfNode(node);
        return { from: from + bodyFrom, to: to + bodyFrom };
      };
      if (tables.length < min) {
        const values = { count: tables.length, min };
        report({ message: 'few', advice: 'advice', values, ...at(chapter.heading) });
      }
      let isColumnsSaid = false;
      for (const table of tables) {
        const count = headsOf(table).length;
        if (!columns || (count >= columns[0] && count <= columns[1])) continue;
        const wanted = columns[0] === columns[1] ? String(columns[0]) : columns.join('–');
        isColumnsSaid = true;
        report({
          message: 'columns',
          advice: 'advice',
          values: { count, wanted },
          ...at(table),
        });
      }
      const [first] = tables;
      if (!headers || !first || isColumnsSaid) continue;
      if (tables.some((table) => sameHeads(headsOf(table), headers))) continue;
      const values = { heads: headers.join(' | ') };
      report({ message: 'heads', advice: 'advice', values, ...at(first.children[0] ?? first) });
    }
  },
});
