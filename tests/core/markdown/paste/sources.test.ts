import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '#core/markdown/paste/html-to-markdown';
import { isCodeCopy } from '#core/markdown/paste/is-code-copy';
import { guideListStyle } from '#core/markdown/paste/pasted-html';
import { createRenderer } from '#core/markdown/renderer';

const folder = resolve(import.meta.dirname, '../../../fixtures/paste');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('what programs put on the clipboard', () => {
  it.each(sources)('becomes Markdown as the guides are written: %s', (name) => {
    const { markdown, problem } = htmlToMarkdown(read(`${name}.html`), guideListStyle);
    expect(`${markdown}\n`).toBe(read(`${name}.md`));
    expect(problem).toBeUndefined();
  });
});

describe('pasting a second time', () => {
  const shown = (markdown: string) =>
    toHtml(createRenderer({ flavour: 'gfm' }).render(markdown).root);

  it.each(sources)('gives the same Markdown once more from its own page: %s', (name) => {
    const markdown = read(`${name}.md`);
    expect(`${htmlToMarkdown(shown(markdown), guideListStyle).markdown}\n`).toBe(markdown);
  });
});

describe('the style of lists', () => {
  it('is that of the text around, where it has one', () => {
    const html = '<ul><li>一<ul><li>二</li></ul></li></ul><ol><li>三</li></ol>';
    const { markdown } = htmlToMarkdown(html, { bullet: '-', indent: 'one' });
    expect(markdown).toBe('- 一\n  - 二\n\n1. 三');
  });
});

describe('one table alone', () => {
  it.each(['excel', 'google-sheets'])('is also given as rows of cells: %s', (name) => {
    const { rows } = htmlToMarkdown(read(`${name}.html`), guideListStyle);
    expect(rows?.[0]).toHaveLength(3);
    expect(rows?.[1]?.[0]).toMatch(/^(?:体温|看護師)$/);
  });

  it('is no row of cells where there is text beside it', () => {
    const { rows } = htmlToMarkdown(read('libreoffice.html'), guideListStyle);
    expect(rows).toBeUndefined();
  });
});

describe('code copied with its colours', () => {
  const vscode =
    "<meta charset='utf-8'><div style=\"color: #ccc;background-color: #1f1f1f;font-family: 'Droid Sans Mono', 'monospace', monospace;font-size: 14px;white-space: pre;\"><div><span style=\"color: #569cd6;\">const</span><span> a</span><span> = </span><span>&quot;&lt;b&gt;&quot;</span></div></div>";

  it('is told from text by its face and its words', () => {
    expect(isCodeCopy(vscode, 'const a = "<b>"')).toBe(true);
    expect(isCodeCopy('<pre>a\n  b</pre>', 'a\n  b')).toBe(true);
    expect(isCodeCopy('<html><body>\n<!--StartFragment--><pre>x</pre>', 'x')).toBe(true);
  });

  it('is not what has words beside the code, or no such face', () => {
    expect(isCodeCopy('<pre>a</pre><p>b</p>', 'a')).toBe(false);
    expect(isCodeCopy('<p>a</p>', 'a')).toBe(false);
    expect(isCodeCopy('<div style="font-family: Arial">a</div>', 'a')).toBe(false);
  });
});
