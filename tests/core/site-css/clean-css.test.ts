import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCss } from '#core/site-css/clean-css';
import { ownAddress } from '#core/site-css/css-address';

const place = { path: 'static/css/site.css', staticFolder: 'static', staticPath: '/static' };

function clean(text: string) {
  const cleaned = cleanCss(text, place);
  if ('brokenLine' in cleaned) throw new Error(`broken at line ${cleaned.brokenLine}`);
  return cleaned;
}

describe('the site’s style sheet', () => {
  it('is kept as it is where it loads nothing', () => {
    const css =
      '.a::before { content: "→\\2014"; color: rgb(1 2 3 / 50%) !important }\n' +
      '@media (min-width: 40em) { .md\\:flex > a:hover { display: flex } }\n' +
      '@layer base, looks;\n@layer base { :root { --gap: calc(1rem + 2px) } p { margin: var(--gap) } }\n' +
      '@keyframes turn { to { rotate: 1turn } }\n.card { &:hover { top: 0 } }\n' +
      '@supports (display: grid) and (not (display: inline-grid)) { p { top: 1px } }';
    expect(clean(css)).toEqual({ css, leftOut: [], hasDark: false });
  });

  it('loads images and fonts of the static folder, from where it lies', () => {
    expect(
      clean(
        '@font-face { font-family: A; src: local("A"), url(../fonts/a.woff2?v=1#x) format("woff2") }\n' +
          "a { background: url('/static/img/x.png') }\nb { background: url( img.png ) no-repeat }\n" +
          'c { background: image-set("../a.png" 1x, url(/static/b.png) 2x) }\nd { fill: url(#shade) }',
      ).css,
    ).toBe(
      '@font-face { font-family: A; src: local("A"), url("/static/fonts/a.woff2") format("woff2") }\n' +
        'a { background: url("/static/img/x.png") }\nb { background: url("/static/css/img.png") no-repeat }\n' +
        'c { background: image-set("/static/a.png" 1x, url("/static/b.png") 2x) }\nd { fill: url("#shade") }',
    );
  });

  it('keeps small images and fonts that are written out', () => {
    const css = 'a { background: url("data:image/png;base64,AAAA") }';
    expect(clean(css)).toMatchObject({ css, leftOut: [] });
    expect(clean(`a { src: url(data:font/woff2;base64,${'A'.repeat(200_000)}) }`).leftOut).toEqual([
      { what: 'src', line: 1 },
    ]);
  });

  it('knows whether there is a dark form', () => {
    expect(clean('@media (prefers-color-scheme: dark) { p { color: #fff } }').hasDark).toBe(true);
    expect(clean('p { color: light-dark(#000, #fff) }').hasDark).toBe(true);
    expect(clean('/* prefers-color-scheme */ p { color: #000 }').hasDark).toBe(false);
  });

  it('says where it cannot be read', () => {
    expect(cleanCss('a { color: red }\nb { color: "', place)).toEqual({ brokenLine: 2 });
    expect(cleanCss('@\\69mport "x.css";', place)).toEqual({ brokenLine: 1 });
    expect(cleanCss('a{'.repeat(60_000), place)).toHaveProperty('brokenLine');
  });

  it('says what is left out and where', () => {
    expect(
      clean('@charset "utf-8";\n@import url(x.css);\na { color: red; behavior: url(x.htc) }\n')
        .leftOut,
    ).toEqual([
      { what: '@import', line: 2 },
      { what: 'behavior', line: 3 },
    ]);
  });
});

