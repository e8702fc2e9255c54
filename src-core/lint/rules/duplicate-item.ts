import { editDetails } from '../../document/edit-details.ts';
import { joinPointer } from '../../document/pointer.ts';
import { termKey } from '../../text/near-duplicate.ts';
import { defineRule } from '../rule.ts';
import { readTexts } from '../text-nodes.ts';

/** A list that has the same item twice, or twice but for how it is written. */
export const duplicateItem = defineRule({
  id: 'duplicate-item',
  reads: 'details',
  description: {
    ja: '一覧の中に同じ値や、書き方だけが違う値（全角と半角、大文字と小文字、長音、かなの違い）がないことを確かめます。',
    en: 'Checks that no list has the same item twice, also where only width, case, long vowels or kana differ.',
  },
  rationale: {
    ja: '「サーバー」と「サーバ」のように同じ意味の値が並ぶと、サイトの一覧が2つに分かれます。',
    en: 'Two spellings of one word, such as “サーバー” and “サーバ”, become two lists on the site.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      same: '「{value}」が同じ一覧に2つあります',
      near: '「{value}」は、前にある「{before}」と書き方だけが違います',
      advice: '1つにまとめてください。',
      remove: '「{value}」を取り除く',
    },
    en: {
      same: '“{value}” is in this list twice',
      near: '“{value}” differs from “{before}” in how it is written only',
      advice: 'Keep one of them.',
      remove: 'Take “{value}” out',
    },
  },
  examples: [
    {
      title: { ja: '違う値だけ', en: 'Different items' },
      markdown: '---json\n{ "notes": ["ビール", "ビル", "看護"] }\n---\n',
      findings: [],
    },
    {
      title: { ja: '同じ値が2つある', en: 'The same item twice' },
      markdown: '---json\n{ "notes": ["看護", "医療", "看護"] }\n---\n',
      findings: [{ marks: '"看護"', fixed: '---json\n{ "notes": ["看護", "医療"] }\n---\n' }],
    },
    {
      title: { ja: '長音と全角だけが違う', en: 'A long vowel and widths differ' },
      markdown: '---json\n{ "tags": ["サーバー", "SQL", "サーバ", "ＳＱＬ"] }\n---\n',
      findings: [
        { marks: '"サーバ"', fixed: '---json\n{ "tags": ["サーバー", "SQL", "ＳＱＬ"] }\n---\n' },
        { marks: '"ＳＱＬ"', fixed: '---json\n{ "tags": ["サーバー", "SQL", "サーバ"] }\n---\n' },
      ],
    },
  ],
  check({ parsed, record, issues, report }) {
    const relations = new Set(record.relations.flatMap(({ pointer }) => pointer ?? []));
    for (const { pointer: list, items } of readTexts(parsed.root).lists) {
      const seen = new Map<string, string>();
      for (const [index, node] of items.entries()) {
        const pointer = joinPointer(list, index);
        const value: unknown = node.value;
        if (node.type !== 'string' || typeof value !== 'string' || relations.has(pointer)) continue;
        const key = termKey(value);
        const before = seen.get(key);
        if (before === undefined || key === '') {
          seen.set(key, value);
          continue;
        }
        const isSaid = (): boolean =>
          issues().some((issue) => issue.keyword === 'uniqueItems' && issue.pointer === list);
        if (before === value && isSaid()) continue;
        const edit = parsed.editable
          ? editDetails(parsed.text, { kind: 'unset', pointer })
          : undefined;
        report({
          message: before === value ? 'same' : 'near',
          advice: 'advice',
          values: { value, before },
          pointer,
          from: node.offset,
          to: node.offset + node.length,
          fix: edit?.ok ? { title: 'remove', edits: edit.edits } : undefined,
        });
      }
    }
  },
});
