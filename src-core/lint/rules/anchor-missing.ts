import { visit } from 'unist-util-visit';
import { readHeadings } from '../../markdown/guide-headings.ts';
import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A link to a place of the same guide that no heading makes. */
export const anchorMissing = defineRule({
  id: 'anchor-missing',
  reads: 'body',
  description: {
    ja: '同じガイドの中へのリンク（#…）の先に、見出しがあることを確かめます。',
    en: 'Checks that links within the guide (#…) lead to one of its headings.',
  },
  rationale: {
    ja: '見出しを書きかえると、その見出しへのリンクは動かなくなります。読者が押しても何も起こりません。',
    en: 'When a heading is reworded, links to it stop working: nothing happens when a reader follows them.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      missing: 'リンク先の見出しが、このガイドにありません',
      address: '#{id}',
      nearest: '#{id}（近い見出し: #{nearest}）',
    },
    en: {
      missing: 'This guide has no heading that the link leads to',
      address: '#{id}',
      nearest: '#{id} (nearest heading: #{nearest})',
    },
  },
  examples: [
    {
      title: { ja: '見出しへのリンク', en: 'A link to a heading' },
      markdown: '[学び方](#学び方)と[先頭](#)へ。\n\n## 学び方\n',
      findings: [],
    },
    {
      title: { ja: '見出しが書きかえられた', en: 'The heading was reworded' },
      markdown: '[学び方](#学びかた)へ。\n\n## 学び方\n\n## 働き方の実際\n',
      findings: [{ marks: '#学びかた' }],
    },
    {
      title: { ja: '見出しの番号が変わった', en: 'The number of the heading changed' },
      markdown: '[Step](#step-one-preparation)\n\n## Step one preparations\n',
      findings: [
        {
          marks: '#step-one-preparation',
          fixed: '[Step](#step-one-preparations)\n\n## Step one preparations\n',
        },
      ],
    },
  ],
  check({ text, tree, html, report }) {
    let ids: ReadonlySet<string> | undefined;
    visit(tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const id = node.url.startsWith('#') ? decode(node.url.slice(1)) : '';
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (id === '' || id === 'top' || start === undefined || end === undefined) return;
      ids ??= new Set(readHeadings(tree).map((heading) => heading.id));
      if (ids.has(id) || ids.has(id.toLowerCase())) return;
      // Raw HTML, where the page shows it, may bring ids of its own.
      if (html === 'sanitise' && text.includes(`id="${id}"`)) return;
      const near = nearest(id, [...ids]);
      const at = text.slice(start, end).lastIndexOf(node.url);
      const from = at < 0 ? start : start + at;
      const to = at < 0 ? end : from + node.url.length;
      report({
        message: 'missing',
        advice: near === undefined ? 'address' : 'nearest',
        values: { id, nearest: near ?? '' },
        from,
        to,
        fix:
          near !== undefined && at >= 0 && /^[^\s()<>[\]\\%]+$/.test(near)
            ? {
                title: localize(lintMessages, 'replaceBy', { value: `#${near}` }),
                edits: [{ from, to, insert: `#${near}` }],
              }
            : undefined,
      });
    });
  },
});
