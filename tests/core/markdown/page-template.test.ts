import type { Root, RootContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { renderTemplate, renderTemplateTree } from '#core/markdown/page-template';
import { createTemplateData, type TemplateData } from '#core/markdown/template-data';

const data: TemplateData = createTemplateData({
  details: { title: '<b>看護師</b>の仕事', slug: 'nurse', extra: { level: 3 } },
  path: 'guides/nurse.md',
  page: {
    hero: '/static/img/nurse.png',
    breadcrumb: ['ホーム', '医療'],
    tags: ['夜勤'],
    related: [{ slug: 'doctor', name: '医師', title: '医師の仕事', thumbnail: '' }],
  },
  outline: [
    { text: '概要', id: 'user-content-概要' },
    { text: '給料', id: 'user-content-給料' },
  ],
  siteName: '仕事図鑑',
});

const body = '<h1>本文</h1>';

function files(entry: string, others: Record<string, string> = {}) {
  return { entry: 'page.liquid', files: { 'page.liquid': entry, ...others } };
}

async function htmlOf(entry: string, others: Record<string, string> = {}): Promise<string> {
  const made = await renderTemplate(files(entry, others), data, body);
  if ('problem' in made) throw new Error(JSON.stringify(made.problem));
  return made.html;
}

async function problemOf(entry: string, others: Record<string, string> = {}) {
  const made = await renderTemplate(files(entry, others), data, body);
  return 'problem' in made ? made.problem : made.html;
}

function elementsOf(root: Root | RootContent): string[] {
  if (root.type !== 'element' && root.type !== 'root') return [];
  const own = root.type === 'element' ? [root.tagName] : [];
  return [...own, ...root.children.flatMap((child) => elementsOf(child))];
}

describe('a page template', () => {
  it('prints the guide details, the page and the site around the body', async () => {
    const html = await htmlOf(
      '<header class="top"><p>{{ site.name }}｜{{ page.breadcrumb | join: " › " }}</p></header>' +
        '<main>{{ content }}</main><footer>{{ guide.extra.level }} {{ page.slug }}' +
        '{% for one in page.related %}<a href="/{{ one.slug }}">{{ one.name }}</a>{% endfor %}</footer>',
    );
    expect(html).toBe(
      '<header class="top"><p>仕事図鑑｜ホーム › 医療</p></header><main><h1>本文</h1></main>' +
        '<footer>3 nurse<a href="/doctor">医師</a></footer>',
    );
  });

  it('[T09] prints what a guide says as text', async () => {
    expect(await htmlOf('<p>{{ guide.title }}</p>{{ content }}')).toContain(
      '<p>&#x3C;b>看護師&#x3C;/b>の仕事</p>',
    );
  });

  it('puts the table of contents where the template has it', async () => {
    expect(await htmlOf('{{ toc }}{{ content }}')).toBe(
      '<nav class="contents"><p class="contents-title">目次</p><ol>' +
        '<li><a href="#user-content-概要">概要</a></li><li><a href="#user-content-給料">給料</a></li>' +
        '</ol></nav><h1>本文</h1>',
    );
  });

  it('takes what a browser would show of a whole page', async () => {
    expect(
      await htmlOf(
        '<!doctype html><html><head><title>x</title><meta charset="utf-8"><script>1</script></head>' +
          '<body class="page"><main>{{ content }}</main></body></html>',
      ),
    ).toBe('<main><h1>本文</h1></main>');
  });

  it('includes files beside it, in folders too, relative ones and layouts', async () => {
    const others = {
      'parts/card.liquid': '<b>{{ text }}</b>{% render "./dot" %}',
      'parts/dot.liquid': '<i>・</i>',
      'layout.liquid': '<main>{% block all %}{% endblock %}</main>',
    };
    expect(
      await htmlOf(
        '{% layout "layout" %}{% block all %}{% render "parts/card", text: page.slug %}{{ content }}{% endblock %}',
        others,
      ),
    ).toBe('<main><b>nurse</b><i>・</i><h1>本文</h1></main>');
  });

  it('shows body and contents once, however often they are named', async () => {
    expect(await htmlOf('{{ content }}{{ toc }}{{ content }}{{ toc }}')).toMatch(
      /^<h1>本文<\/h1><nav.*<\/nav>$/,
    );
  });

  it('leaves a place for body and contents that no guide can forge', async () => {
    const hostile = { ...data, guide: { title: 'shirube0xcontent shirube0xtoc' } };
    const made = await renderTemplateTree(
      files('<p>{{ guide.title }}</p><div data-slot="toc">a</div><div>{{ content }}</div>'),
      hostile,
    );
    expect('root' in made && elementsOf(made.root)).toEqual(['p', 'div', 'div', 'div']);
    expect(JSON.stringify(made).match(/dataSlot/g)).toHaveLength(1);
  });
});

describe('what a template prints is sanitised', () => {
  it.each([
    ['<script>alert(1)</script>', ''],
    ['<img src="x" onerror="alert(1)">', '<img src="x">'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    [
      '<a href="https://a.example/" target="_blank" onclick="x">a</a>',
      '<a href="https://a.example/">a</a>',
    ],
    ['<p style="background:url(//evil)" data-line="3">a</p>', '<p>a</p>'],
    ['<style>*{color:red}</style><link rel="stylesheet" href="//evil">', ''],
    ['<iframe src="//evil">a</iframe><object data="x">b</object><embed src="x">', ''],
    ['<svg><script>1</script><a href="javascript:1">x</a></svg><math><mi>x</mi></math>', ''],
    ['<form action="//evil"><input name="q">a<button>b</button></form>', 'a'],
    ['<meta http-equiv="refresh" content="0;url=//evil"><base href="//evil">', ''],
    ['<img src="data:image/svg+xml,<svg/>" srcset="//evil 2x">', '<img>'],
    ['<p id="app" name="CONF">a</p>', '<p id="user-content-app">a</p>'],
    ['<template><p>a</p></template>', ''],
  ])('[T01] [T02] [T03] [T04] [T05] [T12] [T13] %s', async (written, shown) => {
    expect(await htmlOf(`${written}<main>{{ content }}</main>`)).toBe(
      `${shown}<main><h1>本文</h1></main>`,
    );
  });

  it('keeps what a page is built of', async () => {
    const page =
      '<nav class="a b" aria-label="x"><ul><li><a href="/x">a</a></li></ul></nav><section><h2 class="t">b</h2>' +
      '<figure><img src="/static/a.png" alt="" width="3" height="2"><figcaption>c</figcaption></figure>' +
      '<time datetime="2026-01-01">d</time><aside><span class="s">e</span></aside><dl><dt>f</dt><dd>g</dd></dl></section>';
    expect(await htmlOf(`${page}{{ content }}`)).toBe(page + body);
  });

  it('[T29] reaches no prototype and runs no code', async () => {
    expect(
      await htmlOf(
        '<p>{{ guide.constructor }}{{ guide.__proto__.polluted }}{{ page.tags.constructor.name }}' +
          '{{ guide.title.constructor.constructor }}{{ site.toString }}</p>{{ content }}',
      ),
    ).toBe('<p></p><h1>本文</h1>');
  });
});

describe('a template that gives no page', () => {
  it('says where it cannot be read', async () => {
    expect(await problemOf('<p>\n{% if guide.title %}\n{{ content }}')).toMatchObject({
      kind: 'syntax',
      file: 'page.liquid',
      line: 2,
      detail: 'tag {% if guide.title %} not closed',
    });
    expect(await problemOf('{{ content }}\n{% nosuch %}')).toMatchObject({
      kind: 'syntax',
      line: 2,
      detail: 'tag "nosuch" not found',
    });
  });

  it('says so in the file that is wrong', async () => {
    const others = { 'part.liquid': '\n\n{% for %}' };
    expect(await problemOf('{{ content }}{% render "part" %}', others)).toMatchObject({
      kind: 'syntax',
      file: 'part.liquid',
      line: 3,
    });
  });

  it.each(['gone', '../secret', '/etc/passwd', '..\\secret', 'parts/../../x', 'constructor'])(
    '[T17] includes no other file: %s',
    async (name) => {
      expect(await problemOf(`{{ content }}\n{% render "${name}" %}`)).toMatchObject({
        kind: 'missing',
        file: 'page.liquid',
        line: 2,
      });
    },
  );

  it('says which file is not there at all', async () => {
    const made = await renderTemplate({ entry: 'page.liquid', files: {} }, data, body);
    expect(made).toEqual({
      problem: { kind: 'missing', file: 'page.liquid', line: undefined, detail: 'page.liquid' },
    });
  });

  it.each([
    ['{% for i in (1..100000000) %}x{% endfor %}'],
    ['{% for i in (1..30000) %}{% for j in (1..30000) %}{{ j }}{% endfor %}{% endfor %}'],
    [
      '{% assign a = "xxxxxxxxxxxxxxxx" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}',
    ],
    ['{% render "page" %}'],
    ['<div>'.repeat(30000)],
  ])('[T31] is stopped before it takes too long or too much: %#', async (written) => {
    expect(await problemOf(`${written}{{ content }}`)).toMatchObject({ kind: 'limit' });
  });

  it('says that the body has no place', async () => {
    const without = { kind: 'no-content', file: 'page.liquid', line: undefined, detail: '' };
    expect(await problemOf('<main></main>')).toEqual(without);
    expect(await problemOf('<p title="{{ content }}">a</p>')).toEqual(without);
  });
});
