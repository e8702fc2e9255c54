import { expect, test } from '@playwright/test';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, compose, manuscript, openFromList } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

test('[P9] a related guide is found by a composed word, and inserted by its URL name', async () => {
  const { page } = running;
  await openFromList(page, 'Nurse');
  await page.getByRole('button', { name: '記事情報を原稿の中で開く' }).click();
  await caretAfterLine(page, '"physical_therapist"');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"');
  await compose(page, ['k', 'く', 'くらうど'], 'クラウド');
  const list = page.getByRole('listbox', { name: '入力の候補' });
  await expect(list.getByRole('option').first()).toContainText('Cloud Engineer');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await page.keyboard.type(',');
  await expect(manuscript(page)).toContainText('"cloud_engineer",');
  await expect(list).toHaveCount(0);
});

test('a link is completed with a heading, followed by F12 and left again', async () => {
  const { page } = running;
  await caretAfterLine(page, '完全ガイド] Nurse');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[理学療法](phy');
  const list = page.getByRole('listbox', { name: '入力の候補' });
  await expect(list.getByRole('option').first()).toContainText('Physical Therapist');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(manuscript(page)).toContainText('[理学療法](/guides/physical_therapist/)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('#');
  await page.keyboard.insertText('主な仕事');
  await expect(list.getByRole('option').first()).toContainText('主な仕事内容');
  await page.waitForTimeout(100);
  await page.keyboard.press('Tab');
  await expect(manuscript(page)).toContainText(/therapist\/#2.*主な仕事内容\)/);

  await page.keyboard.press('F12');
  const tab = (name: RegExp) => page.getByRole('tab', { name, selected: true });
  await expect(tab(/^Physical Therapist/)).toBeVisible();
  await expect(page.locator('.cm-activeLine')).toContainText('主な仕事内容');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(tab(/^Nurse/)).toBeVisible();
  await expect(page.locator('.cm-activeLine')).toContainText('[理学療法]');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(tab(/^Physical Therapist/)).toBeVisible();
});

test('who names a guide is listed with its text, unsaved links included, and opened from there', async () => {
  const { page } = running;
  await page.keyboard.press('Shift+F12');
  const places = page.getByRole('grid', { name: '参照元' });
  const row = places.getByRole('row', { name: /^Nurse、.*\[理学療法\]\(\/guides/ });
  await expect(row).toBeVisible();
  await expect(page.getByRole('tab', { name: /^参照元/ })).toContainText(/\d/);
  await row.click();
  await expect(page.getByRole('tab', { name: /^Nurse/, selected: true })).toBeVisible();
  await expect(page.locator('.cm-activeLine')).toContainText('[理学療法]');
});
