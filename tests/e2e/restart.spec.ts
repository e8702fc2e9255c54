import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { copySample, launch, makeFolder, removeFolder } from './launch.ts';
import { runFromPalette } from './window.ts';

let folder: string;
let settings: string;

test.beforeEach(() => {
  folder = copySample();
  settings = makeFolder('settings');
});

test.afterEach(() => {
  removeFolder(folder);
  removeFolder(settings);
});

test('theme, language and other settings last, and the folders opened are offered again', async () => {
  const first = await launch(folder, { userData: settings });
  const { page } = first;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const lightBackground = await background();
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: '暗い' })
    .or(dialog.getByRole('radio', { name: '暗い' }))
    .click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(background).not.toBe(lightBackground);
  const dark = await background();
  const textSize = dialog.getByRole('group', { name: /文字の大きさ/ });
  await textSize.getByRole('button', { name: '大きく' }).click();
  await expect(textSize.locator('output')).toHaveText('15px');
  await dialog
    .getByRole('button', { name: 'English' })
    .or(dialog.getByRole('radio', { name: 'English' }))
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await first.close();

  const second = await launch(undefined, { userData: settings });
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await second.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    dark,
  );
  const size = await second.page
    .locator('.source .cm-content')
    .evaluate((element) => getComputedStyle(element).fontSize);
  expect(size).toBe('15px');
  await runFromPalette(second.page, 'Recent folders');
  const recent = second.page.getByRole('listitem').filter({ hasText: 'キャリアガイド' });
  await recent.getByRole('button').click();
  await expect(second.page.getByRole('tab').first()).toBeVisible();
  await second.close();
});

test('[F19] a second start on the same folder ends, and shows the window that is there', async () => {
  const running = await launch(folder, { userData: settings });
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const executable = process.env.SHIRUBE_ELECTRON ?? '';
  const second = spawn(executable, [process.env.SHIRUBE_APP ?? '', folder], {
    env: { ...process.env, SHIRUBE_USER_DATA: settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  second.stdout.on('data', (data) => (said += String(data)));
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(said).toContain('open already');
  const windows = () =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        minimized: window.isMinimized(),
        visible: window.isVisible(),
        url: window.webContents.getURL(),
      })),
    );
  await expect
    .poll(windows)
    .toEqual([{ minimized: false, visible: true, url: 'app://ui/index.html' }]);
  await running.close();
});

test('[F19] a second start on another folder opens a second window of the same application', async () => {
  const other = copySample();
  const running = await launch(folder, { userData: settings });
  const opened = running.app.waitForEvent('window');
  const second = spawn(process.env.SHIRUBE_ELECTRON ?? '', [process.env.SHIRUBE_APP ?? '', other], {
    env: { ...process.env, SHIRUBE_USER_DATA: settings },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => second.on('exit', resolve));
  const page = await opened;
  await page.waitForSelector('body[data-ready="true"]');
  expect(await ended).toBe(0);
  const root = await page.evaluate(async () => {
    const result = await window.app.request('app.info', undefined);
    return result.ok ? result.value.launchFolder : undefined;
  });
  expect(root).toBe(realpathSync(other));
  expect(running.app.windows()).toHaveLength(2);
  await running.close();
  removeFolder(other);
});
