import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, compose, composingKey, manuscript, openFromList } from './window.ts';

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

const steps = ['n', 'に', 'にほn', 'にほんご'];

test('[P9] Japanese composes in the manuscript and is one step to undo', async () => {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await compose(page, steps, '日本語');
  await expect(manuscript(page)).toContainText('Data Analystとは日本語');
  await page.keyboard.press('Control+z');
  await expect(manuscript(page)).not.toContainText('とは日本語');
  await expect(manuscript(page)).toContainText('Data Analystとは');
});

test('[P9] [F57] a save asked for in the middle of a composition waits for its end', async () => {
  const { page, app } = running;
  const path = join(folder, 'guides/data_analyst.md');
  await caretAfterLine(page, 'Data Analystとは');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'へん',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await expect(manuscript(page)).toContainText('とはへん');
  // The native menu can be reached while composing; its key would belong to the input method.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('shirube:event', 'command.run', {
      id: 'guide.save',
    });
  });
  await page.waitForTimeout(700);
  expect(readFileSync(path, 'utf8')).not.toContain('へん');
  await client.send('Input.insertText', { text: '変' });
  await client.detach();
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('Data Analystとは変');
  expect(readFileSync(path, 'utf8')).not.toContain('へん');
  await page.keyboard.press('Control+z');
});

test('[P9] chips: Enter of a composition adds nothing, Enter after it adds one chip', async () => {
  const { page } = running;
  await page.keyboard.press('Control+2');
  const keywords = page.locator('[data-pointer="/keywords"]').first();
  const input = keywords.getByRole('combobox').or(keywords.getByRole('textbox')).last();
  await input.click();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'しごと',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await composingKey(page, 'Enter');
  await expect(keywords.getByText('しごと', { exact: true })).toHaveCount(0);
  await client.send('Input.insertText', { text: '仕事術' });
  await client.detach();
  await page.keyboard.press('Enter');
  await expect(keywords.getByText('仕事術', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+1');
});

test('[P9] palette: Enter of a composition chooses nothing', async () => {
  const { page } = running;
  await page.keyboard.press('Control+p');
  const field = page.getByRole('combobox', { name: /探す/ });
  await expect(field).toBeFocused();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'すうじ',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await composingKey(page, 'Enter');
  await expect(field).toBeVisible();
  await client.send('Input.insertText', { text: '数字' });
  await client.detach();
  await expect(page.getByRole('option', { name: /Data Analyst/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});
