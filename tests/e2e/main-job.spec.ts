import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  copySample,
  giveToApp,
  launch,
  makeFolder,
  removeFolder,
  type RunningApp,
} from './launch.ts';
import { caretAfterLine, manuscript, openFromList, previewPage } from './window.ts';

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

function bytes(path: string): Buffer {
  return readFileSync(join(folder, path));
}

test('[P1] [P2] [P5] [P6] the main job: edit, fill in, undo both, fix, preview, save, export', async () => {
  const { page, app } = running;
  const path = 'guides/game_programmer.md';
  const before = bytes(path);

  await test.step('edit the body', async () => {
    await openFromList(page, 'Game Programmer');
    await caretAfterLine(page, 'Game Programmerとは');
    await page.keyboard.type('abc');
    await expect(manuscript(page)).toContainText('abc');
    await expect(page.getByRole('tab', { name: /未保存/ })).toBeVisible();
  });

  await test.step('edit a field in the form', async () => {
    await page.keyboard.press('Control+2');
    const title = page.getByRole('textbox', { name: /^タイトル/ });
    await title.click();
    await page.keyboard.press('End');
    await page.keyboard.type('X');
    await expect(title).toHaveValue(/X$/);
  });

  await test.step('[P2] undo both with one history', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('textbox', { name: /^タイトル/ })).not.toHaveValue(/X$/);
    await page.keyboard.press('Control+1');
    await expect(manuscript(page)).toContainText('abc');
    await page.keyboard.press('Control+z');
    await expect(manuscript(page)).not.toContainText('abc');
    await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  });

  await test.step('see and fix a finding', async () => {
    const row = page.getByRole('row', { name: /embeded_engineer/ });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: '置き換える' }).click();
    await expect(page.getByRole('row', { name: /embeded_engineer/ })).toHaveCount(0);
  });

  await test.step('[P4] the preview shows what is typed', async () => {
    await caretAfterLine(page, 'Game Programmerとは');
    await page.keyboard.type('（改）');
    await expect(previewPage(page).locator('h2').first()).toContainText('（改）');
    await page.keyboard.press('Control+z');
    await expect(previewPage(page).locator('h2').first()).not.toContainText('（改）');
  });

  await test.step('[P1] save changes only the bytes of the fix', async () => {
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/保存済み/)).toBeVisible();
    const after = bytes(path);
    const expected = before.toString('utf8').replace('"embeded_engineer"', '"embedded_engineer"');
    expect(after.toString('utf8')).toBe(expected);
  });

  await test.step('[P6] review, then export', async () => {
    const target = makeFolder('site');
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, target);
    await page.keyboard.press('Control+Shift+E');
    await page
      .getByRole('button', { name: /書き出し先を(選ぶ|変える)/ })
      .first()
      .click();
    const go = page.getByRole('button', { name: /^\d+件を書き出す$/ });
    await expect(go).toBeEnabled({ timeout: 30_000 });
    expect(readdirSync(target)).toEqual([]);
    await expect(page.getByText('書き出せない').first()).toBeVisible();
    await go.click();
    await expect(page.getByText(/書き出しました/).first()).toBeVisible({ timeout: 30_000 });
    const exported = join(target, 'src/guides/data_analyst.md');
    expect(readFileSync(exported).equals(bytes('guides/data_analyst.md'))).toBe(true);
    const image = 'static/img/data_analyst.png';
    expect(readFileSync(join(target, 'src', image)).equals(bytes(image))).toBe(true);
    expect(existsSync(join(target, 'src/guides/game_programmer.md'))).toBe(false);
    expect(existsSync(join(target, 'export-manifest.json'))).toBe(true);
    expect(readdirSync(join(target, 'src/guides'))).toHaveLength(9);

    // Back in the editor the list knows the site: what is not there is marked, what is the same is not.
    await page.getByRole('button', { name: '編集に戻る' }).last().click();
    const list = page.getByRole('listbox');
    await expect(list.getByRole('option', { name: /^Game Programmer.*新しい/ })).toBeVisible();
    await expect(list.getByRole('option', { name: /^Data Analyst、[^変]*$/ })).toBeVisible();
    removeFolder(target);
  });
});

