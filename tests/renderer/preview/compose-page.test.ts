import { expect, it } from 'vitest';
import type { GuidePage } from '#core/markdown/page';
import { renderTemplateTree, type TemplateFiles } from '#core/markdown/page-template';
import type { TemplateData } from '#core/markdown/template-data';
import { composePage } from '../../../src-renderer/features/preview/compose-page.ts';
import type { PreviewWorker } from '../../../src-renderer/features/preview/preview-client.ts';
import { createTextSession } from './fake-page.ts';
import { createEngineWorker } from './worker-of-engine.ts';

const page: GuidePage = {
  hero: '/static/img/a_hero.png',
  breadcrumb: ['ホーム', '医療'],
  tags: ['看護'],
  related: [{ slug: 'b', name: 'B', title: 'Bの題', thumbnail: '' }],
};

function compose(text: string, signal = new AbortController().signal, worker = createEngineWorker) {
  return composePage({
    session: createTextSession(text),
    profile: { flavour: 'gfm-cjk' },
    page,
    imageAddress: (path) => `site://w${path}`,
    describe: (problem) => problem,
    createWorker: worker,
    signal,
  });
}

const text = `---json\n{"slug": "a"}\n---\n# 題の**字**\n\n## 一\n\n本文[外](https://example.com/)と[内](/guides/b/)と[場所](#二)、[無い所](#三)。\n\n## 二\n\n![絵](/static/img/a.png)\n`;

it('is the whole page as published: image, trail, contents, body, tags, related guides', async () => {
  const composed = await compose(text);
  const root = document.createElement('div');
  root.innerHTML = composed?.html ?? '';
  expect(composed?.heading).toBe('題の字');
  expect(root.querySelector('.hero img')?.getAttribute('src')).toBe(
    'site://w/static/img/a_hero.png',
  );
  expect(root.querySelector('.crumb')?.textContent).toBe('ホーム › 医療');
  expect([...root.querySelectorAll('.contents li')].map((item) => item.textContent)).toEqual([
    '一',
    '二',
  ]);
  expect(root.querySelector('.body img')?.getAttribute('src')).toBe('site://w/static/img/a.png');
  expect(root.querySelector('.tags')?.textContent).toBe('#看護');
  expect(root.querySelector('.card-name')?.textContent).toBe('B');
});

/** A worker that prints templates within the test's thread. */
function createPrinter(): PreviewWorker {
  const target = new EventTarget();
  const post = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data }));
  setTimeout(() => post({ type: 'ready' }), 0);
  return {
    postMessage({ files, data }: { files: TemplateFiles; data: TemplateData }) {
      void renderTemplateTree(files, data).then((result) =>
        post({ type: 'printed', id: 1, result }),
      );
    },
    terminate: () => undefined,
    addEventListener: target.addEventListener.bind(target) as PreviewWorker['addEventListener'],
  };
}

it('stands in the site’s template, and on the default page where that prints nothing', async () => {
  const inTemplate = async (template: string) => {
    const root = document.createElement('div');
    const composed = await composePage({
      session: createTextSession(text),
      profile: { flavour: 'gfm-cjk' },
      page,
      imageAddress: (path) => `site://w${path}`,
      describe: (problem) => problem,
      createWorker: createEngineWorker,
      signal: new AbortController().signal,
      template: {
        files: { entry: 'page.liquid', files: { 'page.liquid': template } },
        details: { slug: 'a', level: 3 },
        siteName: '図鑑',
        createWorker: createPrinter,
      },
    });
    root.innerHTML = composed?.html ?? '';
    return root;
  };
  const root = await inTemplate(
    '<header>{{ site.name }}{{ guide.level }}</header>{% for one in page.outline %}<i>{{ one.text }}</i>{% endfor %}<main>{{ content }}</main>',
  );
  expect(root.querySelector('header')?.textContent).toBe('図鑑3');
  expect([...root.querySelectorAll('i')].map((one) => one.textContent)).toEqual(['一', '二']);
  expect(root.querySelector('main h1')?.textContent).toBe('題の字');
  expect(root.querySelector('.hero, .crumb')).toBeNull();
  expect((await inTemplate('<main></main>')).querySelector('.crumb')).not.toBeNull();
});

it('keeps links that work on paper, and takes those that only the app can follow', async () => {
  const { html = '' } = (await compose(text)) ?? {};
  const root = document.createElement('div');
  root.innerHTML = html;
  const links = [...root.querySelectorAll('.body p a')];
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['外', 'https://example.com/'],
    ['内', null],
    ['場所', '#user-content-二'],
    ['無い所', null],
  ]);
  expect(root.querySelector('.card')?.hasAttribute('href')).toBe(false);
  expect(html).not.toMatch(/data-line|data-slug|javascript:/);
});

it('says where a part cannot be shown instead of leaving it out', async () => {
  const { html = '' } = (await compose(`# 題\n\n${'> '.repeat(1500)}深い\n`)) ?? {};
  expect(html).toContain('too-deep');
});

it('[F56] is nothing where the worker dies', async () => {
  const dead = (): PreviewWorker => {
    const target = new EventTarget();
    setTimeout(() => target.dispatchEvent(new Event('error', { cancelable: true })), 0);
    return {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: target.addEventListener.bind(target) as PreviewWorker['addEventListener'],
    };
  };
  expect(await compose('# 題\n', undefined, dead)).toBeUndefined();
});

it('ends where the author stops it', async () => {
  const controller = new AbortController();
  const composed = compose(text, controller.signal);
  controller.abort(new Error('stopped'));
  await expect(composed).rejects.toThrow('stopped');
});
