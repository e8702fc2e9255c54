import { readGuideLink } from '../../catalog/guide-link.ts';
import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { nearestName } from '../nearest-name.ts';
import { defineRule } from '../rule.ts';

/** A link in the body to a guide that is not there. */
export const linkBroken = defineRule({
  id: 'link-broken',
  reads: 'catalog',
  description: {
    ja: '本文のリンク先のガイドがあることを確かめます。',
    en: 'Checks that links in the body lead to guides that exist.',
  },
  rationale: {
    ja: '読者がリンクを開くと「見つかりません」のページになります。',
    en: 'Readers who follow the link arrive at a “not found” page.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      missing: 'リンク先のガイドが見つかりません',
      address: '{address}',
      nearest: '{address}（近い名前: {nearest}）',
      case: '大文字と小文字か、文字の組み立てだけが違います。正しい名前: {nearest}',
    },
    en: {
      missing: 'The guide that this link leads to is not there',
      address: '{address}',
      nearest: '{address} (nearest name: {nearest})',
      case: 'Only case, or how letters are encoded, differs. The right name: {nearest}',
    },
  },
  examples: [
    {
      title: { ja: 'あるガイドへのリンク', en: 'Links to guides that exist' },
      markdown:
        '[看護師](/guides/nurse/)と[設計](ux_designer.md)、[外の記事](https://example.com/)\n',
      others: ['nurse', 'ux_designer'],
      path: 'guides/index.md',
      findings: [],
    },
    {
      title: { ja: 'アドレスが途中で切れている', en: 'The address is cut short' },
      markdown: '[信頼性のガイド](/guides/site_reliability)も参考になります。\n',
      others: ['site_reliability_engineer'],
      findings: [
        {
          marks: '/guides/site_reliability',
          fixed: '[信頼性のガイド](/guides/site_reliability_engineer)も参考になります。\n',
        },
      ],
    },
    {
      title: { ja: '大文字と小文字が違う', en: 'Upper and lower case differ' },
      markdown: '[設計](./UX_Designer.md)\n',
      others: ['ux_designer'],
      findings: [{ marks: './UX_Designer.md', fixed: '[設計](./ux_designer.md)\n' }],
    },
    {
      title: { ja: 'ファイルがない', en: 'The file does not exist' },
      markdown: '[看護師](./kangoshi.md)\n',
      others: ['nurse'],
      findings: [{ marks: './kangoshi.md' }],
    },
  ],
  check({ record, catalog, report }) {
    for (const { value, from, to } of record.links) {
      const link = readGuideLink(value, record.path);
      if (!link) continue;
      if (link.kind === 'path') {
        if (catalog.hasPath(link.path)) continue;
        const [twin] = catalog.twinsOf(link.path);
        const file = twin?.slice(twin.lastIndexOf('/') + 1);
        // Where a folder is spelled otherwise, the way to it is the author's to write.
        const isSameFolder = twin?.lastIndexOf('/') === link.path.lastIndexOf('/');
        const insert = file !== undefined && value.slice(0, value.lastIndexOf('/') + 1) + file;
        const isPlain = insert !== false && /^[\w./-]+$/.test(insert);
        report({
          message: 'missing',
          advice: twin === undefined ? 'address' : 'case',
          values: { address: value, nearest: twin ?? '' },
          from,
          to,
          fix:
            twin !== undefined && isPlain && isSameFolder && to - from === value.length
              ? {
                  title: localize(lintMessages, 'replaceBy', { value: insert }),
                  edits: [{ from, to, insert }],
                }
              : undefined,
        });
        continue;
      }
      if (catalog.byKey('slug', link.slug).length > 0) continue;
      const nearest = nearestName(link.slug, catalog.keyValues('slug'));
      const better = nearest && value.replace(link.slug, nearest);
      report({
        message: 'missing',
        advice: better === undefined ? 'address' : 'nearest',
        values: { address: value, nearest: nearest ?? '' },
        from,
        to,
        fix:
          better !== undefined && /^[\w./-]+$/.test(better) && to - from === value.length
            ? {
                title: localize(lintMessages, 'replaceBy', { value: better }),
                edits: [{ from, to, insert: better }],
              }
            : undefined,
      });
    }
  },
});
