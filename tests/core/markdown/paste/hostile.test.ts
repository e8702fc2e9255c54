import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, maxPastedHtml } from '#core/markdown/paste/html-to-markdown';
import { guideListStyle } from '#core/markdown/paste/pasted-html';
import { parseMarkdown } from '#core/markdown/parse';
import { classify } from '#core/text/classify-url';
import { hostileHtml, hostileMarkdown } from '../../../e2e/hostile-vectors.ts';

const convert = (html: string) => htmlToMarkdown(html, guideListStyle);

/** What a Markdown text would put on a page beyond words, by both readings. */
function dangersOf(markdown: string): string[] {
  const found: string[] = [];
  for (const flavour of ['gfm', 'gfm-cjk'] as const) {
    visit(parseMarkdown(markdown, flavour), (node) => {
      if (node.type === 'html') found.push(node.value);
      if (node.type === 'image' && classify(node.url) !== 'site') found.push(node.url);
      if (node.type === 'definition' || node.type === 'imageReference') found.push(node.type);
      if (node.type === 'link' && !['external', 'mail'].includes(classify(node.url))) {
        found.push(node.url);
      }
    });
  }
  return found;
}

const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#10;script:alert(1)',
  'java&Tab;script:alert(1)',
  '&#x6A;avascript:alert(1)',
  ' javascript:alert(1)',
  '&#1;javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ms-msdt:/id',
  'app://ui/index.html',
  'blob:app://ui/x',
  '//tracker.invalid/x',
  '\\\\tracker.invalid\\x',
  'https://user:pw@tracker.invalid/',
  'https://www.google.com/url?q=javascript:alert(1)',
];

describe('hostile HTML on the clipboard', () => {
  it.each(hostileHtml)(
    '[T10] [T14] leaves nothing that runs, loads or leads astray of %s',
    (html) => {
      for (const shape of [html, `<p>前${html}後</p>`, `<ul><li>${html}</li></ul>`]) {
        const { markdown } = convert(`<html><body>${shape}<p>終わり</p></body></html>`);
        expect(dangersOf(markdown)).toEqual([]);
        // Code shows what was copied; it is text there.
        const prose = markdown.replace(/```[\s\S]*?```/g, '');
        expect(prose).not.toMatch(/<[a-z/!]|javascript:/i);
      }
    },
  );

  it.each(hostileMarkdown)(
    '[T10] takes Markdown in copied text for the words that it is: %s',
    (text) => {
      const escaped = text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
      const { markdown } = convert(`<p>${escaped.replaceAll('\n\n', '</p><p>')}</p>`);
      const links = dangersOf(markdown);
      expect(links).toEqual([]);
    },
  );

  it.each(addresses)(
    '[T05] [T10] keeps the words of a link to %s and not its address',
    (address) => {
      const { markdown } = convert(`<p><a href="${address}">ここ</a>を見る</p>`);
      expect(markdown).toBe('ここを見る');
    },
  );

  it('[T10] [T14] leaves out pictures from elsewhere, counts them, and keeps those of the site', () => {
    const { markdown, droppedImages } = convert(
      '<p><img src="https://tracker.invalid/a.png" alt="外"><img src="data:image/png;base64,AA" alt="中">' +
        '<img src="https://tracker.invalid/p.gif" width=1 height=1>' +
        '<img src="cid:1"><img src="/static/img/nurse.png" alt="看護師"></p>',
    );
    expect(markdown).toBe('![看護師](/static/img/nurse.png)');
    expect(droppedImages).toBe(3);
  });

  it('refuses more than is read and nests that overflow, without an error', () => {
    expect(convert('x'.repeat(maxPastedHtml + 1)).problem).toBe('too-long');
    expect(convert('<div>'.repeat(5000) + 'x').problem).toBe('too-deep');
    expect(convert('<ul><li>'.repeat(50_000)).problem).toBe('too-deep');
    expect(convert('<b>'.repeat(100_000)).problem).toBe('too-deep');
  });
});

/** HTML of the kinds that people copy, put together at random. */
const words = fc.constantFrom(
  'です',
  '「重要」',
  '（注）',
  'a_b',
  'x*y',
  '[1]',
  '# 見出し',
  '1. 項目',
  '10~20',
  ' ',
  'A&amp;T',
  '&lt;b&gt;',
  '`c`',
  '。',
  '！',
  'https://example.com/',
  '\\',
  '|',
  '- ',
  '+',
  '![x](y)',
);
const inline = fc.letrec<{ any: string; text: string; marked: string }>((tie) => ({
  text: words,
  marked: fc
    .tuple(fc.constantFrom('b', 'i', 's', 'span', 'code'), fc.array(tie('any'), { maxLength: 3 }))
    .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  any: fc.oneof({ maxDepth: 3 }, tie('text'), tie('marked')),
})).any;
const block = fc
  .tuple(fc.constantFrom('p', 'h2', 'li', 'blockquote', 'td'), fc.array(inline, { maxLength: 6 }))
  .map(([name, inner]) => {
    const content = inner.join('');
    if (name === 'li') return `<ul><li>${content}</li></ul>`;
    if (name === 'td') return `<table><tr><td>${content}</td><td>b</td></tr></table>`;
    return `<${name}>${content}</${name}>`;
  });
const wordsOf = (markdown: string, flavour: 'gfm' | 'gfm-cjk') =>
  toString(parseMarkdown(markdown, flavour)).replace(/\s/g, '');

describe('words of copied HTML', () => {
  it('[T10] are the same by CommonMark’s reading and the CJK-friendly one, and none is lost or becomes an entity', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const html = blocks.join('');
        // A backslash before a pipe inside code is what a cell of GFM cannot show.
        fc.pre(!(html.includes('<table>') && html.includes('\\')));
        const { markdown } = convert(html);
        const shown = html
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
          .replace(/\s/g, '');
        expect(wordsOf(markdown, 'gfm')).toBe(shown);
        expect(wordsOf(markdown, 'gfm-cjk')).toBe(shown);
        expect(markdown).not.toMatch(/&#x/);
        expect(dangersOf(markdown)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the samples', () => {
  const folder = resolve(import.meta.dirname, '../../../fixtures/paste');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.html')))(
    '[T10] hold nothing foreign once converted: %s',
    (name) => {
      const { markdown } = convert(readFileSync(join(folder, name), 'utf8'));
      expect(dangersOf(markdown)).toEqual([]);
    },
  );
});