const foreign = [
  '@import "//evil.example/a.css";',
  '@import url(https://evil.example/a.css) screen;',
  '@IMPORT "x.css";',
  '@i\\6d port "x.css";',
  'a[title="\n { top: url(//evil.example/a) } a[title="] { top: 0 }',
  "a[title='x\n;@import url(//evil.example/a);'] { top: 0 }",
  '@namespace url(https://evil.example);',
  '@unknown { a { color: red } }',
  '@document url(https://evil.example) { a { color: red } }',
  'a { background: url(https://evil.example/x) }',
  'a { background: url(//evil.example/x) }',
  'a { background: url("\\\\\\\\evil.example\\\\x") }',
  'a { background: url(/\\evil.example/x) }',
  'a { background: URL( "https://evil.example/x" ) }',
  'a { background: u\\72l(https://evil.example/x) }',
  'a { background: \\75 rl(https://evil.example/x) }',
  'a { background: url/**/(https://evil.example/x) url(https://evil.example) }',
  'a { background: url(ht\\74ps://evil.example/x) }',
  'a { background: url("ht\ntps://evil.example/x") }',
  'a { background: url(file:///etc/passwd) }',
  'a { background: url(app://ui/index.html) }',
  'a { background: url(site://other/static/x.png) }',
  'a { background: url(/secret/x.png) }',
  'a { background: url(/static/../secret/x.png) }',
  'a { background: url(/static/%2e%2e/secret/x.png) }',
  'a { background: url(../../secret.png) }',
  'a { background: url(data:text/html,x) }',
  'a { background: url(data:image/pngx,x) }',
  'a { background: url(javascript:alert(1)) }',
  'a { background: image-set("//evil.example/a" 1x) }',
  'a { background: -webkit-image-set("https://evil.example/a" 1x) }',
  'a { background: image-set(var(--x) 1x) }',
  'a { background: src("//evil.example/a") }',
  'a { background: image("//evil.example/a") }',
  'a { width: expression(alert(1)) }',
  'a { -moz-binding: url(/static/x.xml#a) }',
  'a { b\\65havior: none }',
  'a { --x: url(//evil.example/a); }',
  'a { content: "x\n; background: url(//evil.example/a) "; }',
  '@font-face { font-family: A; src: url(https://evil.example/a.woff2) }',
  '@media screen { a { cursor: url(//evil.example/a), auto } }',
  '@keyframes a { from { background: url(//evil.example/a) } }',
  '@property --a { syntax: "<image>"; inherits: false; initial-value: url(//evil.example/a) }',
  '.a { .b & { list-style: url(//evil.example/a) } }',
];

describe('[T13] [T14] [T15] what would load something else is left out and told', () => {
  it.each(foreign)('%s', (css) => {
    const cleaned = clean(`p { color: red }\n${css}\np { color: blue }`);
    expect(cleaned.leftOut.length).toBeGreaterThan(0);
    expect(cleaned.css).not.toMatch(
      /evil|secret|passwd|@import|javascript|binding|expression|htc/i,
    );
    expect(cleaned.css).toContain('p { color: red }');
    expect(cleaned.css).toContain('p { color: blue }');
  });

  it('marks of HTML comments, which browsers pass over, hide nothing', () => {
    const load = '@import url(//evil.example/a.css);';
    expect(cleanCss(`<!-- ${load} -->`, place)).toEqual({ brokenLine: 1 });
    expect(cleanCss(`--> ${load}`, place)).toEqual({ brokenLine: 1 });
    expect(clean('<!-- a { background: url(//evil.example/a) } --> b { top: 0 }').css).toBe('');
    expect(clean('<!-- a { color: red }').leftOut).toEqual([{ what: '<!-- a', line: 1 }]);
  });

  it('whatever it is combined with', () => {
    const wraps = fc.constantFrom(
      (css: string) => css,
      (css: string) => `/* a */${css}/* b */`,
      (css: string) => `@media screen {${css}}`,
      (css: string) => `@layer x { @supports (top: 0) {${css}} }`,
      (css: string) => css.replaceAll(' ', '\t\n'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...foreign), wraps), { maxLength: 5 }),
        (all) => {
          const cleaned = cleanCss(all.map(([css, wrap]) => wrap(css)).join('\n'), place);
          if ('css' in cleaned) expect(cleaned.css).not.toMatch(/evil|secret|passwd|@import/i);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cleaning twice changes nothing more', () => {
    for (const css of foreign) {
      const once = clean(css).css;
      expect(clean(once)).toEqual({ css: once, leftOut: [], hasDark: false });
    }
  });
});

describe('an address of a style sheet', () => {
  it('[T17] stays below the static folder', () => {
    expect(ownAddress('/static/a b.png', place)).toBeUndefined();
    expect(ownAddress('/static/%E5%9B%B3.png', place)).toBe('/static/%E5%9B%B3.png');
    expect(ownAddress('図.png', place)).toBe('/static/css/%E5%9B%B3.png');
    expect(ownAddress('/staticky/a.png', place)).toBeUndefined();
  });

  it('is a site path where the sheet lies elsewhere', () => {
    const other = { ...place, path: 'theme/site.css' };
    expect(ownAddress('/static/a.png', other)).toBe('/static/a.png');
    expect(ownAddress('a.png', other)).toBeUndefined();
    expect(ownAddress('../static/a.png', other)).toBe('/static/a.png');
  });
});
