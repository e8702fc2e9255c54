import { expect, it } from 'vitest';
import type { GuidePage } from '#core/markdown/page';
import { createPageView } from '../../../src-renderer/features/preview/page-view.ts';
import { createAnswers, createFrameDocument } from './fake-page.ts';

const card = (slug: string, thumbnail = `/static/img/${slug}.png`) => ({
  slug,
  name: slug.toUpperCase(),
  title: `${slug}の題`,
  thumbnail,
});
const page = (related: GuidePage['related']): GuidePage => ({
  hero: '',
  breadcrumb: ['ホーム'],
  tags: [],
  related,
});

function open(body: string) {
  const document = createFrameDocument();
  const opened: string[] = [];
  const view = createPageView(document, {
    imageAddress: (path) => `site://w${path}`,
    describe: (problem) => problem,
    isGuide: () => false,
    onLine: () => undefined,
    onPick: () => undefined,
    onPickNote: () => undefined,
    onOpenGuide: (slug) => void opened.push(slug),
    onOpenExternal: () => undefined,
  });
  const answers = createAnswers(body);
  view.apply(answers.next());
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  return { view, answers, all, opened };
}

const body = '# 題\n\n## 一\n\n文\n\n## 二\n\n文\n';

it('the table of contents follows a heading that is renamed, added and taken away', () => {
  const { view, answers, all } = open(body);
  const entries = () =>
    all('.contents a').map((link) => [link.textContent, link.getAttribute('href')]);
  const first = all('.contents a')[0];
  const at = body.indexOf('二');
  answers.edit([{ from: at, to: at + 1, insert: '二つ目' }]);
  view.apply(answers.next());
  expect(entries()).toEqual([
    ['一', '#user-content-一'],
    ['二つ目', '#user-content-二つ目'],
  ]);
  expect(all('.contents a')[0]).toBe(first);
  answers.edit([{ from: at + 3, to: at + 3, insert: '\n\n## 三' }]);
  view.apply(answers.next());
  expect(entries().map(([words]) => words)).toEqual(['一', '二つ目', '三']);
  answers.edit([{ from: body.indexOf('## 一'), to: body.indexOf('## 一') + 3, insert: '' }]);
  view.apply(answers.next());
  expect(entries().map(([words]) => words)).toEqual(['二つ目', '三']);
});

it('the cards follow a related guide that is added, and one whose image changes; the others stay', () => {
  const { view, all } = open(body);
  view.setPage(page([card('a')]));
  const [first] = all('.card');
  view.setPage(page([card('a'), card('b')]));
  expect(all('.card-name').map(({ textContent }) => textContent)).toEqual(['A', 'B']);
  expect(all('.card')[0]).toBe(first);
  const image = all('.card img')[0];
  view.setPage(page([card('a'), card('b', '/static/img/new.png')]));
  expect(all('.card img').map((one) => one.getAttribute('src'))).toEqual([
    'site://w/static/img/a.png',
    'site://w/static/img/new.png',
  ]);
  expect(all('.card img')[0]).toBe(image);
  view.setPage(page([]));
  expect(all('.card, .related-heading')).toEqual([]);
});

it('contents and cards are links that the keyboard reaches, and a card opens its guide', () => {
  const { view, all, opened } = open(body);
  view.setPage(page([card('a')]));
  for (const link of all('.contents a, .card')) {
    expect([link.tagName, link.hasAttribute('href'), link.tabIndex]).toEqual(['A', true, 0]);
  }
  all('.card')[0]?.click();
  expect(opened).toEqual(['a']);
});
