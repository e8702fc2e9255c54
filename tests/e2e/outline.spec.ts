import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, makeFolder, removeFolder } from './launch.ts';
import {
  caretAfterLine,
  manuscript,
  openFromList,
  runFromPalette,
  selectedText,
} from './window.ts';

test('the outline finds and moves sections; folds, caret, scroll and focus mode outlive tab and restart', async () => {
  const folder = copySample();
  const settings = makeFolder('settings');
  const path = join(folder, 'guides/data_analyst.md');
  const before = readFileSync(path, 'utf8');
  const first = await launch(folder, { userData: settings });
  const { page } = first;
  await openFromList(page, 'Data Analyst');

  await page.keyboard.press('Control+Shift+O');
  const outline = page.getByRole('complementary', { name: '目次' });
  const field = outline.getByRole('combobox');
  await expect(field).toBeFocused();
  const chapters = outline.locator('[aria-level="2"]');
  const names = await chapters.allTextContents();
  expect(names.length).toBeGreaterThan(3);
  await field.fill('Data Analystとは');
  await page.keyboard.press('Enter');
  await expect(manuscript(page)).toBeFocused();
  await expect(manuscript(page).locator('.cm-activeLine')).toContainText('Data Analystとは');

  await page.keyboard.press('Control+Shift+O');
  await expect(field).toBeFocused();
  await field.fill('');
  await expect(chapters).toHaveText(names);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(chapters).toHaveText([names[1]!, names[0]!, ...names.slice(2)]);
  await page.locator('.toast').getByRole('button', { name: '番号を振り直す' }).click();
  await expect(chapters.first()).toContainText('1️⃣');
  await expect(chapters.nth(1)).toContainText('Data Analystとは');
  await page.locator('.toast').getByRole('button', { name: '元に戻す' }).click();
  await expect(chapters.first()).not.toContainText('1️⃣');
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(outline).toHaveCount(0);
  await expect(manuscript(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  expect(readFileSync(path, 'utf8')).toBe(before);

  await runFromPalette(page, '節をすべてたたむ');
  const chipsOf = async (now: typeof page): Promise<readonly number[]> => {
    const lines = now.locator('.source .cm-line');
    return Promise.all(
      names.slice(0, 2).map((name) => lines.filter({ hasText: name }).locator('.foldchip').count()),
    );
  };
  await expect.poll(() => chipsOf(page)).toEqual([1, 1]);
  await caretAfterLine(page, names[1]!);
  await page.keyboard.press('Control+Alt+]');
  await expect.poll(() => chipsOf(page)).toEqual([1, 0]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+Home');
  const selected = await selectedText(page);
  const scroller = page.locator('.source .cm-scroller');
  await scroller.evaluate((element) => (element.scrollTop = 120));
  await page.waitForTimeout(100);
  await page.keyboard.press('Control+w');
  await page.keyboard.press('Control+Shift+T');
  const isAsLeft = async (now: typeof page, top: number): Promise<void> => {
    await expect.poll(() => chipsOf(now)).toEqual([1, 0]);
    const distance = (): Promise<number> =>
      now.locator('.source .cm-scroller').evaluate((one, at) => Math.abs(one.scrollTop - at), top);
    await expect.poll(distance).toBeLessThan(4);
  };
  await isAsLeft(page, 120);
  await manuscript(page).focus();
  expect(await selectedText(page)).toBe(selected);

  await page.keyboard.press('F9');
  await expect(page.getByRole('navigation', { name: 'ガイド一覧' })).toHaveCount(0);
  await expect(page.locator('.cm-focus-mode .cm-in-focus').first()).toBeVisible();
  // The layout is kept half a second after its last change.
  await page.waitForTimeout(800);
  const top = await scroller.evaluate((element) => element.scrollTop);
  await first.close();

  const second = await launch(folder, { userData: settings });
  await expect(second.page.locator('.cm-focus-mode')).toBeVisible();
  await isAsLeft(second.page, top);
  await manuscript(second.page).focus();
  expect(await selectedText(second.page)).toBe(selected);
  await second.page.keyboard.press('F9');
  await expect(second.page.getByRole('navigation', { name: 'ガイド一覧' })).toBeVisible();
  await second.close();
  removeFolder(folder);
  removeFolder(settings);
});
