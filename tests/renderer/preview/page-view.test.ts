import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createPageView,
  type PageView,
  type PageViewPorts,
} from '../../../src-renderer/features/preview/page-view.ts';
import { createAnswers, createFrameDocument } from './fake-page.ts';

const body = `# 題

はじめ

## 一

![図](/static/img/a.png)

本文 [外](https://example.com/) [案内](/guides/nurse/) [下](#二) [ない](/guides/none)

## 二

- 項目
`;

const views: PageView[] = [];

function open(markdown = body, bodyLine = 10) {
  const document = createFrameDocument();
  const ports = {
    imageAddress: (path: string) => `site://w${path}`,
    describe: (problem: string) => `言えない: ${problem}`,
    isGuide: (slug: string) => slug === 'nurse',
    onLine: vi.fn<(line: number) => void>(),
    onPick: vi.fn<(line: number, address?: string) => void>(),
    onPickNote: vi.fn<(id: string) => void>(),
    onOpenGuide: vi.fn<(slug: string, id: string | undefined) => void>(),
    onOpenExternal: vi.fn<(url: string) => void>(),
  } satisfies PageViewPorts;
  const view = createPageView(document, ports);
  views.push(view);
  const answers = createAnswers(markdown, bodyLine);
  view.apply(answers.next());
  return { document, ports, view, answers };
}

function click(element: Element | null | undefined): Event {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  element?.dispatchEvent(event);
  return event;
}

afterEach(() => {
  for (const view of views.splice(0)) view.dispose();
});

