import { expect, type Page, test } from '@playwright/test';
import {
  copyEveryField,
  expectSaved,
  field,
  fileText,
  openForm,
  swap,
  unsavedTab,
} from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, compose, manuscript } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1920, 1080);
  });
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** The form beside the manuscript, with the guide details open in the latter. */
async function openBoth(page: Page): Promise<void> {
  await openForm(page, 'Knife Skills');
  await expect(manuscript(page)).toBeVisible();
  const chip = manuscript(page).locator('.infochip-open');
  const details = manuscript(page).locator('.cm-line', { hasText: '"category":' });
  await expect(chip.or(details).first()).toBeVisible();
  if (await chip.isVisible()) await chip.click();
  await expect(details).toBeVisible();
}

test('[P2] typing JSON in the manuscript updates the form at each valid state, and keeps the focus', async () => {
  const { page } = running;
  await openBoth(page);
  const capacity = field(page, '/capacity').getByRole('spinbutton');
  await expect(capacity).toHaveValue('8');
  await caretAfterLine(page, '"capacity": 8,');
  await page.keyboard.press('ArrowLeft');
  for (const [key, shown] of [
    ['Backspace', undefined],
    ['1', '1'],
    ['2', '12'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(manuscript(page)).toBeFocused();
    if (shown !== undefined) await expect(capacity).toHaveValue(shown);
  }
  await expect(capacity).not.toHaveAttribute('readonly', '');
  const before = fileText(folder, 'Knife Skills');
  await expectSaved(
    page,
    folder,
    'Knife Skills',
    swap(before, '"capacity": 8,', '"capacity": 12,'),
  );
});

test('[P2] a field typed in the manuscript appears in the form when it is whole', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  await openBoth(page);
  await caretAfterLine(page, '"salt": 2.0,');
  const memo = field(page, '/memo');
  await page.keyboard.press('Enter');
  for (const character of '"memo": "砥石は3枚",') {
    await page.keyboard.type(character);
    await expect(manuscript(page)).toBeFocused();
  }
  await expect(memo.getByRole('textbox')).toHaveValue('砥石は3枚');
  await expect(manuscript(page)).toBeFocused();
  await expectSaved(
    page,
    folder,
    'Knife Skills',
    swap(before, '"salt": 2.0,\n', '"salt": 2.0,\n  "memo": "砥石は3枚",\n'),
  );
});

test('[P2] [P9] a composition in the manuscript goes on while the form follows it', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  await openBoth(page);
  await caretAfterLine(page, '"name": "堺 のぶお"');
  const name = field(page, '/author/name').getByRole('textbox');
  const line = manuscript(page).locator('.cm-line', { hasText: '"name": "堺' });
  // Back over the comma that ends the line, and the quote before it.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await compose(page, ['せ', 'せん', 'せんせ', 'せんせい'], '先生');
  await expect(manuscript(page)).toBeFocused();
  await expect(line).toContainText('堺 のぶお先生');
  await expect(name).toHaveValue('堺 のぶお先生');
  await expectSaved(page, folder, 'Knife Skills', swap(before, '"堺 のぶお"', '"堺 のぶお先生"'));
});

test('[P2] the field of the caret is marked in the form, without taking the focus', async () => {
  const { page } = running;
  await openBoth(page);
  await caretAfterLine(page, '"level":');
  await expect(field(page, '/level')).toHaveAttribute('aria-current', 'location');
  await expect(manuscript(page)).toBeFocused();
  await caretAfterLine(page, '"title":');
  await expect(field(page, '/level')).not.toHaveAttribute('aria-current', 'location');
  await expect(field(page, '/title')).toHaveAttribute('aria-current', 'location');
});

test('[P2] the value of the field with the focus is marked in the manuscript, and follows it', async () => {
  const { page } = running;
  await openBoth(page);
  const marked = manuscript(page).locator('.cm-field-value');
  await field(page, '/author/name').getByRole('textbox').click();
  await expect(marked).toHaveText('"堺 のぶお先生"');
  await page.keyboard.press('Tab');
  await expect(marked).toHaveText('"https://koyomi.example/teachers/sakai"');
  // Marked, not gone to: the focus is where the writer is.
  await expect(field(page, '/author/profile_url').getByRole('textbox')).toBeFocused();
  await caretAfterLine(page, '"title":');
  await expect(marked).toHaveCount(0);
});

test('[P5] a finding on a value is told at its field, in the manuscript and in the list of findings', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  await openBoth(page);
  const id = field(page, '/id');
  const told = /「講座番号」の「C-1」は、決められた書き方に合いません/;
  const row = page.getByRole('grid').getByRole('row', { name: told });
  const mark = manuscript(page).locator('.sq-error');
  await id.getByRole('textbox').fill('C-1');
  await expect(id).toContainText(told);
  await expect(id.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await expect(mark).toHaveText('"C-1"');
  await expect(row).toHaveCount(1);
  await id.getByRole('textbox').press('Control+z');
  await expect(mark).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await expect(id).not.toContainText(told);
  await expect(unsavedTab(page)).toHaveCount(0);
  expect(fileText(folder, 'Knife Skills')).toBe(before);
});

test('[P2] [P9] typing in the form leaves the caret and the lines of the manuscript where they are', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  await openBoth(page);
  await caretAfterLine(page, '"title":');
  const title = field(page, '/title').getByRole('textbox');
  await title.click();
  await page.keyboard.press('End');
  await compose(page, ['て', 'てほ', 'てほん'], '手本');
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(/片づける手本$/);
  await expect(manuscript(page)).toContainText('片づける手本",');
  await expectSaved(
    page,
    folder,
    'Knife Skills',
    swap(before, '切って、片づける",', '切って、片づける手本",'),
  );
});
