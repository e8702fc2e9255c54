import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, composingKey, manuscript, openFromList } from './window.ts';

let folder: string;
let running: RunningApp;
let path: string;

const body = `# [完全ガイド] Nurse: 命と暮らしのそばで支える仕事

## 見出しの行

これは**太い**文字です。

「重点」は大事です。

| 列 | 値 |
| --- | --- |
| あか | あお |

*   項目
*   次の項目

最後の段落。

療法士の[ガイド](/guides/physical_therapist/)へ。
`;

test.beforeAll(async () => {
  folder = copySample();
  path = join(folder, 'guides/nurse.md');
  const text = readFileSync(path, 'utf8');
  const head = text.slice(0, text.indexOf('\n---\n') + 5);
  writeFileSync(path, head + body);
  giveToApp(path);
  running = await launch(folder);
  await openFromList(running.page, 'Nurse');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Sets what an input method shows for its candidate. */
async function candidate(client: CDPSession, text: string): Promise<void> {
  const { length } = text;
  await client.send('Input.imeSetComposition', {
    text,
    selectionStart: length,
    selectionEnd: length,
  });
}

/** Composes 日本 at the caret and commits it by Enter, after the keys that choose a candidate. */
async function composeWithKeys(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await candidate(client, 'に');
  await candidate(client, 'にほん');
  for (const key of ['Space', 'Tab', 'ArrowDown', 'Enter']) await composingKey(page, key);
  await client.send('Input.insertText', { text: '日本' });
  await client.detach();
}

const lines = (page: Page): Promise<string[]> =>
  manuscript(page).locator('.cm-line').allTextContents();

/** The caret goes to the end of a line, then some characters back. */
async function caretBefore(page: Page, line: string, back: number): Promise<void> {
  await caretAfterLine(page, line);
  for (let count = 0; count < back; count += 1) await page.keyboard.press('ArrowLeft');
}

const places = [
  ['at the start of a heading', '見出しの行', 5, '## 日本、見出しの行'],
  ['inside bold', 'これは太い', 8, 'これは**太日本、い**文字です。'],
  ['in a cell of a table', 'あか', 7, '| あか日本、 | あお |'],
  ['beside a closing bracket', '「重点」', 7, '「重点日本、」は大事です。'],
  ['at the end of an item', '次の項目', 0, '*   次の項目日本、'],
] as const;

for (const [place, line, back, expected] of places) {
  test(`[P9] composition ${place} is text and nothing else, and one step to undo`, async () => {
    const { page } = running;
    const shown = line === 'これは太い' ? 'これは' : line;
    await caretBefore(page, shown, back);
    const before = await lines(page);
    await composeWithKeys(page);
    await page.keyboard.insertText('、');
    const now = before.map((text) => (text.includes(shown) ? expected : text));
    await expect.poll(() => lines(page)).toEqual(now);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => lines(page)).toEqual(before);
  });
}

test('[P9] keys of a composition take no proposal of the list that is open', async () => {
  const { page } = running;
  await caretBefore(page, '最後の段落', 0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[x](/guides/', { delay: 20 });
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible();
  const client = await page.context().newCDPSession(page);
  await candidate(client, 'にほん');
  for (const key of ['Tab', 'ArrowDown', 'Enter']) await composingKey(page, key);
  await client.send('Input.insertText', { text: '日本' });
  await client.detach();
  const line = manuscript(page).locator('.cm-line', { hasText: '[x]' });
  await expect(line).toHaveText(/^\[x\]\(\/guides\/日本\)?$/);
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('Control+z');
  await expect(line).toHaveCount(0);
});

test('[P9] [F57] a file that changes while composing breaks no word: a text without changes follows it then', async () => {
  const { page } = running;
  await page.keyboard.press('Control+s');
  await caretBefore(page, '最後の段落', 0);
  const client = await page.context().newCDPSession(page);
  await candidate(client, 'にほん');
  await expect(manuscript(page)).toContainText('最後の段落。にほん');
  writeFileSync(path, readFileSync(path, 'utf8').replace('次の項目', '外で変えた項目'));
  await page.waitForTimeout(900);
  await candidate(client, 'にほんご');
  await expect(manuscript(page)).toContainText('最後の段落。にほんご');
  await expect(manuscript(page)).not.toContainText('外で変えた項目');
  // The author gives the word up.
  await candidate(client, '');
  await client.detach();
  await expect(manuscript(page)).toContainText('外で変えた項目');
  await expect(manuscript(page)).not.toContainText('にほん');
});

test('[P9] [F35] [F57] a text with changes keeps its word, and the change outside is told', async () => {
  const { page } = running;
  await caretBefore(page, '最後の段落', 0);
  const client = await page.context().newCDPSession(page);
  await candidate(client, 'にほん');
  writeFileSync(path, readFileSync(path, 'utf8').replace('外で変えた項目', 'また変えた項目'));
  await page.waitForTimeout(900);
  await candidate(client, 'にほんご');
  await composingKey(page, 'Enter');
  await client.send('Input.insertText', { text: '日本語' });
  await client.detach();
  await expect(manuscript(page)).toContainText('最後の段落。日本語');
  await expect(manuscript(page)).toContainText('外で変えた項目');
  await expect(page.locator('.banner')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('また変えた項目');
  await page.keyboard.press('Control+z');
});

test('[P9] findings that arrive while composing leave the word alone, also on its own line', async () => {
  const { page } = running;
  const line = manuscript(page).locator('.cm-line', { hasText: '療法士の' });
  const missing = page.getByText('リンク先のガイドが見つかりません').first();
  await caretBefore(page, '療法士の', 2);
  await expect(missing).toHaveCount(0);
  const client = await page.context().newCDPSession(page);
  await candidate(client, 'にほん');
  rmSync(join(folder, 'guides/physical_therapist.md'));
  await expect(missing).toBeVisible();
  await candidate(client, 'にほんご');
  await composingKey(page, 'Enter');
  await client.send('Input.insertText', { text: '日本語' });
  await client.detach();
  await expect(line).toHaveText('療法士の[ガイド](/guides/physical_therapist/)日本語へ。');
  // The mark comes when the word is done.
  await expect(line.locator('[class*="sq-"]').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(line).toHaveText('療法士の[ガイド](/guides/physical_therapist/)へ。');
});
