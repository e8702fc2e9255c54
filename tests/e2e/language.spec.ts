import { expect, type Page, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { openFromList, runFromPalette, selectedText } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Name of the folder and values of its guide details, the longest first: they stay in their own language. */
function contentOf(root: string): readonly string[] {
  const values = readdirSync(join(root, 'guides')).flatMap((name) => {
    const [head = ''] = readFileSync(join(root, 'guides', name), 'utf8').split('\n---\n');
    return [...head.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, value = '']) => value);
  });
  return [...new Set([basename(root), ...values])].sort((a, b) => b.length - a.length);
}

/** What the window says in Japanese, but for content, and what is quoted from it in “…”. */
function japaneseLeft(page: Page): Promise<readonly string[]> {
  return page.evaluate((content) => {
    const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;
    const said = (text: string): boolean => {
      const own = content.reduce((left, one) => left.replaceAll(one, ''), text);
      return japanese.test(own.replace(/“[^”]*”/g, '').replace(/日本語/g, ''));
    };
    const spoken = ['aria-label', 'title', 'placeholder', 'data-tip', 'alt', 'aria-valuetext'];
    // The manuscript, the mark behind a text that is too long, and the chapters of a guide type.
    const kept = '[lang="ja"]:not(html), .overlong, .rt ol';
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.closest(kept) === null)
      .flatMap((element) => [
        ...[...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')),
        ...spoken.map((name) => element.getAttribute(name)),
      ])
      .filter((text) => text !== null)
      .filter(said);
  }, contentOf(folder));
}

function menuLabels(): Promise<string> {
  return running.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ label, submenu }) => [label, ...(submenu?.items ?? []).map((one) => one.label)])
      .join('\n'),
  );
}

test('[P9] the language changes while the window is open, everywhere in it', async () => {
  const { page } = running;
  await openFromList(page, 'Embedded Engineer');
  expect((await japaneseLeft(page)).length).toBeGreaterThan(30);
  expect(await menuLabels()).toContain('フォルダーを開く…');
  await runFromPalette(page, '言語を切り替える');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const views: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['manuscript', () => expect(page.getByRole('listbox', { name: 'Guide list' })).toBeVisible()],
    [
      'card',
      async () => {
        await page.keyboard.press('F8');
        await expect.poll(() => selectedText(page)).not.toBe('');
        await page.keyboard.press('Control+.');
        await expect(page.getByRole('dialog', { name: 'Finding' })).toBeVisible();
      },
    ],
    [
      'form',
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+2');
        await expect(page.getByRole('textbox', { name: /^Title/ })).toBeVisible();
      },
    ],
    ...(
      [
        ['palette', 'Control+p', 'Find guides and actions'],
        ['settings', 'Control+,', 'Settings'],
        ['new guide', 'Control+n', 'New guide'],
        ['fix all', 'Control+Shift+.', 'Fix findings together'],
      ] as const
    ).map(
      ([name, key, title]) =>
        [
          name,
          async () => {
            await page.keyboard.press(key);
            await expect(page.getByRole('dialog', { name: title })).toBeVisible();
          },
        ] as const,
    ),
    [
      'about',
      async () => {
        await runFromPalette(page, 'About Shirube');
        await expect(page.getByRole('dialog', { name: 'About Shirube' })).toBeVisible();
      },
    ],
    [
      'export review',
      async () => {
        await page.keyboard.press('Control+Shift+E');
        await expect(page.getByRole('heading', { name: 'Review export' })).toBeVisible();
      },
    ],
    [
      'welcome',
      async () => {
        await runFromPalette(page, 'Recent folders');
        await expect(page.getByRole('heading', { name: 'Let’s begin' })).toBeVisible();
      },
    ],
  ];
  for (const [name, show] of views) {
    await show();
    // Counts are told a moment after they change.
    await expect.poll(() => japaneseLeft(page), name).toEqual([]);
    if (await page.getByRole('dialog').count()) {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  const menu = (await menuLabels()).replace('(日本語)', '');
  expect(menu).toContain('Open folder…');
  expect(menu).not.toMatch(/[\u3040-\u30ff\u3400-\u9fff]/u);
});
