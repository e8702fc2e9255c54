import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { copyEveryField } from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';
import { runFromPalette } from './window.ts';

const definitions = '.shirube/schema/guide.json';

let folder: string;
let running: RunningApp;

test.beforeEach(async () => {
  folder = copyEveryField();
});

test.afterEach(async () => {
  await running.close();
  removeFolder(folder);
});

/** Opens the dialog and waits for what was read. */
async function openDefinitions() {
  running = await launch(folder);
  const { page } = running;
  await runFromPalette(page, '項目の定義');
  const dialog = page.getByRole('dialog', { name: '項目の定義' });
  await expect(dialog.getByRole('option').first()).toBeVisible();
  return { page, dialog, save: dialog.getByRole('button', { name: 'この定義を使う' }) };
}

test('a folder without definitions gets those that its guides have in common', async () => {
  rmSync(join(folder, definitions));
  const { page, dialog, save } = await openDefinitions();
  await expect(dialog.getByText(/^4件のガイドを読んで/)).toBeVisible();
  await expect(dialog.getByText(/数に入れていないガイドが1件/)).toBeVisible();
  await expect(save).not.toHaveAttribute('aria-disabled', 'true');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/項目の定義を保存しました/)).toBeVisible();
  const saved: unknown = JSON.parse(readFileSync(join(folder, definitions), 'utf8'));
  expect(saved).toMatchObject({ properties: { capacity: { type: 'integer' } } });
});

test('[P3] changed definitions are tried before they can be saved, and closing asks', async () => {
  const before = readFileSync(join(folder, definitions), 'utf8');
  const { page, dialog, save } = await openDefinitions();
  await dialog.getByRole('button', { name: '定義のファイル' }).click();
  const text = dialog.getByLabel('定義のファイルの内容');
  await text.fill(before.replace('"maximum": 24', '"maximum": 9'));
  await expect(dialog.getByRole('status')).toHaveText(/3件のガイドに新しい/);
  await text.fill(`${before.slice(0, -3)},`);
  await expect(dialog.getByRole('alert')).toContainText('行目');
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '変更を消して閉じる' }).click();
  await expect(dialog).toHaveCount(0);
  expect(readFileSync(join(folder, definitions), 'utf8')).toBe(before);
});

test('the dialog has no serious accessibility violations in any of its views', async () => {
  const { page, dialog } = await openDefinitions();
  const found: Record<string, readonly string[]> = {};
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.app.request('settings.set', { theme: chosen }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const view of ['項目', '定義のファイル', 'ガイドへの影響']) {
      await dialog.getByRole('button', { name: view, exact: true }).click();
      // Colours in the middle of a transition have no contrast to speak of.
      await page.waitForTimeout(300);
      found[`${theme} ${view}`] = await violations(page);
    }
  }
  expect(Object.values(found).flat()).toEqual([]);
});
