import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copySample, launch, makeFolder, removeFolder, type RunningApp } from './launch.ts';
import { readPdf } from './pdf-objects.ts';
import { manuscript, openFromList, runFromPalette } from './window.ts';

let folder: string;
let out: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  out = makeFolder('書類');
  running = await launch(folder);
  await openFromList(running.page, 'Cloud Engineer');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
  removeFolder(out);
});

/** What the next save dialog answers, and every address that any page asks for from now on. */
async function prepare(path: string): Promise<void> {
  await running.app.evaluate(({ dialog, session, shell }, filePath) => {
    const world = globalThis as { asked?: string[]; shown?: string[] };
    const asked: string[] = (world.asked = []);
    const shown: string[] = (world.shown = []);
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
    shell.showItemInFolder = (item) => void shown.push(item);
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void asked.push(url));
  }, path);
}

test('[T40][T48] the page becomes a tagged PDF with bookmarks, Japanese letters and working links', async () => {
  const { page, app } = running;
  const path = join(out, 'クラウド.pdf');
  await prepare(path);
  await runFromPalette(page, 'PDFに書き出す');
  await expect(page.getByText('「クラウド.pdf」を書き出しました')).toBeVisible({ timeout: 20_000 });

  const pdf = readPdf(readFileSync(path));
  expect(pdf.tagged).toBe(true);
  expect(pdf.bookmarks).toContain('[完全ガイド] Cloud Engineer: 止まらない基盤を育てる仕事');
  expect(pdf.bookmarks.length).toBeGreaterThan(10);
  expect(pdf.fonts.filter((name) => /Noto.*(?:JP|CJK|jp)|Hiragino|Gothic/.test(name))).not.toEqual(
    [],
  );
  const text = 'クラウドエンジニアは土台を設計して育てる仕事見入長用';
  expect([...text].filter((one) => !pdf.characters.has(one))).toEqual([]);
  expect([...pdf.characters].filter((one) => /[\u2e80-\u2fdf]/.test(one))).toEqual([]);
  expect(pdf.pages).toBeGreaterThan(2);
  expect(pdf.boxes.every((box) => /^\s*0 0 59[45]\S* 84[12]\S*\s*$/.test(box))).toBe(true);
  expect(pdf.images).toBeGreaterThan(0);
  expect(pdf.links.filter((link) => !/^https?:|^mailto:/.test(link))).toEqual([]);
  expect(readdirSync(out)).toEqual(['クラウド.pdf']);

  await page.getByRole('button', { name: 'フォルダーで表示' }).click();
  const { asked, shown, windows } = await app.evaluate(({ BrowserWindow }) => ({
    ...(globalThis as unknown as { asked: string[]; shown: string[] }),
    windows: BrowserWindow.getAllWindows().length,
  }));
  expect(shown).toEqual([path]);
  expect(windows).toBe(1);
  expect(asked.filter((url) => !/^(?:app:\/\/ui\/|site:\/\/|data:)/.test(url))).toEqual([]);
  expect(asked.some((url) => url.startsWith('app://ui/print-'))).toBe(true);
});

test('no place, no PDF: nothing is made and nothing is said', async () => {
  await prepare('');
  await runFromPalette(running.page, 'PDFに書き出す');
  await expect(running.page.getByRole('dialog')).toHaveCount(0);
  expect(existsSync(join(out, 'cloud_engineer.pdf'))).toBe(false);
});

test('the body is copied as the HTML of the site, and a selection as the blocks that it meets', async () => {
  const { page, app } = running;
  const clipboard = () =>
    app.evaluate(async ({ clipboard: board }) => {
      const text = await board.readText();
      // Older runtimes have no items.
      const older = board as unknown as { readHTML?: () => string };
      if (older.readHTML) return { text, html: older.readHTML() };
      const items = await board.read();
      const item = items.find(({ types }) => types.includes('text/html'));
      return { text, html: (await (await item?.getType('text/html'))?.text()) ?? '' };
    });
  await runFromPalette(page, 'HTMLとしてコピー');
  await expect(page.getByText('HTMLをコピーしました')).toBeVisible();
  const whole = await clipboard();
  expect(whole.text).toMatch(/^<h1 id="[^"]+">\[完全ガイド\] Cloud Engineer: /);
  expect(whole.text).not.toContain('data-line');
  expect(whole.html).toContain('止まらない基盤を育てる仕事</h1>');

  await manuscript(page).locator('.cm-line', { hasText: '1️⃣ Cloud Engineerとは' }).click();
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await runFromPalette(page, 'HTMLとしてコピー');
  await expect
    .poll(async () => (await clipboard()).text)
    .toMatch(/^<h2 id="[^"]+">1️⃣ Cloud Engineerとは<\/h2>$/);
});
