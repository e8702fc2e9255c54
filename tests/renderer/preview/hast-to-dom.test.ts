import { describe, expect, it } from 'vitest';
import { rawHtmlSchema } from '#core/markdown/raw-html-schema';
import { createRenderer } from '#core/markdown/renderer';
import {
  createNodes,
  markMissingImage,
} from '../../../src-renderer/features/preview/hast-to-dom.ts';

function build(markdown: string): HTMLElement {
  const root = document.createElement('div');
  const { root: page } = createRenderer({ flavour: 'gfm-cjk' }).render(markdown);
  const imageAddress = (path: string) =>
    path.startsWith('/static/') ? `site://w${path}` : undefined;
  root.append(...createNodes(page.children, { document, imageAddress }));
  return root;
}

describe('a page built node by node', () => {
  it('has the structure and the lines of its Markdown', () => {
    const root = build('# 題\n\n- [x] 済み\n- a\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n');
    expect(root.querySelector('h1')?.getAttribute('data-line')).toBe('0');
    expect(root.querySelector('li input')?.hasAttribute('checked')).toBe(true);
    expect(root.querySelectorAll('tr')[1]?.getAttribute('data-line')).toBe('7');
    expect(root.querySelector('td[align=right]')?.textContent).toBe('2');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    '&lt;script&gt;',
    '<<SCRIPT>alert("x");//<</SCRIPT>',
  ])('[T09] shows %s as text, in headings, alternatives and titles too', (text) => {
    const escaped = text.replaceAll(/([<>&"'[\]()\\*_`-])/g, '\\$1');
    const root = build(`# ${escaped}\n\n![${escaped}](/static/x.png)\n`);
    expect(root.querySelector('h1')?.textContent).toBe(text);
    expect(root.querySelector('img')?.alt).toBe(text);
    expect(root.querySelectorAll('script, [onerror]').length).toBe(0);
  });

  it('refuses elements and attributes that no page has', () => {
    const element = (tagName: string) => ({
      type: 'element' as const,
      tagName,
      properties: { onClick: 'x()', style: 'top:0', srcDoc: 'x', formAction: 'x', title: 'ok' },
      children: [],
    });
    const nodes = createNodes([element('script'), element('iframe'), element('p')], {
      document,
      imageAddress: () => undefined,
    });
    expect(nodes.map((node) => (node as Element).outerHTML)).toEqual(['<p title="ok"></p>']);
  });

  it('[T14] says the host of an image from elsewhere, and its address nowhere', () => {
    const root = build('![外](https://example.com/a.png)');
    expect(root.innerHTML).toBe(
      '<p data-line="0"><span class="image-blocked" data-host="example.com"></span></p>',
    );
  });

  it('[P4] has every element and attribute that raw HTML may bring', () => {
    const names = (rawHtmlSchema.tagNames ?? []).filter((name) => name !== 'img');
    const page = names.map((tagName) => ({
      type: 'element' as const,
      tagName,
      properties: {
        title: 't',
        colSpan: 2,
        open: true,
        reversed: true,
        dateTime: '2026',
        lang: 'en',
      },
      children: [],
    }));
    const nodes = createNodes(page, { document, imageAddress: () => undefined }) as Element[];
    expect(nodes.map(({ localName }) => localName)).toEqual(names);
    const attributes = nodes[0]?.getAttributeNames().sort();
    expect(attributes).toEqual(['colspan', 'datetime', 'lang', 'open', 'reversed', 'title']);
  });

  it('loads images of the site only, and names the file of one that is missing', () => {
    const root = build('![a](/static/img/a.png) ![b](../../etc/passwd)\n');
    const [first, second] = root.querySelectorAll<HTMLElement>('.picture');
    expect(first?.querySelector('img')?.getAttribute('src')).toBe('site://w/static/img/a.png');
    expect(second?.querySelector('img')?.hasAttribute('src')).toBe(false);
    expect(second?.matches('[data-missing][data-file=passwd]')).toBe(true);
    const image = first?.querySelector('img');
    if (image) markMissingImage(image);
    expect(first?.matches('[data-missing][data-file="a.png"]')).toBe(true);
  });
});
