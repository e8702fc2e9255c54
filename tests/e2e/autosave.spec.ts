import { expect, test } from '@playwright/test';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, manuscript, openFromList } from './window.ts';

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

test('[P3] [F57] guides save themselves when they are left, but never over a conflict or in a composition', async () => {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: '離れたとき' }).click();
  await page.keyboard.press('Escape');

  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.insertText('（自動）');
  await openFromList(page, 'Nurse');
  await expect.poll(() => text('data_analyst.md')).toContain('（自動）');
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);

  // The window is left in the middle of a word.
  await caretAfterLine(page, 'Nurseとは');
  await page.keyboard.insertText('本文');
  const keyboard = await page.context().newCDPSession(page);
  const composed = { text: 'かく', selectionStart: 2, selectionEnd: 2 };
  await keyboard.send('Input.imeSetComposition', composed);
  await expect(manuscript(page)).toContainText('本文かく');
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await page.waitForTimeout(300);
  expect(text('nurse.md')).not.toContain('本文');
  await keyboard.send('Input.insertText', { text: '書く' });
  await expect.poll(() => text('nurse.md')).toContain('本文書く');

  await page.keyboard.insertText('こちら');
  writeFileSync(path('nurse.md'), `${text('nurse.md')}\nほかの人\n`);
  giveToApp(path('nurse.md'));
  await expect(page.getByText(/ほかの所でこのファイルが変わりました/)).toBeVisible();
  const theirs = text('nurse.md');
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.insertText('消える前');
  rmSync(path('data_analyst.md'));
  await expect(page.getByText(/このファイルがなくなりました/)).toBeVisible();
  await openFromList(page, 'Cloud Engineer');
  await page.waitForTimeout(300);
  expect(text('nurse.md')).toBe(theirs);
  expect(() => text('data_analyst.md')).toThrow();
  await openFromList(page, 'Data Analyst');
  await expect(manuscript(page)).toContainText('消える前');
});
