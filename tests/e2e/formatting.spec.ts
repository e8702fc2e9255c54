import { expect, type Page, test } from '@playwright/test';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, runFromPalette } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
  await openFromList(running.page, 'Data Analyst');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

const lineOf = (page: Page, text: string) =>
  manuscript(page).locator('.cm-line', { hasText: text }).first();

/** A new paragraph below the first heading of a section, its caret at the end. */
async function writeParagraph(page: Page, text: string): Promise<void> {
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
}

test('keys format the words selected so that they close, and again take it off', async () => {
  const { page } = running;
  await writeParagraph(page, '要は「重点」は次です');
  for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowLeft');
  for (let count = 0; count < 4; count += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+b');
  await expect(lineOf(page, '要は')).toHaveText('要は「**重点**」は次です');
  await expect(page.getByRole('button', { name: '太字' })).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(lineOf(page, '要は')).toHaveText('要は「重点」は次です');
  await page.keyboard.press('Control+Alt+3');
  await expect(lineOf(page, '要は')).toHaveText('### 要は「重点」は次です');
  await page.keyboard.press('Control+Alt+0');
  await page.keyboard.press('Control+Shift+8');
  await expect(lineOf(page, '要は')).toHaveText('*   要は「重点」は次です');
  await page.keyboard.press('Control+Shift+8');
  await expect(lineOf(page, '要は')).toHaveText('要は「重点」は次です');
});

test('the menus over the manuscript format, and the author writes on in the manuscript', async () => {
  const { page } = running;
  await page.keyboard.press('End');
  await page.getByRole('button', { name: '見出し', exact: true }).click();
  await page.getByRole('menuitem', { name: /^見出し4/ }).click();
  await expect(manuscript(page)).toBeFocused();
  await page.keyboard.insertText('。');
  await expect(lineOf(page, '要は')).toHaveText('#### 要は「重点」は次です。');
  // The button tells what the caret is in.
  await page.getByRole('button', { name: '見出し', exact: true }).click();
  const fourth = page.getByRole('menuitemcheckbox', { name: /^見出し4/ });
  await expect(fourth).toHaveAttribute('aria-checked', 'true');
  await fourth.click();
  await page.getByRole('button', { name: 'ほかの書式' }).click();
  await page.getByRole('menuitem', { name: '引用' }).click();
  await expect(manuscript(page)).toBeFocused();
  await expect(lineOf(page, '要は')).toHaveText('> 要は「重点」は次です。');
});

test('in the guide details a command of the palette changes nothing and says so', async () => {
  const { page } = running;
  await page.getByRole('button', { name: '記事情報を原稿の中で開く' }).click();
  await page.keyboard.press('Control+Home');
  const before = await manuscript(page).locator('.cm-line').allTextContents();
  await runFromPalette(page, '太字');
  await expect(page.getByText(/記事情報の中では書式を付けられません/)).toBeVisible();
  expect(await manuscript(page).locator('.cm-line').allTextContents()).toEqual(before);
});

test('the bar cuts nothing at the smallest window, in either language', async () => {
  const { page, app } = running;
  const resize = (width: number) =>
    app.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(to, 720);
    }, width);
  for (const language of ['ja', 'en']) {
    for (const width of [960, 1024, 1280]) {
      await resize(width);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      await expect
        .poll(() =>
          page.evaluate(() => {
            const bar = document.querySelector('.panebar')!;
            const right = bar.getBoundingClientRect().right;
            const tools = document.querySelector('.formattools')!.getBoundingClientRect().right;
            const cut = [...bar.querySelectorAll('button')].filter((button) => {
              const { right: end } = button.getBoundingClientRect();
              return end > right || (button.closest('.formattools') && end > tools);
            });
            const preview = document.querySelector('.previewpane')?.getBoundingClientRect();
            const beyond = Math.max(0, (preview?.right ?? 0) - innerWidth);
            return [bar.scrollWidth - bar.clientWidth, beyond, cut.map((one) => one.ariaLabel)];
          }),
        )
        .toEqual([0, 0, []]);
    }
    if (language === 'ja') {
      await runFromPalette(page, '言語を切り替える');
      await expect(page.getByRole('button', { name: 'Bold' })).toBeVisible();
    }
  }
});
