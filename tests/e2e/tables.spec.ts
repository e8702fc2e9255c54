import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import {
  caretAfterLine,
  compose,
  composingKey,
  openFromList,
  runFromPalette,
  selectedText,
} from './window.ts';

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

test('[P1] [P9] a table is written by keyboard, Japanese in its cells, and tidied on request only', async () => {
  const { page } = running;
  const path = join(folder, 'guides/data_analyst.md');
  const before = readFileSync(path, 'utf8');
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('|名前|年|');
  await page.keyboard.press('Enter');
  await page.keyboard.type('|:---|---:|');
  // Behind the dashes, Enter adds the first row and goes into its first cell.
  await page.keyboard.press('Enter');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'さとう',
    selectionStart: 3,
    selectionEnd: 3,
  });
  for (const key of ['Tab', 'Enter', 'Escape']) await composingKey(page, key);
  await client.send('Input.insertText', { text: '佐藤' });
  await client.detach();
  await page.keyboard.press('Tab');
  await page.keyboard.type('2026');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await compose(page, ['すずき'], '鈴木');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => selectedText(page)).toBe('佐藤');
  await page.keyboard.press('Alt+ArrowDown');

  const lines = before.split('\n');
  const heading = lines.findIndex((line) => line.includes('Data Analystとは'));
  const withTable = (table: string): string =>
    lines.toSpliced(heading + 1, 0, '', ...table.split('\n')).join('\n');
  await page.keyboard.press('Control+s');
  await expect
    .poll(() => readFileSync(path, 'utf8'))
    .toBe(withTable('|名前|年|\n|:---|---:|\n| 鈴木| |\n| 佐藤| 2026|'));

  await runFromPalette(page, '表の縦線をそろえる');
  await page.keyboard.press('Control+s');
  await expect
    .poll(() => readFileSync(path, 'utf8'))
    .toBe(withTable('| 名前 |   年 |\n| :--- | ---: |\n| 鈴木 |      |\n| 佐藤 | 2026 |'));
});
