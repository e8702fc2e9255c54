import { expect, type Page, test } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import {
  caretAfterLine,
  manuscript,
  openFromList,
  runFromPalette,
  selectedText,
} from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeEach(async () => {
  folder = copySample();
  running = await launch(folder);
});

test.afterEach(async () => {
  await running.close();
  removeFolder(folder);
});

const path = (name: string): string => join(folder, 'guides', name);
const text = (name: string): string => readFileSync(path(name), 'utf8');
const list = (page: Page) => page.locator('[role="listbox"][data-region-main]');
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name, selected: true });
const undoToast = (page: Page, words: RegExp) =>
  page.getByRole('status').filter({ hasText: words }).getByRole('button', { name: '元に戻す' });

test('a new guide from a type and from a guide that is there; the caret is where writing begins', async () => {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  await manuscript(page).focus();
  await expect(page.locator('.infochip')).toBeInViewport();
  await page.keyboard.type('ここ');
  await expect(page.locator('.source .cm-activeLine')).toHaveText(/^ここ# /);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/英字/)).toBeFocused();
  await page.keyboard.type('Prompt Engineer');
  await dialog.getByLabel(/^タイトル/).fill('AIに伝わる言葉を組み立てる仕事');
  await page.keyboard.press('Enter');
  await expect(tab(page, /^Prompt Engineer/)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(manuscript(page)).toBeFocused();
  await expect.poll(() => selectedText(page)).not.toBe('');
  const made = text('prompt_engineer.md');
  expect(made.split('\n')).toContain(await selectedText(page));

  await page.keyboard.press('Control+n');
  await dialog.getByRole('radio', { name: /今あるガイドから/ }).click();
  await dialog.getByRole('combobox', { name: '章立てを写すガイド' }).fill('nurse');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('option', { name: /^Nurse/ }).click();
  await expect(dialog.getByText('できあがる章立て').locator('..')).toContainText('とは');
  await dialog.getByLabel(/英字/).fill('Midwife');
  await dialog.getByLabel(/^タイトル/).fill('生まれる命を迎える仕事');
  await page.keyboard.press('Enter');
  await expect(tab(page, /^Midwife/)).toBeVisible();
  const headings = (of: string) => of.match(/^## .*$/gm)?.map((line) => line.trim());
  expect(headings(text('midwife.md'))).toEqual(
    headings(text('nurse.md').replaceAll('Nurse', 'Midwife')),
  );
  await expect(manuscript(page)).toBeFocused();
  await page.keyboard.type('書き出しの一文');
  await expect(manuscript(page)).toContainText('書き出しの一文');

  await undoToast(page, /Midwife/).click();
  await expect(page.getByText(/書き始めた文章があるため/)).toBeVisible();
  await page.keyboard.press('Escape');
  expect(existsSync(path('midwife.md'))).toBe(true);
  await undoToast(page, /Prompt Engineer/).click();
  await expect.poll(() => existsSync(path('prompt_engineer.md'))).toBe(false);
});

test('[P1] duplicate, rename with unsaved text, move to the trash: to the byte, and back', async () => {
  const { page, app } = running;
  // The trash of the system is played by one that is not there, as on this machine.
  await app.evaluate(({ shell }) => {
    shell.trashItem = () => Promise.reject(new Error('no trash'));
  });
  const before = text('data_analyst.md');
  const entry = (name: RegExp) => list(page).getByRole('option', { name });

  await test.step('duplicate, from the menu of the list', async () => {
    await entry(/^Data Analyst/).click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: '複製…' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: '複製…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('名前（英字）')).toBeFocused();
    await dialog.getByLabel('名前（英字）').fill('Data Scout');
    await page.keyboard.press('Enter');
    await expect(tab(page, /^Data Scout/)).toBeVisible();
    expect(text('data_scout.md')).toBe(
      before
        .replace('"slug": "data_analyst"', '"slug": "data_scout"')
        .replace('img/data_analyst.png"', 'img/data_scout.png"')
        .replace('img/data_analyst_hero.png"', 'img/data_scout_hero.png"')
        .replace('] Data Analyst:', '] Data Scout:'),
    );
    expect(text('data_analyst.md')).toBe(before);
  });

  await test.step('[F20] rename with F2: text, caret and history follow', async () => {
    const copy = text('data_scout.md');
    await caretAfterLine(page, 'Data Analystとは');
    await page.keyboard.type('（書きかけ）');
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('ファイル名')).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('Data_Scout');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(readdirSync(join(folder, 'guides')).filter((name) => /scout/i.test(name))).toEqual([
      'Data_Scout.md',
    ]);
    expect(text('Data_Scout.md')).toBe(copy);
    await expect(manuscript(page)).toBeFocused();
    await page.keyboard.type('続き');
    await page.keyboard.press('Control+s');
    await expect.poll(() => text('Data_Scout.md')).toContain('（書きかけ）続き');
    await undoToast(page, /Data_Scout\.md/).click();
    await expect.poll(() => existsSync(path('data_scout.md'))).toBe(true);
    await manuscript(page).click();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await expect.poll(() => text('data_scout.md')).toBe(copy);
    expect(existsSync(path('Data_Scout.md'))).toBe(false);
  });

  await test.step('move to a new folder, typed on meanwhile; the menu takes it back', async () => {
    const copy = text('data_scout.md');
    await caretAfterLine(page, 'Data Analystとは');
    await page.keyboard.type('（移す前）');
    await runFromPalette(page, '別のフォルダーに移す');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('移す先')).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('新しいフォルダーの名前').fill('guides/分析');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(text('分析/data_scout.md')).toBe(copy);
    expect(existsSync(path('data_scout.md'))).toBe(false);
    await expect(manuscript(page)).toBeFocused();
    await page.keyboard.type('続き');
    await runFromPalette(page, 'ファイルの操作を元に戻す');
    await expect.poll(() => existsSync(path('data_scout.md'))).toBe(true);
    expect(existsSync(path('分析/data_scout.md'))).toBe(false);
    await page.keyboard.press('Control+s');
    await expect.poll(() => text('data_scout.md')).toContain('（移す前）続き');
    await manuscript(page).click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await expect.poll(() => text('data_scout.md')).toBe(copy);
  });

  await test.step('[F53] Delete in the list: the guide and its unsaved text, and both come back', async () => {
    const saved = text('data_scout.md');
    await caretAfterLine(page, 'Data Analystとは');
    await page.keyboard.type('まだ保存しない');
    await entry(/^Data Scout/).click();
    await list(page).focus();
    await page.keyboard.press('Delete');
    await expect(entry(/^Data Scout/)).toHaveCount(0);
    await expect(page.getByRole('tab', { name: /^Data Scout/ })).toHaveCount(0);
    expect(existsSync(path('data_scout.md'))).toBe(false);
    const [place = ''] = readdirSync(join(folder, '.shirube/trash')).filter((name) =>
      /^\d/.test(name),
    );
    const kept = join(folder, '.shirube/trash', place, 'data_scout.md');
    expect(readFileSync(kept, 'utf8')).toContain('まだ保存しない');

    await undoToast(page, /Data Scout/).click();
    await expect(tab(page, /^Data Scout.*未保存/)).toBeVisible();
    expect(text('data_scout.md')).toBe(saved);
    await expect(manuscript(page)).toContainText('まだ保存しない');
    await manuscript(page).click();
    await page.keyboard.press('Control+z');
    await expect(manuscript(page)).not.toContainText('まだ保存しない');
  });

  await test.step('the menu key opens the menu; who names a guide is shown first', async () => {
    await entry(/^Data Analyst/).click();
    await list(page).focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'ごみ箱に移す' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'やめる' })).toBeFocused();
    await page.keyboard.press('Escape');
    expect(text('data_analyst.md')).toBe(before);
  });
});
