import type { Element, ElementContent, Root } from 'hast';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageView, type PageView } from '../../../src-renderer/features/preview/page-view.ts';
import { createAnswers, createFrameDocument } from './fake-page.ts';

const body = '# 題\n\n## 一\n\n![図](/static/img/a.png)\n\n## 二\n\n本文\n';

function make(tagName: string, properties: object, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { ...properties }, children };
}

const words = (value: string): ElementContent => ({ type: 'text', value });
const slot = (name: string) => make('div', { dataSlot: name });

function tree(...children: ElementContent[]): Root {
  return { type: 'root', children };
}

const views: PageView[] = [];

function open() {
  const document = createFrameDocument();
  const onOpenGuide = vi.fn<(slug: string) => void>();
  const view = createPageView(document, {
    imageAddress: (path) => (path.startsWith('/static/') ? `site://w${path}` : undefined),
    describe: (problem) => problem,
    isGuide: (slug) => slug === 'nurse',
    onLine: () => undefined,
    onPick: () => undefined,
    onPickNote: () => undefined,
    onOpenGuide,
    onOpenExternal: () => undefined,
  });
  views.push(view);
  const answers = createAnswers(body);
  view.setPage({ hero: '/static/hero.png', breadcrumb: ['ホーム'], tags: ['夜'], related: [] });
  view.apply(answers.next());
  const page = document.getElementById('page');
  if (!page) throw new Error('no page');
  return { document, page, view, answers, onOpenGuide };
}

afterEach(() => {
  for (const view of views.splice(0)) view.dispose();
});

describe('the page in the site’s template', () => {
  it('has body and table of contents where the template wants them, and nothing of the default page', () => {
    const { page, view } = open();
    view.setTemplate(
      tree(
        make('header', {}, words('しごと図鑑')),
        make('main', {}, make('aside', {}, slot('toc')), slot('content')),
      ),
    );
    expect(page.querySelector('main > [data-slot=content] > article h1')?.textContent).toBe('題');
    expect(page.querySelector('aside .contents')?.textContent).toContain('二');
    expect(page.querySelector('.hero, .crumb, .tags')).toBeNull();
    expect(page.firstElementChild?.textContent).toBe('しごと図鑑');
  });

  it('has no table of contents where the template wants none', () => {
    const { page, view, answers } = open();
    view.setTemplate(tree(slot('content')));
    answers.edit([{ from: body.length, to: body.length, insert: '\n## 三\n' }]);
    view.apply(answers.next());
    expect(page.querySelector('.contents')).toBeNull();
    expect(page.querySelectorAll('h2')).toHaveLength(3);
  });

  it('keeps every element of the body, and images of the template, when it is printed again', () => {
    const { page, view } = open();
    const print = (title: string, moved: boolean) => {
      const content = make('div', { className: ['text'] }, slot('content'));
      view.setTemplate(
        tree(
          make('header', {}, make('img', { src: '/static/logo.png', alt: '' }), words(title)),
          ...(moved ? [make('section', {}, make('p', {}, words('間')), content)] : [content]),
          make('footer', {}, slot('toc')),
        ),
      );
    };
    print('甲', false);
    const kept = [...page.querySelectorAll('h1, h2, article, img')];
    expect(kept.length).toBeGreaterThan(4);
    print('乙', false);
    expect(page.textContent).toContain('乙');
    expect([...page.querySelectorAll('h1, h2, article, img')]).toEqual(kept);
    print('丙', true);
    expect(page.querySelector('section .text article h1')).toBe(page.querySelector('h1'));
    expect(kept.every((element) => element.isConnected || element.tagName === 'IMG')).toBe(true);
    expect(page.querySelector('footer .contents')).not.toBeNull();
  });

  it('keeps following the body, and gives way to the default page with the same body', () => {
    const { page, view, answers } = open();
    view.setTemplate(tree(make('main', {}, slot('content'))));
    const heading = page.querySelector('h1');
    answers.edit([{ from: 2, to: 3, insert: '新しい題' }]);
    view.apply(answers.next());
    expect(page.querySelector('main h1')?.textContent).toBe('新しい題');
    view.setPage({ hero: '', breadcrumb: ['ホーム', '医療'], tags: [], related: [] });
    view.setTemplate(undefined);
    expect(page.querySelector('.crumb')?.textContent).toBe('ホーム › 医療');
    expect(page.querySelector('article h1')).toBe(page.querySelector('h1'));
    expect(page.querySelector('h1')?.textContent).toBe('新しい題');
    expect(heading?.textContent).toBeDefined();
    expect(page.querySelector('main, [data-slot]')).toBeNull();
    expect(page.querySelector('.contents')?.nextElementSibling?.textContent).toContain('一');
  });

  it('shows nothing while it waits, so that no other page is seen for a moment', () => {
    const { page, view } = open();
    view.setTemplate('waiting');
    expect(page.hasAttribute('data-waiting')).toBe(true);
    view.setTemplate(tree(slot('content')));
    expect(page.hasAttribute('data-waiting')).toBe(false);
  });

  it('[T14] loads the site’s own images only, and opens guides by its links', () => {
    const { page, view, onOpenGuide } = open();
    view.setTemplate(
      tree(
        make('img', { src: '/elsewhere/a.png', alt: '' }),
        make('a', { href: '/guides/nurse/' }, words('看護師')),
        make('script', {}, words('1')),
        slot('content'),
      ),
    );
    expect(page.querySelector('.picture')?.hasAttribute('data-missing')).toBe(true);
    expect(page.querySelector('script')).toBeNull();
    page
      .querySelector('a')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(onOpenGuide.mock.calls).toEqual([['nurse', undefined]]);
  });
});

describe('the looks of a page', () => {
  // The simulated DOM loads no style sheet and says so at once, which counts like one that is not there.
  it('are the style sheets asked for last, in their order, and no older ones', () => {
    const { document, view } = open();
    const sheets = () => [...document.querySelectorAll('link[rel=stylesheet]')];
    for (const link of sheets()) link.remove();
    view.setLooks(['app://ui/assets/page.css']);
    expect(document.documentElement.hasAttribute('data-site-css')).toBe(false);
    const addresses = ['site://w/1.css', 'site://w/2.css'];
    view.setLooks(addresses);
    const links = sheets();
    expect(links.map((link) => link.getAttribute('href'))).toEqual(addresses);
    expect(document.documentElement.hasAttribute('data-site-css')).toBe(true);
    view.setLooks([...addresses]);
    expect(sheets()).toEqual(links);
  });
});