test('[F35] a change outside while there is unsaved text is never overwritten unasked', async () => {
  const { page } = running;
  const path = join(folder, 'guides/data_analyst.md');
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.type('わたしの変更');
  const outside = readFileSync(path, 'utf8').replace('次に打つ手', '次に打つ一手');
  writeFileSync(path, outside);
  await expect(page.getByRole('button', { name: '見くらべる' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(500);
  expect(readFileSync(path, 'utf8')).toBe(outside);

  // Nobody has changed what the other has: there is nothing to choose, and one press saves both.
  await page.getByRole('button', { name: '見くらべる' }).click();
  await expect(page.locator('.merge .result')).toContainText('次に打つ一手');
  await expect(page.getByText('選ぶ所はありません')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toBe(outside);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => readFileSync(path, 'utf8'))
    .toBe(outside.replace('Data Analystとは', 'Data Analystとはわたしの変更'));
});

test('[F34] a change outside of a clean guide comes in by itself and can be undone', async () => {
  const { page } = running;
  const path = join(folder, 'guides/data_analyst.md');
  await openFromList(page, 'Data Analyst');
  const outside = readFileSync(path, 'utf8').replace('Data Analystとは', 'データアナリストとは');
  writeFileSync(path, outside);
  await expect(manuscript(page)).toContainText('データアナリストとは');
  await manuscript(page).click();
  await page.keyboard.press('Control+z');
  await expect(manuscript(page)).toContainText('Data Analystとは');
});

test('[F50] broken guide details: the form says where, nothing is lost', async () => {
  const { page } = running;
  const path = join(folder, 'guides/data_analyst.md');
  const broken = readFileSync(path, 'utf8').replace(
    '"slug": "data_analyst",',
    '"slug": "data_analyst"',
  );
  writeFileSync(path, broken);
  giveToApp(path);
  await openFromList(page, 'Data Analyst');
  await page.keyboard.press('Control+2');
  await expect(page.getByText(/\d+行目/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^URL名/ })).toHaveValue('data_analyst');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+s');
  expect(readFileSync(path, 'utf8')).toBe(broken);
});

test('a new guide is made from its type and opens', async () => {
  const { page } = running;
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /職種ガイド/ }).click();
  await dialog.getByLabel(/英字/).fill('Prompt Engineer');
  await expect(dialog.getByLabel(/^URL名/)).toHaveValue('prompt_engineer');
  await dialog.getByLabel(/^タイトル/).fill('AIに伝わる言葉を組み立てる仕事');
  await dialog.getByRole('button', { name: '作って書き始める' }).click();
  await expect(page.getByRole('tab', { name: /^Prompt Engineer/, selected: true })).toBeVisible();
  const text = readFileSync(join(folder, 'guides/prompt_engineer.md'), 'utf8');
  expect(text).toMatch(/^---json\n\{\n {2}"category"/);
  expect(text).toContain('# [完全ガイド] Prompt Engineer: AIに伝わる言葉を組み立てる仕事');
  expect(text).toContain('## 1️⃣');
});

test('a folder without configuration opens, and so does an empty one', async () => {
  const plain = makeFolder('plain');
  mkdirSync(join(plain, 'sub'));
  writeFileSync(join(plain, 'sub/memo.md'), '# メモ\n\n本文です。\n');
  giveToApp(plain);
  const other = await launch(plain);
  await expect(other.page.getByRole('tab', { name: /メモ/ })).toBeVisible();
  await other.close();
  removeFolder(plain);
  const empty = makeFolder('empty');
  const none = await launch(empty);
  await expect(
    none.page.getByRole('listbox').or(none.page.locator('.empty')).first(),
  ).toBeVisible();
  await none.close();
  removeFolder(empty);
});

test('tabs, caret and layout come back at the next start', async () => {
  const settings = makeFolder('settings');
  const first = await launch(folder, { userData: settings });
  await openFromList(first.page, 'Data Analyst');
  await openFromList(first.page, 'Nurse');
  await first.page.keyboard.press('Control+2');
  await first.page.waitForTimeout(1200);
  await first.close();
  const second = await launch(undefined, { userData: settings });
  await expect(second.page.getByRole('tab', { name: /^Nurse/, selected: true })).toBeVisible();
  await expect(second.page.getByRole('tab', { name: /^Data Analyst/ })).toBeVisible();
  await expect(second.page.getByRole('textbox', { name: /^タイトル/ })).toBeVisible();
  await second.close();
  removeFolder(settings);
});
