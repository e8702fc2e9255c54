import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { copySample, launch, makeFolder, removeFolder, type RunningApp } from './launch.ts';
import { manuscript, openFromList, runFromPalette, selectedText } from './window.ts';

let folder: string;
let target: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  target = makeFolder('site');
  running = await launch(folder);
  await openFromList(running.page, 'Game Programmer');
  await expect(running.page.getByRole('grid').getByRole('row').first()).toBeVisible();
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
  removeFolder(target);
});

const dialog = (page: Page) => page.getByRole('dialog');

/** Each place of the window, and how to come there from the manuscript; Esc leads back. */
const places: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  manuscript: (page) => expect(manuscript(page)).toBeVisible(),
  form: async (page) => {
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('textbox', { name: /^タイトル/ })).toBeVisible();
  },
  card: async (page) => {
    await page.keyboard.press('Control+1');
    await manuscript(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await expect.poll(() => selectedText(page)).not.toBe('');
    await page.keyboard.press('Control+.');
    await expect(page.getByRole('dialog', { name: '指摘' })).toBeVisible();
  },
  palette: async (page) => {
    await page.keyboard.press('Control+p');
    await expect(dialog(page).getByRole('option').first()).toBeVisible();
  },
  'new guide': async (page) => {
    await page.keyboard.press('Control+n');
    await expect(dialog(page)).toBeVisible();
  },
  settings: async (page) => {
    await page.keyboard.press('Control+,');
    await expect(dialog(page)).toBeVisible();
  },
  'fix all': async (page) => {
    await page.keyboard.press('Control+Shift+.');
    await expect(dialog(page)).toBeVisible();
  },
  'export review': async (page) => {
    await page.keyboard.press('Control+Shift+E');
    const choose = page.getByRole('button', { name: '書き出し先を選ぶ' }).first();
    const go = page.getByRole('button', { name: /^\d+件を書き出す$/ });
    await expect(choose.or(go).first()).toBeVisible();
    if (await choose.isVisible()) await choose.click();
    await expect(go).toBeEnabled();
  },
  history: async (page) => {
    const kept = { path: 'guides/game_programmer.md', text: '# 前の文章\n', bom: false };
    await page.evaluate(
      (version) => window.app.request('history.keep', { ...version, kind: 'work' }),
      kept,
    );
    await runFromPalette(page, '履歴');
    await expect(page.getByRole('table').first()).toBeVisible();
  },
  welcome: async (page) => {
    await runFromPalette(page, '最近開いたフォルダー');
    await expect(page.getByRole('heading', { name: 'はじめましょう' })).toBeVisible();
  },
};

for (const theme of ['light', 'dark'] as const) {
  test(`no serious accessibility violations in any place of the window (${theme})`, async () => {
    test.setTimeout(150_000);
    const { page, app } = running;
    await app.evaluate(({ dialog: dialogs }, chosen) => {
      dialogs.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, target);
    await page.evaluate((chosen) => window.app.request('settings.set', { theme: chosen }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const found: Record<string, readonly string[]> = {};
    for (const [name, show] of Object.entries(places)) {
      await show(page);
      // Colours in the middle of a transition have no contrast to speak of.
      await page.waitForTimeout(300);
      found[name] = await violations(page);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(places).map((name) => [name, []])));
    await page.keyboard.press('Control+1');
  });
}
