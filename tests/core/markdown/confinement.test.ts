import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { classifyImage } from '#core/markdown/image-source';
import { createRenderer } from '#core/markdown/renderer';

const render = (markdown: string) =>
  toHtml(createRenderer({ flavour: 'gfm-cjk' }).render(markdown).root);

/** Elements and properties that plain paragraphs and headings have. */
const plain = new Set(['p', 'h1', 'em', 'strong']);

function partsOf(markdown: string) {
  const names = new Set<string>();
  const properties = new Set<string>();
  visit(createRenderer({ flavour: 'gfm-cjk' }).render(markdown).root, 'element', (node) => {
    names.add(node.tagName);
    for (const name of Object.keys(node.properties)) properties.add(name);
  });
  return { names, properties };
}

describe('a page made of untrusted Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'text <b onclick="x()">b</b> <svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<embed src="data:text/html,x"><object data="x"></object>',
    '<svg></p><style><g title="</style><img src=x onerror=alert(1)>">',
    '<a id=app name=CONF>x</a><form action=//evil><input name=body></form>',
    '<style>body{background:url(//evil)}</style><p style="position:fixed">x</p>',
    '<meta http-equiv=refresh content="0;url=//evil"><base href=//evil>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  ])('[T01] [T02] [T03] [T04] [T13] keeps no raw HTML of %s', (markdown) => {
    const { names, properties } = partsOf(markdown);
    expect([...names].filter((name) => !plain.has(name))).toEqual([]);
    expect([...properties].filter((name) => name !== 'dataLine' && name !== 'id')).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#x6A;avascript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'smb://evil/share',
    'vscode://x',
    'app://ui/index.html',
    'site://other/x',
    'blob:app://ui/x',
    'irc://chat',
  ])('[T05] [T39] gives a link to %s no address', (address) => {
    expect(render(`[x](<${address}>)`)).not.toContain('href');
  });

  it.each([
    'https://example.com/',
    'http://a.example/b?c',
    'mailto:a@example.com',
    '/guides/a',
    '#x',
  ])('[T05] keeps the address of a link to %s', (address) => {
    expect(render(`[x](${address})`)).toContain(`href="${address}"`);
  });

  it.each(['js&#x20;xss', 'js"onclick=x', '<b>', 'x'.repeat(40), 'hljs page-notice', '"><img>'])(
    '[T08] takes no class from the fence language %s',
    (language) => {
      const classes = [...render('``` ' + language + '\ncode\n```\n').matchAll(/class="([^"]*)"/g)];
      const allowed = /^(?:hljs|hljs-[\w-]+|language-[\w+#.-]{1,32}| )*$/;
      expect(classes.filter(([, value]) => !allowed.test(value ?? ''))).toEqual([]);
    },
  );

  it('[T12] prefixes each id once and takes none from the text', () => {
    const html = render('# body\n\n# location\n\n# body\n\n脚注[^a]\n\n[^a]: 注\n');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      'user-content-body',
      'user-content-location',
      'user-content-body-1',
      'user-content-fnref-a',
      'footnote-label',
      'user-content-fn-a',
    ]);
  });

  it.each([
    ['http://tracker.example/x.png', 'tracker.example'],
    ['https://user@tracker.example:8080/x.png', 'tracker.example:8080'],
    ['//evil.example/x.png', 'evil.example'],
    ['\\\\\\\\evil\\\\share\\\\x.png', ''],
  ])('[T14] [T15] shows a host in the place of the image %s', (address, host) => {
    const html = render(`![図](<${address}>)`);
    expect(html).not.toContain('<img src="http');
    expect(html).not.toContain('src="//');
    if (host !== '') expect(html).toContain(`data-host="${host}"`);
  });

  it.each([
    ['/static/img/a.png', { kind: 'site', path: '/static/img/a.png' }],
    ['img/a b.png', { kind: 'site', path: 'img/a b.png' }],
    ['../a.png', { kind: 'site', path: '../a.png' }],
    ['https://h.example/a.png', { kind: 'external', host: 'h.example' }],
    ['//h.example/a.png', { kind: 'external', host: 'h.example' }],
    ['\\\\evil\\share\\x.png', { kind: 'external', host: 'evil' }],
    ['/\\evil/x.png', { kind: 'external', host: 'evil' }],
    ['/\t/evil/x.png', { kind: 'external', host: 'evil' }],
    ['file:///etc/passwd', { kind: 'refused' }],
    ['file://evil/x', { kind: 'refused' }],
    ['data:image/png;base64,x', { kind: 'refused' }],
    ['C:\\x.png', { kind: 'refused' }],
    ['', { kind: 'refused' }],
    ['//', { kind: 'refused' }],
  ])('[T15] [T16] classifies the image address %j', (address, expected) => {
    expect(classifyImage(address)).toEqual(expected);
  });
});

describe('a text that would break the renderer', () => {
  const renderer = createRenderer({ flavour: 'gfm-cjk' });

  it.each([
    ['lists', '- '.repeat(1113) + 'x'],
    ['quotes', '> '.repeat(1500) + 'x'],
    ['tight quotes', '>'.repeat(3000)],
    ['ordered lists', '1. '.repeat(1200) + 'x'],
    ['indented lists', Array.from({ length: 300 }, (_, i) => '  '.repeat(i) + '- a').join('\n')],
  ])('[T31] is refused as too deep: %s', (_name, markdown) => {
    expect(renderer.render(markdown).problem).toBe('too-deep');
  });

  it('[T31] is refused as too long beyond two million characters', () => {
    expect(renderer.render('a\n'.repeat(1_000_001)).problem).toBe('too-long');
  });

  it('[T31] leaves ninety levels, a long rule and a wide code block alone', () => {
    const text = `${'> '.repeat(90)}x\n\n${'-'.repeat(500)}\n\n${' '.repeat(200)}code\n`;
    expect(renderer.render(text).problem).toBeUndefined();
  });
});
