import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { manuscript, openFromList, selectedText } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
  await openFromList(running.page, 'Game Programmer');
  await expect(row(running.page, 'embeded_engineer')).toBeVisible();
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

function row(page: Page, text: string) {
  return page.getByRole('grid').getByRole('row', { name: text });
}

/** JSON pointer of the field with the focus, and the name on the control that has it. */
function focused(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(() => {
    const field = document.activeElement?.closest<HTMLElement>('[data-pointer]');
    return [field?.dataset.pointer, document.activeElement?.querySelector('b')?.textContent];
  });
}

// In the order of the text: relations, URL name, image, then heading, emphasis and numbering in the body.
const marks = [
  '"embeded_engineer"',
  '"game_programmer"',
  // The URL name, because no guide leads here.
  '"game_programmer"',
  '"/static/img/game_programer_hero.png"',
  '####',
  '**「手ざわり」**が',
  '**60分の1秒（約16ミリ秒）**で',
  '**「まず遊べる形にする。」**と',
  '🔟',
];

test('[P5] F8 and Shift+F8 go through the findings of the manuscript, and round', async () => {
  const { page } = running;
  await manuscript(page).focus();
  for (const mark of [...marks, marks[0]]) {
    await page.keyboard.press('F8');
    // Two neighbours have the same text, by which one cannot tell that the first has been left.
    await page.waitForTimeout(100);
    await expect.poll(() => selectedText(page)).toBe(mark);
  }
  for (const mark of [marks.at(-1), ...marks.toReversed().slice(1)]) {
    await page.keyboard.press('Shift+F8');
    await page.waitForTimeout(100);
    await expect.poll(() => selectedText(page)).toBe(mark);
  }
});

test('[P5] F8 goes through the fields of the form, then on to the text that no field shows', async () => {
  const { page } = running;
  await manuscript(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+2');
  await page.getByRole('textbox', { name: /^タイトル/ }).focus();
  await page.keyboard.press('F8');
  await expect.poll(() => focused(page)).toEqual(['/related_jobs', 'embeded_engineer']);
  await page.keyboard.press('F8');
  await expect.poll(() => focused(page)).toEqual(['/related_jobs', 'Game Programmer']);
  await page.keyboard.press('F8');
  await expect.poll(async () => (await focused(page))[0]).toBe('/slug');
  await page.keyboard.press('F8');
  await expect.poll(async () => (await focused(page))[0]).toBe('/hero_image');
  await page.keyboard.press('Shift+F8');
  await expect.poll(async () => (await focused(page))[0]).toBe('/slug');
  await page.keyboard.press('F8');
  await expect.poll(async () => (await focused(page))[0]).toBe('/hero_image');
  await page.keyboard.press('F8');
  await expect.poll(() => selectedText(page)).toBe('####');
  await expect(manuscript(page)).toBeFocused();
});

test('[P5] a click in the panel goes to the place: a field in the form, else the text', async () => {
  const { page } = running;
  await page.keyboard.press('Control+1');
  await row(page, '41行目').click();
  await expect.poll(() => selectedText(page)).toBe('**「手ざわり」**が');
  await page.keyboard.press('Control+2');
  await row(page, 'game_programer_hero').click();
  await expect.poll(async () => (await focused(page))[0]).toBe('/hero_image');
  await page.keyboard.press('Control+1');
});

test('[P5] the card opens at the caret, fixes by Enter, and closes by Esc', async () => {
  const { page } = running;
  const card = page.getByRole('dialog', { name: '指摘' });
  await row(page, '41行目').click();
  await expect.poll(() => selectedText(page)).toBe('**「手ざわり」**が');
  await page.keyboard.press('Control+.');
  await expect(card).toContainText('太字');
  await expect(card.getByRole('button').first()).toBeFocused();
  const place = await page.evaluate(
    () => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect,
  );
  const box = await card.boundingBox();
  expect(Math.abs((box?.x ?? 0) - place.x)).toBeLessThan(80);
  expect((box?.y ?? 0) - place.bottom).toBeLessThan(40);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(manuscript(page)).toBeFocused();

  await page.keyboard.press('Control+.');
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(manuscript(page)).toContainText('「**手ざわり**」が');
  await expect(row(page, '41行目')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(manuscript(page)).toContainText('**「手ざわり」**が');
  await expect(row(page, '41行目')).toHaveCount(1);
});

test('[P2] [P5] all findings of a kind are shown first, fixed at once, and undone in one step', async () => {
  const { page } = running;
  const path = join(folder, 'guides/game_programmer.md');
  const before = readFileSync(path, 'utf8');
  await row(page, '41行目').click();
  await expect.poll(() => selectedText(page)).toBe('**「手ざわり」**が');
  await page.keyboard.press('Control+Shift+.');
  const dialog = page.getByRole('dialog', { name: '指摘をまとめて直す' });
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog).toContainText('「**手ざわり**」が');
  await dialog.getByRole('button', { name: '3か所を直す' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(manuscript(page)).toContainText('「**手ざわり**」が');
  await expect(row(page, '41行目')).toHaveCount(0);
  await expect(row(page, '59行目')).toHaveCount(0);
  await expect(row(page, 'embeded_engineer')).toHaveCount(1);

  await manuscript(page).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  await expect(row(page, '41行目')).toHaveCount(1);

  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+s');
  const fixed = before
    .replace('**「手ざわり」**が', '「**手ざわり**」が')
    .replace('**60分の1秒（約16ミリ秒）**で', '**60分の1秒**（約16ミリ秒）で')
    .replace('**「まず遊べる形にする。」**と', '「**まず遊べる形にする。**」と');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(fixed);
});
