import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { readHeadings } from '#core/markdown/guide-headings';
import { textOf } from '#core/markdown/heading-ids';
import { parseMarkdown } from '#core/markdown/parse';
import { createRenderer } from '#core/markdown/renderer';

const renderer = createRenderer({ flavour: 'gfm-cjk' });

function headingsOfPage(root: Root): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const visit = (nodes: readonly Root['children'][number][]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { tagName, properties } = node satisfies Element;
      if (/^h[1-6]$/.test(tagName) && properties.id !== 'user-content-footnote-label') {
        found.push([String(properties.id).replace('user-content-', ''), textOf(node).trim()]);
      } else visit(node.children);
    }
  };
  visit(root.children);
  return found;
}

const line = fc.constantFrom(
  '# [完全ガイド] Nurse: 題',
  '## 1️⃣ 主な仕事',
  '## 1️⃣ 主な仕事',
  '### 1. **「病棟」**の`仕事`',
  '> ## 引用の見出し',
  '- ## 項目の見出し',
  '## [リンク][a] と ![絵](/static/x.png)',
  '[a]: https://example.com/',
  '本文',
  '題\n===',
  '```\n## 違う\n```',
  '## ',
  '## 🏷️ #推奨タグ',
  '<h2>違う</h2>',
  '',
);

test('headings have the ids and texts that the page gives them', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const body = lines.join('\n\n');
      const read = readHeadings(parseMarkdown(body, 'gfm-cjk'));
      expect(read.map(({ id, text }) => [id, text])).toEqual(
        headingsOfPage(renderer.render(body).root),
      );
    }),
    { numRuns: 200 },
  );
});

test('a heading says where its line begins and how deep it is', () => {
  const body = '序\n\n## 章\n\n### 節\n';
  const read = readHeadings(parseMarkdown(body, 'gfm-cjk'));
  expect(read.map(({ from, level }) => [body.slice(from, from + 4), level])).toEqual([
    ['## 章', 2],
    ['### ', 3],
  ]);
});