describe('the page in its frame', () => {
  it('stands in the order of the site: image, trail, title, contents, chapters, tags, guides', () => {
    const { document, view } = open();
    view.setPage({
      hero: '/static/img/hero.png',
      breadcrumb: ['ホーム', '医療'],
      tags: ['看護'],
      related: [{ slug: 'nurse', name: 'Nurse', title: '支える', thumbnail: '' }],
    });
    const order = document.querySelectorAll('.hero, .crumb, h1, .contents, h2, .tags, .card');
    const names = Array.from(order, ({ className, tagName }) => className || tagName);
    expect(names).toEqual([
      'hero',
      'crumb',
      'H1',
      'contents',
      'H2',
      'H2',
      'tags',
      'related-heading',
      'card',
    ]);
    expect(document.querySelector('.contents')?.textContent).toContain('二');
  });

  it('keeps every element of a section that was not edited, and loaded images of one that was', () => {
    const { document, view, answers } = open();
    const before = { h1: document.querySelector('h1'), img: document.querySelector('img') };
    const at = body.indexOf('本文');
    answers.edit([{ from: at, to: at, insert: '新しい' }]);
    view.apply(answers.next());
    expect(document.body.textContent).toContain('新しい本文');
    expect(document.querySelector('h1')).toBe(before.h1);
    expect(document.querySelector('img')).toBe(before.img);
  });

  it('keeps the images around the body when the details change elsewhere', () => {
    const { document, view } = open();
    const page = { hero: '/static/img/h.png', breadcrumb: ['ホーム'], tags: ['a'], related: [] };
    view.setPage(page);
    const image = document.querySelector('.hero img');
    view.setPage({ ...page, tags: ['a', 'b'] });
    expect(document.querySelector('.hero img')).toBe(image);
    expect(document.querySelectorAll('.tag').length).toBe(2);
  });

  it('keeps the name of a missing image while its paragraph is edited', () => {
    const { document, view, answers } = open();
    document.querySelector('img')?.dispatchEvent(new Event('error'));
    const at = body.indexOf('\n\n本文');
    answers.edit([{ from: at, to: at, insert: '続き' }]);
    view.apply(answers.next());
    expect(document.querySelector<HTMLElement>('.picture')?.dataset.missing).toBe('');
  });

  it('takes over a new text at once', () => {
    const { document, view } = open();
    view.apply(createAnswers('# 別のガイド\n').next());
    expect(document.querySelector('.body')?.textContent).toBe('別のガイド');
  });

  it('says what cannot be shown', () => {
    const { document, view } = open();
    view.apply(createAnswers(`# a\n\n${'> '.repeat(1500)}x\n`).next());
    expect(document.querySelector('.page-notice')?.textContent).toBe('言えない: too-deep');
    view.apply(createAnswers('x'.repeat(2_000_001)).next());
    expect(document.querySelector('.page-notice')?.textContent).toBe('言えない: too-long');
    view.apply(createAnswers('短い\n').next());
    expect(document.querySelector('.page-notice')).toBeNull();
  });

  it('[T39] [T42] opens guides inside, hands other sites out, and never goes anywhere itself', () => {
    const { document, ports } = open();
    const links = Array.from(document.querySelectorAll('section a'));
    const events = links.map(click);
    expect(events.every(({ defaultPrevented }) => defaultPrevented)).toBe(true);
    expect(ports.onOpenExternal.mock.calls).toEqual([['https://example.com/']]);
    expect(ports.onOpenGuide.mock.calls).toEqual([['nurse', undefined]]);
  });

  it('[T39] opens another guide at the heading that a link names', () => {
    const { document, ports } = open('[a](/guides/nurse#働き方) [b](nurse.md#x)\n');
    for (const link of document.querySelectorAll('section a')) click(link);
    expect(ports.onOpenGuide.mock.calls).toEqual([
      ['nurse', '働き方'],
      ['nurse', 'x'],
    ]);
  });

  it('tells the source of a link that leads nowhere, for the first button only', () => {
    const { document, ports } = open('# 題\n\n文 [a](/guides/none) [b](#無い)\n');
    const [guide, anchor] = document.querySelectorAll('section a');
    guide?.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true }));
    expect(ports.onPick).not.toHaveBeenCalled();
    click(guide);
    click(anchor);
    expect(ports.onPick.mock.calls).toEqual([
      [12, '/guides/none'],
      [12, '#%E7%84%A1%E3%81%84'],
    ]);
  });

  it("tells the footnote whose text is clicked, and follows the note's links", () => {
    const { document, ports } = open('本文[^注]\n\n[^注]: 説明 [外](https://example.com/)\n');
    const note = document.querySelector('li[id] p');
    click(note);
    expect(ports.onPickNote.mock.calls).toEqual([['%E6%B3%A8']]);
    click(note?.querySelector('a'));
    expect(ports.onOpenExternal.mock.calls).toEqual([['https://example.com/']]);
    expect(ports.onPickNote.mock.calls.length).toBe(1);
    expect(ports.onPick).not.toHaveBeenCalled();
  });

  it('tells the line of a block that is clicked, counted in the whole text', () => {
    const { document, ports } = open();
    click(document.querySelector('section li'));
    expect(ports.onPick.mock.calls).toEqual([[22, undefined]]);
  });

  it('marks the blocks of findings and of the caret, also after an edit', () => {
    const { document, view, answers } = open();
    const words = { message: '誤り', address: undefined };
    view.setMarks([
      { severity: 'warning', fromLine: 12, toLine: 12, ...words },
      { severity: 'error', fromLine: 22, toLine: 22, ...words },
      { severity: 'error', fromLine: 3, toLine: 3, ...words },
    ]);
    view.setCurrent(18);
    const marks = () =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-mark]'), (element) => [
        element.tagName,
        element.dataset.mark,
      ]);
    expect(marks()).toEqual([
      ['P', 'warning'],
      ['LI', 'error'],
    ]);
    expect(document.querySelector('[data-current]')?.textContent).toContain('本文');
    answers.edit([{ from: 5, to: 5, insert: '字' }]);
    view.apply(answers.next());
    expect(marks().length).toBe(2);
    view.setMarks([]);
    view.setCurrent(undefined);
    expect(document.querySelectorAll('[data-mark], [data-current]').length).toBe(0);
  });
});
