import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, removeFolder } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, runFromPalette } from './window.ts';

let folder: string;

test.beforeEach(() => (folder = copySample()));
test.afterEach(() => removeFolder(folder));

const guide = (): string => join(folder, 'guides/data_analyst.md');

async function typeAndSave(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(guide(), 'utf8')).toContain(text);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

test('[P3] the history has the found file and each save; going back to one is a step that can be undone', async () => {
  const found = readFileSync(guide(), 'utf8');
  const { page, app } = await launch(folder);
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await typeAndSave(page, '（一回目）');
  await typeAndSave(page, '（二回目）');
  await page.keyboard.type('（まだ）');

  await runFromPalette(page, '履歴');
  const versions = page.getByRole('listbox', { name: '残っている版' });
  await expect(versions).toBeFocused();
  await expect(versions.getByRole('option')).toHaveText([/保存/, /保存/, /元のファイル/]);
  const added = page.locator('.guidehistory ins');
  await expect(added.filter({ hasText: 'まだ' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(added.filter({ hasText: '二回目' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(versions).toBeHidden();
  await expect(manuscript(page)).toBeFocused();

  await runFromPalette(page, '履歴');
  await versions.getByRole('option', { name: /元のファイル/ }).click();
  await page.getByRole('button', { name: 'この版に戻す' }).click();
  const line = manuscript(page).locator('.cm-line', { hasText: 'Data Analystとは' });
  await expect(line).not.toContainText('回目');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(guide(), 'utf8')).toBe(found);

  await page.getByRole('button', { name: '元に戻す', exact: true }).first().click();
  await expect(line).toContainText('（一回目）（二回目）（まだ）');
  await app.close();
});
