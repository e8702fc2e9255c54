import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { compose, composingKey, manuscript, openFromList } from './window.ts';

const head = (slug: string): string =>
  `---json\n{\n  "title": "検索の${slug}",\n  "slug": "${slug}"\n}\n---\n`;

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  for (const [slug, body] of [
    ['kensaku_a', '# Kensaku A\n\nﾊﾟﾍﾟｯﾄの隣のぱぺっと。\n\n第1回と第23回\n'],
    ['kensaku_b', '# Kensaku B\r\n\r\n大きなパペットと働く。\r\n'],
  ] as const) {
    const path = join(folder, `guides/${slug}.md`);
    writeFileSync(path, `\ufeff${head(slug)}${body}`);
    giveToApp(path);
  }
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

test('a search over the folder finds files and unsaved text while it is typed, and leads there', async () => {
  const { page } = running;
  await openFromList(page, 'Kensaku A');
  await manuscript(page).locator('.cm-line', { hasText: '第1回' }).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('未保存のパペット');
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const field = page.getByRole('textbox', { name: 'すべてのガイドから探す' });
  await expect(field).toBeFocused();

  await compose(page, ['ぱ', 'ぱぺ', 'ぱぺっ'], 'ぱぺっと');

  const rows = page.getByRole('grid', { name: '検索の結果' }).getByRole('row');
  await expect(rows.locator('mark')).toHaveText(['ﾊﾟﾍﾟｯﾄ', 'ぱぺっと', 'パペット', 'パペット']);
  await expect(page.getByText('2件のガイドに4か所')).toBeVisible();
  await composingKey(page, 'Enter');
  await expect(field).toBeFocused();

  // What another program changes is found without being asked for again.
  const other = join(folder, 'guides/kensaku_b.md');
  writeFileSync(other, readFileSync(other, 'utf8').replace('と働く', 'の人形'));
  await expect(page.getByRole('row', { name: /パペットの人形/ })).toBeVisible();
  await expect(field).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Kensaku B/, selected: true })).toBeVisible();
  await expect(manuscript(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('パペット');
});

test('the bar in the guide finds by pattern, replaces in one step, and Escape leaves what was found', async () => {
  const { page } = running;
  await openFromList(page, 'Kensaku A');
  await manuscript(page).locator('.cm-line', { hasText: '第1回' }).click();
  await page.keyboard.press('ControlOrMeta+H');
  const bar = page.locator('.findbar');
  await bar.getByRole('button', { name: '正規表現' }).click();
  await bar.getByRole('textbox', { name: '探す' }).fill('第(\\d+)回');
  await expect(bar.locator('.findcount')).toHaveText('– / 2');
  await bar.getByRole('textbox', { name: '置き換える文字' }).fill('$1回目');
  await bar.getByRole('button', { name: 'すべて置き換える' }).click();
  const line = manuscript(page).locator('.cm-line', { hasText: '1回目' });
  await expect(line).toHaveText('1回目と23回目未保存のパペット');

  await bar.getByRole('textbox', { name: '探す' }).fill('(\\d+)+x');
  await expect(bar.getByRole('alert')).toContainText('時間がかかりすぎます');
  await bar.getByRole('button', { name: '正規表現' }).click();
  await bar.getByRole('textbox', { name: '探す' }).fill('23回目');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(manuscript(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('23回目');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(manuscript(page)).toContainText('第1回と第23回');
});
