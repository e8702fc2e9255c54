import { expect, type Page, test } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  copySample,
  giveToApp,
  launch,
  makeFolder,
  removeFolder,
  type RunningApp,
} from './launch.ts';
import { caretAfterLine, compose, manuscript, openFromList } from './window.ts';

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

const guide = (): string => join(folder, 'guides/data_analyst.md');

/** Ends the application as a power cut would for its processes: none of them gets to do anything. */
async function kill({ app }: RunningApp): Promise<void> {
  const child = app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function typeAfterHeading(page: Page, text: string): Promise<void> {
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.type(text);
}

const lineOf = (page: Page) =>
  manuscript(page).locator('.cm-line', { hasText: 'Data Analystとは' });

test('[F27] killed while typing, the application has the text, the caret and the history again', async () => {
  const before = readFileSync(guide(), 'utf8');
  const first = await launch(folder, { userData: settings });
  await typeAfterHeading(first.page, '（一');
  await first.page.waitForTimeout(700);
  await compose(first.page, ['に', 'にほ', 'にほん'], '日本');
  await first.page.keyboard.type('語）');
  // A second is what may be lost; nothing older.
  await first.page.waitForTimeout(1000);
  await first.page.keyboard.type('x');
  await kill(first);
  expect(readFileSync(guide(), 'utf8')).toBe(before);

  const second = await launch(folder, { userData: settings });
  const { page } = second;
  await expect(
    page.getByRole('tab', { name: /Data Analyst.*未保存/, selected: true }),
  ).toBeVisible();
  await expect(lineOf(page).first()).toHaveText(/（一日本語）x?$/);
  await expect(page.getByText(/前回保存していなかった文章を戻しました/)).toBeVisible();
  // The caret is where it was, and typing and undoing go on from there.
  await manuscript(page).focus();
  // The editor puts the browser's caret where its own is a moment after it has the focus.
  await page.waitForTimeout(200);
  await expect(manuscript(page).locator('.cm-activeLine')).toContainText('Data Analystとは');
  await page.keyboard.type('続き');
  await expect(lineOf(page).first()).toHaveText(/（一日本語）x?続き$/);
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Control+z');
  await expect(lineOf(page).first()).toHaveText(/Data Analystとは$/);
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  await second.close();
});

test('[F26] a window whose process was killed is loaded again with its text', async () => {
  const running = await launch(folder, { userData: settings });
  const { app, page } = running;
  await typeAfterHeading(page, '（途中）');
  await page.waitForTimeout(1000);
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  process.kill(Number(pid), 'SIGKILL');
  await expect
    .poll(
      () =>
        app.evaluate(({ BrowserWindow }) =>
          // A page that is gone answers nothing at all.
          Promise.race([
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
              `document.body.dataset.ready === 'true' && document.querySelector('.source .cm-content')?.innerText.includes('Data Analystとは（途中）')`,
            ),
            new Promise((resolve) => setTimeout(resolve, 1000)),
          ]),
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await running.close();
});

test('[P3] a window with unsaved text closes without a question, and has it at the next start', async () => {
  const before = readFileSync(guide(), 'utf8');
  const first = await launch(folder, { userData: settings });
  await typeAfterHeading(first.page, '（改');
  await expect(first.page.getByRole('tab', { name: /未保存/ })).toBeVisible();
  await first.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => {
      throw new Error('asked');
    };
  });
  await first.page.keyboard.type('）');
  const closed = first.page.waitForEvent('close');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  await first.close();
  expect(readFileSync(guide(), 'utf8')).toBe(before);

  const second = await launch(folder, { userData: settings });
  await expect(lineOf(second.page).first()).toHaveText(/（改）$/);
  await manuscript(second.page).focus();
  await second.page.keyboard.press('Control+s');
  await expect(second.page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  expect(readFileSync(guide(), 'utf8')).toBe(before.replace(/(## .*Data Analystとは)/, '$1（改）'));
  await second.close();
});

test('[F33] where the file has changed too, all three texts are there and none is written', async () => {
  const first = await launch(folder, { userData: settings });
  await typeAfterHeading(first.page, '（私の）');
  await first.page.waitForTimeout(1000);
  await kill(first);
  const outside = readFileSync(guide(), 'utf8').replace(
    'Data Analystとは',
    'Data Analystとは（外の）',
  );
  writeFileSync(guide(), outside);
  giveToApp(guide());

  const second = await launch(folder, { userData: settings });
  const { page } = second;
  await expect(lineOf(page).first()).toHaveText(/（私の）$/);
  await expect(page.getByText(/ほかの所でこのファイルが変わりました/)).toBeVisible();
  await manuscript(page).focus();
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(300);
  expect(readFileSync(guide(), 'utf8')).toBe(outside);
  await page.getByRole('button', { name: '見くらべる' }).click();
  await expect(page.getByText('（外の）').locator('visible=true').first()).toBeVisible();
  await expect(page.getByText('（私の）').locator('visible=true').first()).toBeVisible();
  await second.close();
});

test('[F30] [P3] where nothing can be kept for the next start, the window says so, asks, and saves first', async () => {
  const temporary = makeFolder('tmp');
  const second = join(temporary, 'recovery');
  for (const blocked of [join(settings, 'recovery'), second]) {
    writeFileSync(blocked, 'in the way');
    giveToApp(blocked);
  }
  const running = await launch(folder, {
    userData: settings,
    env: { SHIRUBE_SECOND_RECOVERY: second },
  });
  const { app, page } = running;
  const path = join(folder, 'guides/data_analyst.md');
  const before = readFileSync(path, 'utf8');
  const answer = (response: number) =>
    app.evaluate(({ dialog }, button) => {
      dialog.showMessageBox = (...given: readonly unknown[]) => {
        const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
        Reflect.set(globalThis, 'question', [message, ...buttons]);
        return Promise.resolve({ response: button, checkboxChecked: false });
      };
    }, response);
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.type('（改）');
  await expect(page.getByRole('tab', { name: /未保存/ })).toBeVisible();

  await expect(page.getByText('自動の控えなし')).toBeVisible();

  await answer(2);
  await close();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'question') as unknown))
    .toEqual(['保存していないガイドが1件あります', '保存して閉じる', '保存せずに閉じる', 'やめる']);
  await page.waitForTimeout(300);
  await expect(page.getByRole('tab', { name: /未保存/ })).toBeVisible();
  expect(readFileSync(path, 'utf8')).toBe(before);

  await answer(0);
  const closed = page.waitForEvent('close');
  await close();
  await closed;
  expect(readFileSync(path, 'utf8')).toBe(before.replace(/(## .*Data Analystとは)/, '$1（改）'));
  await running.close();
  removeFolder(temporary);
});
