import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { manuscript, openFromList, runFromPalette } from './window.ts';

const paragraph =
  '「キャリア」とは、（仕事を通じて）積み重ねる経験のことです。ちょっとした工夫、ガッツ、センスー。それは…「なぜ？」（どうして！）という問いから始まり、々や〜・ゝのような字も、ファッション・ショーのように、行の頭には来ません。'.repeat(
    4,
  );
const head = '---json\n{\n  "title": "組版",\n  "slug": "kumihan"\n}\n---\n';
const body = `値段は\u202e円001\u202cです。後ろの文。

全角\u3000空白と1️⃣👩‍👩‍👧の行  
https://example.com/${'a-very-long-path/'.repeat(20)}

Lead wiht テスト

${paragraph}

*   ${paragraph}
`;

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  const path = join(folder, 'guides/kumihan.md');
  writeFileSync(path, head + body);
  giveToApp(path);
  running = await launch(folder);
  await openFromList(running.page, 'kumihan');
  await expect(manuscript(running.page)).toContainText('値段は');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

interface Row {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The rows that the first line of the manuscript with some text is wrapped into. */
function rowsOf(page: Page, text: string): Promise<Row[]> {
  return page.evaluate((wanted) => {
    const line = [...document.querySelectorAll('.source .cm-line')].find((one) =>
      one.textContent?.includes(wanted),
    );
    if (!line) throw new Error(`no line with ${wanted}`);
    const rows: { text: string; left: number; right: number; top: number }[] = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.nodeValue ?? '';
      for (let at = 0; at < value.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const row = rows.at(-1);
        if (row && Math.abs(row.top - box.top) < 8) {
          row.text += value[at];
          row.right = box.right;
        } else rows.push({ text: value[at] ?? '', left: box.left, right: box.right, top: box.top });
      }
    }
    return rows;
  }, text);
}

async function setMeasure(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (width) => document.documentElement.style.setProperty('--editor-measure', `${width}em`),
    count,
  );
}

test('no row begins or ends with a sign that must not stand there, at any width', async () => {
  const { page } = running;
  for (let width = 21; width <= 34; width += 1) {
    await setMeasure(page, width);
    const rows = await rowsOf(page, '「キャリア」とは');
    expect(rows.length).toBeGreaterThan(10);
    for (const { text } of rows.slice(1)) {
      expect(text[0]).not.toMatch(/[、。」）？！…・ーゝ々〜ゃゅょっァィゥェォャュョッ]/);
    }
    for (const { text } of rows.slice(0, -1)) expect(text.at(-1)).not.toMatch(/[「（]/);
  }
  await setMeasure(page, 44);
});

test('an item goes on below its text; a long address breaks inside the pane', async () => {
  const { page } = running;
  await setMeasure(page, 30);
  const [first, ...others] = await rowsOf(page, '*   「キャリア」');
  const [plain] = await rowsOf(page, '「キャリア」とは');
  expect(first?.left).toBeCloseTo(plain?.left ?? 0, 0);
  const text = await page.evaluate(() => {
    const line = [...document.querySelectorAll('.source .cm-line')].find((one) =>
      one.textContent?.startsWith('*   '),
    );
    const walker = document.createTreeWalker(line as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf('「') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    }
    return 0;
  });
  expect(others.length).toBeGreaterThan(8);
  for (const { left } of others) expect(Math.abs(left - text)).toBeLessThan(1.5);
  const edge = await manuscript(page).evaluate((content) => content.getBoundingClientRect().right);
  const address = await rowsOf(page, 'https://example.com/');
  expect(address.length).toBeGreaterThan(3);
  for (const { right } of address) expect(right).toBeLessThanOrEqual(edge);
  await setMeasure(page, 44);
});

test('[T24] a control of direction turns nothing of its line, and marks of blanks move no letter', async () => {
  const { page } = running;
  const line = manuscript(page).locator('.cm-line', { hasText: '値段は' });
  await expect(line.locator('.cm-unseen')).toHaveText(['RLO', 'PDF']);
  const [row] = await rowsOf(page, '値段は');
  expect(row?.text).toBe('値段はRLO円001PDFです。後ろの文。');
  await line.locator('.cm-unseen').first().hover();
  await expect(page.getByRole('tooltip')).toContainText('右から左に並べ替える印（U+202E）');
  const marked = await rowsOf(page, '全角');
  await expect(manuscript(page).locator('.cm-blank-end')).toHaveCount(2);
  await runFromPalette(page, '行末の空白とタブの印');
  await expect(manuscript(page).locator('.cm-blank-end')).toHaveCount(0);
  await expect(manuscript(page).locator('.cm-blank-wide')).toHaveCount(1);
  expect(await rowsOf(page, '全角')).toEqual(marked);
  await runFromPalette(page, '行末の空白とタブの印');
  await expect(manuscript(page).locator('.cm-blank-end')).toHaveCount(2);
});

test('the bar tells characters and minutes, and counts what is selected as graphemes', async () => {
  const { page } = running;
  const bar = page.locator('.statusbar');
  await expect(bar).toContainText(/本文[\d,]+文字 · 約2分/);
  const line = manuscript(page).locator('.cm-line', { hasText: '全角' });
  await line.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(bar).toContainText('12文字を選択');
});

test('an English word that is in no dictionary is underlined, and its card puts another in its place', async () => {
  const { page } = running;
  const line = manuscript(page).locator('.cm-line', { hasText: 'テスト' });
  await expect(line.locator('.cm-misspelling')).toHaveText(['wiht']);
  await line.click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+.');
  const card = page.getByRole('dialog', { name: 'つづり' });
  await card.getByRole('button', { name: 'with', exact: true }).click();
  await expect(line).toHaveText('Lead with テスト');
  await page.keyboard.press('Control+z');
  await expect(line).toHaveText('Lead wiht テスト');
  // The word at the caret is the one being written, and not judged.
  await page.keyboard.press('End');
  await line.locator('.cm-misspelling').hover();
  await card.getByRole('button', { name: '辞書に追加' }).click();
  await expect(line.locator('.cm-misspelling')).toHaveCount(0);
});

test('keys make the text larger and smaller', async () => {
  const { page } = running;
  const size = () =>
    page.locator('.source .cm-scroller').evaluate((one) => getComputedStyle(one).fontSize);
  await page.keyboard.press('Control+Alt+=');
  await page.keyboard.press('Control+Alt+=');
  await expect.poll(size).toBe('16px');
  await page.keyboard.press('Control+Alt+-');
  await expect.poll(size).toBe('15px');
  await runFromPalette(page, '原稿の文字を元の大きさに');
  await expect.poll(size).toBe('14px');
});
