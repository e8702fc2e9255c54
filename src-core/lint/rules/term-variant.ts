import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { termKey } from '../../text/near-duplicate.ts';
import { defineRule } from '../rule.ts';

/** A tag or keyword that is written otherwise elsewhere: in the list of the workspace, or in more of its guides. */
export const termVariant = defineRule({
  id: 'term-variant',
  reads: 'catalog',
  description: {
    ja: 'タグやキーワードが、一覧やほかのガイドと同じ書き方であることを確かめます（全角と半角、大文字と小文字、長音、かなの違い）。',
    en: 'Checks that tags and keywords are written as in the list or in the other guides, as to width, case, long vowels and kana.',
  },
  rationale: {
    ja: '「サーバー」と「サーバ」のように書き方が分かれると、同じ話題のガイドが別々の一覧に入ります。',
    en: 'Where one word is written in two ways, guides on one subject end up in two lists.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      listed: '「{value}」は、一覧では「{better}」と書きます',
      others: '「{value}」は、ほかのガイドでは「{better}」と書いています（{count}件）',
      advice: '同じ語なら、書き方をそろえてください。',
    },
    en: {
      listed: '“{value}” is written “{better}” in the list',
      others: {
        one: '“{value}” is written “{better}” in {count} other guide',
        other: '“{value}” is written “{better}” in {count} other guides',
      },
      advice: 'If it is the same word, write it the same way.',
    },
  },
  examples: [
    {
      title: { ja: '一覧の書き方', en: 'Written as in the list' },
      markdown: '---json\n{ "tags": ["サーバー", "新しい語"] }\n---\n',
      vocabulary: { tags: ['サーバー'] },
      findings: [],
    },
    {
      title: { ja: '長音と全角が一覧と違う', en: 'A long vowel and widths differ from the list' },
      markdown: '---json\n{ "tags": ["サーバ", "ＳＱＬ"] }\n---\n',
      vocabulary: { tags: ['サーバー', 'SQL'] },
      findings: [
        { marks: '"サーバ"', fixed: '---json\n{ "tags": ["サーバー", "ＳＱＬ"] }\n---\n' },
        { marks: '"ＳＱＬ"', fixed: '---json\n{ "tags": ["サーバ", "SQL"] }\n---\n' },
      ],
    },
    {
      title: { ja: 'ほかのガイドと違う', en: 'Otherwise than in other guides' },
      markdown: '---json\n{ "slug": "nurse", "tags": ["メンバ"] }\n---\n',
      others: [
        { slug: 'a', tags: ['メンバー'] },
        { slug: 'b', tags: ['メンバー'] },
      ],
      findings: [
        { marks: '"メンバ"', fixed: '---json\n{ "slug": "nurse", "tags": ["メンバー"] }\n---\n' },
      ],
    },
  ],
  check({ record, catalog, vocabulary, report }) {
    for (const { list, value, pointer, from, to } of record.words) {
      const listed = Object.hasOwn(vocabulary, list) ? vocabulary[list] : undefined;
      if (listed?.some(({ id }) => id === value)) continue;
      const key = termKey(value);
      const inList = key === '' ? undefined : listed?.find(({ id }) => termKey(id) === key)?.id;
      const ways = inList === undefined ? [...catalog.spellings(list, value)] : [];
      const [most] = ways.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const better = inList ?? most?.[0];
      if (better === undefined || better === value || key === '') continue;
      report({
        message: inList === undefined ? 'others' : 'listed',
        advice: 'advice',
        values: { value, better, count: most?.[1] ?? 0 },
        pointer,
        from,
        to,
        fix:
          to > from
            ? {
                title: localize(lintMessages, 'replaceBy', { value: better }),
                edits: [{ from, to, insert: JSON.stringify(better) }],
              }
            : undefined,
      });
    }
  },
});
