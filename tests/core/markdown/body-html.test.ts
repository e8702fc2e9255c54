import { expect, it } from 'vitest';
import { bodyHtml } from '#core/markdown/body-html';

const profile = { flavour: 'gfm-cjk' } as const;
const body = `# 題

最初の**「段落」**です。

- 一
- 二

![絵](/static/img/a.png)
`;

it('is the page’s HTML without what only the app needs, images by the paths of the site', () => {
  expect(bodyHtml(body, profile)).toBe(
    [
      '<h1 id="user-content-題">題</h1>',
      '<p>最初の<strong>「段落」</strong>です。</p>',
      '<ul>\n<li>一</li>\n<li>二</li>\n</ul>',
      '<p><img src="/static/img/a.png" alt="絵"></p>',
    ].join('\n'),
  );
});

it.each([
  [{ from: 2, to: 2 }, '<p>最初の<strong>「段落」</strong>です。</p>'],
  [{ from: 5, to: 5 }, '<ul>\n<li>一</li>\n<li>二</li>\n</ul>'],
  [
    { from: 0, to: 2 },
    '<h1 id="user-content-題">題</h1>\n<p>最初の<strong>「段落」</strong>です。</p>',
  ],
  [{ from: 20, to: 30 }, '<p><img src="/static/img/a.png" alt="絵"></p>'],
])('of lines %o it is the blocks that they meet', (lines, html) => {
  expect(bodyHtml(body, profile, lines)).toBe(html);
});

it('[T01] holds no script, no handler and no address that runs one', () => {
  const hostile =
    '<script>x</script>\n\n<img src=x onerror=y>\n\n[a](javascript:z) <b onclick=w>b</b>';
  expect(bodyHtml(hostile, profile)).not.toMatch(/script|onerror|onclick/i);
});

it('[T14] shows images of other hosts as the site does, and none by another way than the web', () => {
  expect(bodyHtml('![外](https://example.com/a.png) ![](javascript:x)', profile)).toBe(
    '<p><img src="https://example.com/a.png" alt="外"> <span class="image-blocked" data-host=""></span></p>',
  );
});

it.each([
  ['![a](//cdn.example/x.png)', 'https://cdn.example/x.png'],
  [String.raw`![a](\\\\evil\\share\\x.png)`, '%5C%5Cevil%5Cshare%5Cx.png'],
  [String.raw`![a](<\\\\evil\share\x.png>)`, '%5C%5Cevil%5Cshare%5Cx.png'],
  [String.raw`![a](</\evil/x.png>)`, '/%5Cevil/x.png'],
  ['![a](file://evil/x.png)', undefined],
])('[T15] never names a computer of the network: %s', (text, address) => {
  const html = bodyHtml(text, profile) ?? '';
  expect(/src="([^"]*)"/.exec(html)?.[1]).toBe(address);
});

it('follows the flavour of the site', () => {
  expect(bodyHtml('**「強」**い', { flavour: 'gfm' })).toBe('<p>**「強」**い</p>');
});

it('[T31] is nothing for a text that is nested too deep', () => {
  expect(bodyHtml('> '.repeat(1500), profile)).toBeUndefined();
});
