import { expect, type Page, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, makeFolder, removeFolder } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, previewFrame, previewPage } from './window.ts';

/** Starts to note every layout shift in the preview's page that no input of the page explains. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.previewpane iframe');
    const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!view) throw new Error('there is no preview');
    const shifts: number[] = [];
    Reflect.set(window, 'shifts', shifts);
    new view.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value') as number);
    }).observe({ type: 'layout-shift', buffered: false });
  });
}

/** The shifts since the last call; two frames later, since they are told after the frame. */
async function takeShifts(page: Page): Promise<number[]> {
  await page.waitForTimeout(250);
  return page.evaluate(() => (Reflect.get(window, 'shifts') as number[]).splice(0));
}

const places = [
  ['a paragraph', 'データアナリストは、売上や行動の記録を読み解き'],
  ['a list', '**詳細:**'],
  ['a table', '| :--- | :--- |'],
] as const;

test('[P4] what is seen of the page stays where it is while one types in a paragraph, a list and a table', async () => {
  const folder = copySample();
  const { page, close } = await launch(folder);
  await openFromList(page, 'Data Analyst');
  const body = previewPage(page).locator('article.body');
  await expect(body.locator('h1')).toBeVisible();
  await watchShifts(page);
  for (const [kind, text] of places) {
    const line = manuscript(page).locator('.cm-line', { hasText: text }).first();
    await expect
      .poll(async () => {
        if ((await line.count()) > 0) return true;
        await page.locator('.source .cm-scroller').evaluate((one) => one.scrollBy(0, 300));
        return false;
      })
      .toBe(true);
    await caretAfterLine(page, text);
    if (kind === 'a table') {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    }
    await page.waitForTimeout(400);
    await takeShifts(page);
    const top = await topOfEdited(page);
    // Half a line: the block keeps its lines, and so must everything else.
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
    expect([kind, await takeShifts(page)]).toEqual([kind, []]);
    expect(Math.abs((await topOfEdited(page)) - top)).toBeLessThan(1);
    // A text that wraps moves what is below it, never the block itself.
    await page.keyboard.insertText('、長い言葉を続けて書くと行が増えます'.repeat(3));
    await page.waitForTimeout(300);
    expect(Math.abs((await topOfEdited(page)) - top)).toBeLessThan(1);
  }
  // The observer does see a shift where there is one.
  await takeShifts(page);
  await previewFrame(page).evaluate(() => {
    const block = document.createElement('div');
    block.style.height = '80px';
    document.querySelector('article.body')?.prepend(block);
    window.scrollTo(0, 0);
  });
  await expect.poll(async () => (await takeShifts(page)).length).toBeGreaterThan(0);
  await close();
  removeFolder(folder);
});

/** Where the block of the caret begins in the preview, in pixels from the top of its viewport. */
function topOfEdited(page: Page): Promise<number> {
  return previewFrame(page).evaluate(
    () => document.querySelector('[data-current]')?.getBoundingClientRect().top ?? Number.NaN,
  );
}

test('[P4] a key replaces the block that it changes and leaves every other element of the page in place', async () => {
  const folder = copySample();
  const { page, close } = await launch(folder);
  await openFromList(page, 'Data Analyst');
  // The page of the guide that was open before stays until this one is there.
  await expect(previewPage(page).locator('h2', { hasText: 'Data Analystとは' })).toBeVisible();
  await expect(previewPage(page).locator('h2', { hasText: '推奨タグ' })).toBeAttached();
  await caretAfterLine(page, '1️⃣ Data Analystとは');
  await previewFrame(page).evaluate(() => {
    const blocks = [
      ...document.querySelectorAll('article.body h2, article.body p, article.body img'),
    ];
    for (const block of blocks) Reflect.set(block, 'seenBefore', true);
    const text = document.querySelectorAll('article.body p')[2]?.firstChild;
    if (text) document.getSelection()?.setBaseAndExtent(text, 1, text, 4);
  });
  await page.keyboard.type('改');
  await expect(previewPage(page).locator('h2', { hasText: 'Data Analystとは改' })).toBeVisible();
  const { fresh, selected } = await previewFrame(page).evaluate(() => ({
    fresh: [...document.querySelectorAll('article.body h2, article.body p, article.body img')]
      .filter((block) => !Reflect.has(block, 'seenBefore'))
      .map((block) => block.textContent),
    selected: document.getSelection()?.toString().length,
  }));
  expect(fresh).toEqual([]);
  expect(selected).toBe(3);
  await close();
  removeFolder(folder);
});

test('[F56] [T31] a text that no renderer gets through leaves the last page, marked, and typing as it was', async () => {
  const folder = makeFolder();
  // Fifty thousand links that are never closed: the parser goes back to each of them at each.
  const hostile = '[a]('.repeat(50_000);
  writeFileSync(join(folder, 'a.md'), '# 静かなページ\n\n本文です。\n');
  writeFileSync(join(folder, 'deep.md'), `# 深い\n\n${'- '.repeat(1113)}x\n`);
  giveToApp(folder);
  giveToApp(join(folder, 'a.md'));
  giveToApp(join(folder, 'deep.md'));
  const { page, close } = await launch(folder);
  await page
    .getByRole('option', { name: /静かなページ|^a/ })
    .first()
    .click();
  const heading = previewPage(page).locator('h1', { hasText: '静かなページ' });
  await expect(heading).toBeVisible();
  await caretAfterLine(page, '本文です。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(hostile);
  await expect(page.locator('.preview-stale')).toBeVisible({ timeout: 20_000 });
  await expect(heading).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.preview-stale')).toHaveCount(0, { timeout: 20_000 });
  await expect(heading).toBeVisible();

  await page
    .getByRole('option', { name: /深い|^deep/ })
    .first()
    .click();
  await expect(previewPage(page).locator('.page-notice')).toBeVisible();
  await close();
  removeFolder(folder);
});
