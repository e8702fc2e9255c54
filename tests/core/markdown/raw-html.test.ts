import fc from 'fast-check';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { rawHtmlSchema } from '#core/markdown/raw-html-schema';
import { createRenderer } from '#core/markdown/renderer';
import { rawHtmlExamples } from './raw-html-examples.ts';
import { specificationExamples } from './specification.ts';

const profile = { flavour: 'gfm-cjk', html: 'sanitise' } as const;
const renderer = createRenderer(profile);
const render = (markdown: string): string => toHtml(renderer.render(markdown).root);

/** Attributes that a page made of raw HTML may have; none of them runs, loads or styles anything. */
const harmless = new Set(
  'align alt ariaDescribedBy ariaLabel checked className colSpan dataAlt dataFootnoteBackref dataFootnoteRef dataFootnotes dataHost dataLine dataSource dateTime dir disabled height href id lang open reversed rowSpan scope span src start title type width'.split(
    ' ',
  ),
);
const className =
  /^(?:hljs|hljs-[\w-]+|language-[\w+#.-]{1,32}|image-blocked|sr-only|footnotes|data-footnote-backref|task-list-item|contains-task-list|(?:function|class|inherited)_{1,2})$/;

/** What is wrong with a page: elements and attributes beyond the list, foreign addresses, bare ids. */
function faultsOf(root: Root): string[] {
  const faults: string[] = [];
  visit(root, (node) => {
    if (node.type === 'root' || node.type === 'text') return;
    if (node.type !== 'element') return void faults.push(node.type);
    const { tagName, properties } = node;
    if (!rawHtmlSchema.tagNames?.includes(tagName)) faults.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (!harmless.has(name)) faults.push(`${tagName} ${name}`);
      if (name === 'id' && !String(value).startsWith('user-content-')) faults.push(`id ${value}`);
      if (name === 'href' && !/^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/.test(String(value)))
        faults.push(`href ${value}`);
      if (name === 'src' && /^\s*(?:[a-z+.-]+:|[/\\]{2})/i.test(String(value)))
        faults.push(`src ${value}`);
      for (const one of name === 'className' && Array.isArray(value) ? value : [])
        if (!className.test(String(one))) faults.push(`class ${one}`);
    }
  });
  return faults;
}

/** Attack strings: what runs, loads, frames, styles, clobbers, and what changes when parsed again. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'text <b onclick="x()">b</b> <svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<embed src="data:text/html,x"><object data="x"></object>',
  '<svg></p><style><g title="</style><img src=x onerror=alert(1)>">',
  '<a id=app name=CONF>x</a><form action=//evil><input name=body></form>',
  '<style>body{background:url(//evil)}</style><p style="position:fixed">x</p>',
  '<meta http-equiv=refresh content="0;url=//evil"><base href=//evil><link rel=stylesheet href=//evil>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<a href="java\tscript:alert(1)">a</a> <a href=" javascript:alert(1)">b</a> <a href="JAVASCRIPT&colon;alert(1)">c</a>',
  '<a href="vbscript:x">a</a> <a href="data:text/html,x">b</a> <area href="javascript:x">',
  '<img src="http://tracker.example/x.png"> <img src=//evil/x.png> <img src="\\\\evil\\x.png"> <img src="file:///etc/passwd">',
  '<img srcset="//evil/x.png 1x" src="a.png"> <picture><source srcset=//evil></picture> <video poster=//evil></video>',
  '<table background=//evil><tr><td background="//evil">x</td></tr></table> <body background=//evil>',
  '<input type=image src=//evil> <button formaction=javascript:x>x</button> <input type=checkbox onclick=x autofocus>',
  '<div id="location" class="page-notice hljs picture run">x</div> <h2 id=body>x</h2>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<svg><foreignObject><p><style></p><img src=x onerror=alert(1)>',
  '<select><template><style></select><img src=x onerror=alert(1)>',
  '<p id="</title><img src=x onerror=alert(1)>"><title>x',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
  '<a href="/x"><table><td><a href="/y">z',
  '<b><p>a<table><b>c<a href=/x><div><a href=/y>d',
];

describe('raw HTML on a page', () => {
  it.each(attacks)(
    '[T01] [T02] [T04] [T05] [T12] [T13] [T14] [T15] [T16] does no harm: %s',
    (text) => {
      expect(faultsOf(renderer.render(text).root)).toEqual([]);
      expect(faultsOf(renderer.render(`${text}\n\n文\n\n${text}`).root)).toEqual([]);
    },
  );

  it.each([
    [
      '<details>\n<summary>題</summary>\n\n**中**\n\n</details>',
      '<details data-line="0">\n<summary data-line="1">題</summary>\n<p data-line="3"><strong>中</strong></p>\n</details>',
    ],
    [
      '<ruby>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>と<kbd>K</kbd>',
      '<p data-line="0"><ruby>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>と<kbd>K</kbd></p>',
    ],
    [
      '<img src="/static/a.png" alt="図" width="30%" height="x">',
      '<img src="/static/a.png" alt="図" width="30%">',
    ],
    [
      '<a href="#節" id="top">上</a>',
      '<p data-line="0"><a href="#節" id="user-content-top">上</a></p>',
    ],
    [
      '<table>\n<tr><td colspan="2" style="x">a</td></tr>\n</table>',
      '<table data-line="0">\n<tbody><tr data-line="1"><td colspan="2">a</td></tr>\n</tbody></table>',
    ],
    ['前<script>1</script><style>2</style><textarea>3</textarea>後', '<p data-line="0">前後</p>'],
    ['<font color="red">赤</font><!-- 覚え書き -->', '<p data-line="0">赤</p>'],
    [
      '<form action="/x">\n文<input name="q"><input type="checkbox" checked>\n</form>',
      '<section>\n文<input type="checkbox" checked disabled>\n</section>',
    ],
  ])('shows what is harmless: %s', (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  it('[T12] prefixes each id once, also those of footnotes', () => {
    const html = render(
      '脚注[^a] <b id="x">x</b> <i id="user-content-y">y</i>\n\n[^a]: <u id="footnote-label">注</u>\n',
    );
    expect([...html.matchAll(/ (?:id|aria-describedby)="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'user-content-fnref-a',
      'user-content-footnote-label',
      'user-content-x',
      'user-content-y',
      'user-content-footnote-label',
      'user-content-fn-a',
      'user-content-footnote-label',
    ]);
  });

  it('[T08] takes no class from raw code', () => {
    expect(render('<pre><code class="hljs page-notice language-js">1</code></pre>')).toContain(
      'class="hljs language-js"',
    );
  });

  it.each(['drop', undefined] as const)('[P4] is left out where the site drops it (%s)', (html) => {
    const { root } = createRenderer({ flavour: 'gfm', html }).render('a <kbd>b</kbd>\n\n<hr>\n');
    expect(toHtml(root)).toBe('<p data-line="0">a b</p>');
  });
});

describe('a page with raw HTML that is parsed again', () => {
  const parser = unified().use(rehypeParse, { fragment: true });
  const again = (html: string): string => toHtml(parser.parse(html));
  const piece = fc.constantFrom(
    ...attacks,
    ...rawHtmlExamples,
    ...specificationExamples
      .filter(({ section }) => /HTML/.test(section))
      .map((one) => one.markdown),
    ...'a b i p div h1 h2 li ul ol dl dd dt table tr td caption pre form button select option svg math style object section article details summary nobr font center br img hr span code em template noscript title foreignObject mtext mglyph annotation-xml ruby rt rp'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} title="</${name}>">`]),
    '文',
    '\n',
    '\n\n',
    '\n\n## 章\n\n',
    '**太く**',
    '- ',
    '> ',
  );
  const mutations = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

  it('[T03] is the same page, and harmless, whatever was written', () => {
    fc.assert(
      fc.property(mutations, (markdown) => {
        const { root, problem } = renderer.render(markdown);
        if (problem !== undefined) return;
        expect(faultsOf(root)).toEqual([]);
        const first = toHtml(root);
        const second = again(first);
        expect(second).toBe(first);
        expect(again(second)).toBe(second);
      }),
      { numRuns: 1200, seed: 20261125 },
    );
  }, 60_000);
});

describe('raw HTML that is nested without end', () => {
  it.each([
    ['div', '<div>'.repeat(2073)],
    ['div, closed', '<div>'.repeat(2073) + '</div>'.repeat(2073)],
    ['far too many', '<div>'.repeat(100_000)],
    ['bold', '文<b title=1>'.repeat(3000)],
    ['tables', '<table><tr><td>'.repeat(700)],
  ])('[T31] is too deep, never a crash: %s', (_name, text) => {
    expect(renderer.render(text)).toEqual({
      root: { type: 'root', children: [] },
      problem: 'too-deep',
    });
    const sections = createIncrementalRenderer(profile);
    sections.reset(`# 前\n\n文\n\n# 深い\n\n${text}\n`);
    expect(sections.render().sections.map(({ problem }) => problem)).toEqual([
      undefined,
      'too-deep',
    ]);
  });

  it('[T31] may be a hundred levels deep', () => {
    expect(renderer.render(`${'<div>'.repeat(100)}文`).problem).toBeUndefined();
  });
});

describe('sections whose raw HTML is open at their end', () => {
  const open = (text: string) => {
    const sections = createIncrementalRenderer(profile);
    sections.reset(text);
    return { sections, first: sections.render() };
  };
  const chapter = (name: string, body: string): string => `## ${name}\n\n${body}\n\n`;

  it('are joined with those that the element reaches into', () => {
    const text = [
      chapter('一', '文'),
      chapter('二', '<details>\n<summary>開く</summary>'),
      chapter('三', '文'),
      chapter('四', '</details>'),
      chapter('五', '<kbd>K</kbd>'),
      chapter('六', '文'),
    ].join('');
    const { sections, first } = open(text);
    // Joining doubles, so it may reach one further than it must.
    expect(first.order.insert).toHaveLength(3);
    expect(toHtml(first.sections[1]?.hast ?? { type: 'root', children: [] })).toContain('三</h2>');
    const at = text.indexOf('## 六') + 6;
    sections.edit([{ from: at, to: at, insert: '字' }]);
    const again = sections
      .render()
      .sections.map(({ hast }) => toHtml(hast))
      .join('');
    expect(again).toContain('六</h2>');
  });

  it('stand apart again once the element is closed', () => {
    const text = chapter('一', '文<b>太く') + chapter('二', '文') + chapter('三', '文');
    const { sections, first } = open(text);
    expect(first.order.insert).toHaveLength(1);
    const at = text.indexOf('太く') + 2;
    sections.edit([{ from: at, to: at, insert: '</b>' }]);
    sections.render();
    const end = text.length + 2;
    sections.edit([{ from: end, to: end, insert: '終わり' }]);
    expect(sections.render().sections).toHaveLength(1);
  });
});

describe('a site that gives headings no ids', () => {
  it('[P4] has none on the page, and a table of contents without links', () => {
    const plain = { flavour: 'gfm', headingIds: false } as const;
    expect(toHtml(createRenderer(plain).render('# a\n\n## b\n').root)).not.toContain('id=');
    const sections = createIncrementalRenderer(plain);
    sections.reset('# a\n\n## b\n');
    const { outline, sections: sent } = sections.render();
    expect(outline).toEqual([{ text: 'b', id: '' }]);
    expect(sent.map(({ hast }) => toHtml(hast)).join('')).not.toContain('id=');
  });
});
