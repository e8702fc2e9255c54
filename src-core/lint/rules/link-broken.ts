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
    },
    en: {
      missing: 'The guide that this link leads to is not there',
      address: '{address}',
      nearest: '{address} (nearest name: {nearest})',
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
        if (!catalog.hasPath(link.path)) {
          report({ message: 'missing', advice: 'address', values: { address: value }, from, to });
        }
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
