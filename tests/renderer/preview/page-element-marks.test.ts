import { afterEach, describe, expect, it } from 'vitest';
import { createLineIndex } from '#core/text/line-index';
import { morphChildren } from '../../../src-renderer/features/preview/morph-children.ts';
import { bodyMarks } from '../../../src-renderer/features/preview/page-findings.ts';
import { createPageView, type PageView } from '../../../src-renderer/features/preview/page-view.ts';
import { createAnswers, createFrameDocument } from './fake-page.ts';

const text = `# 題

[案内](/guides/nurse/) と [ない](/guides/none "説明") と [日本](/guides/%E3%81%AA%E3%81%84)

![図](/static/img/a.png) と ![別](/static/img/b.png)

[参照][ここ]

[ここ]: #どこ
`;

let view: PageView | undefined;

afterEach(() => view?.dispose());

function open() {
  const document = createFrameDocument();
  const ignore = (): void => undefined;
  view = createPageView(document, {
    imageAddress: (path) => `site://w${path}`,
    describe: (problem) => problem,
    isGuide: () => false,
    ...{
      onLine: ignore,
      onPick: ignore,
      onPickNote: ignore,
      onOpenGuide: ignore,
      onOpenExternal: ignore,
    },
  });
  const answers = createAnswers(text, 0);
  view.apply(answers.next());
  return { document, view, answers };
}

function finding(code: string, marks: string, severity: 'error' | 'warning' = 'warning') {
  const from = text.indexOf(marks);
  return {
    ...{ code, severity, from, to: from + marks.length },
    message: { ja: `${code} の誤り`, en: code },
    advice: { ja: marks, en: marks },
  };
}

function marksOf(...findings: ReturnType<typeof finding>[]) {
  return bodyMarks(
    findings,
    () => text,
    (message) => message.ja,
  );
}

function marked(document: Document): unknown[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-finding]'), (element) => [
    element.textContent || element.dataset.file,
    element.dataset.finding,
    element.title,
  ]);
}

describe('findings about links and images on the page', () => {
  it('[P4] mark the very link that is broken, with the words of the finding, not its block', () => {
    const { document, view: page } = open();
    page.setMarks(marksOf(finding('link-broken', '/guides/none')));
    expect(marked(document)).toEqual([['ない', 'warning', 'link-broken の誤り\n/guides/none']]);
    expect(document.querySelectorAll('[data-mark]').length).toBe(0);
    const link = document.querySelector('[data-finding]');
    expect(link?.getAttribute('aria-description')).toBe('link-broken の誤り\n/guides/none');
  });

  it('[P4] give the author’s own title back once the link is mended', () => {
    const { document, view: page } = open();
    const link = document.querySelector<HTMLElement>('a[title]');
    page.setMarks(marksOf(finding('link-broken', '/guides/none')));
    expect(link?.title).toContain('誤り');
    page.setMarks([]);
    expect(link?.title).toBe('説明');
    expect(link?.outerHTML).not.toMatch(/finding|own-title|aria-description/);
  });

  it('[P4] mark an image by its file, an encoded address, and a link that a definition serves', () => {
    const { document, view: page } = open();
    page.setMarks(
      marksOf(
        finding('image-missing', '/static/img/b.png', 'error'),
        finding('link-broken', '/guides/%E3%81%AA%E3%81%84'),
        finding('anchor-missing', '#どこ'),
      ),
    );
    expect(marked(document).map((one) => (one as string[]).slice(0, 2))).toEqual([
      ['日本', 'warning'],
      ['b.png', 'error'],
      ['参照', 'warning'],
    ]);
  });

  it('[P4] stay on the link while its paragraph is typed in, and leave with its address', () => {
    const { document, view: page, answers } = open();
    page.setMarks(marksOf(finding('link-broken', '/guides/none')));
    const at = text.indexOf(' と [ない]');
    answers.edit([{ from: at, to: at, insert: '字' }]);
    page.apply(answers.next());
    expect(marked(document).length).toBe(1);
    const from = text.indexOf('/guides/none') + 1;
    answers.edit([{ from, to: from + '/guides/none'.length, insert: '/guides/nurse' }]);
    page.apply(answers.next());
    expect(marked(document)).toEqual([]);
    expect(document.querySelector<HTMLElement>('a[title]')?.title).toBe('説明');
  });

  it('stay on an element that a new version of its block replaces', () => {
    const { document, view: page } = open();
    page.setMarks(marksOf(finding('link-broken', '/guides/none')));
    const link = document.querySelector<HTMLElement>('a[data-finding]');
    const block = link?.parentElement;
    if (!block) throw new Error('nothing is marked');
    const next = block.cloneNode(true) as HTMLElement;
    const fresh = next.querySelector<HTMLElement>('a[data-finding]');
    for (const name of ['data-finding', 'data-own-title', 'aria-description']) {
      fresh?.removeAttribute(name);
    }
    fresh?.setAttribute('title', '別の説明');
    morphChildren(block, [...next.childNodes]);
    const kept = block.querySelector<HTMLElement>('a[href="/guides/none"]');
    expect(kept?.dataset).toMatchObject({ finding: 'warning', ownTitle: '別の説明' });
    expect(kept?.title).toContain('誤り');
  });

  it('mark the block where the finding is no address', () => {
    const [mark] = marksOf(finding('cjk-emphasis', '参照'));
    expect(mark).toMatchObject({
      address: undefined,
      fromLine: createLineIndex(text).positionAt(text.indexOf('参照')).line,
    });
    const { document, view: page } = open();
    page.setMarks(mark ? [mark] : []);
    expect(marked(document)).toEqual([]);
    expect(document.querySelector('[data-mark]')?.textContent).toBe('参照');
  });
});
