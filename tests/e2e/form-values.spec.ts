import { expect, test } from '@playwright/test';
import {
  caretAtEnd,
  changes as change,
  copyEveryField,
  expectSaved,
  field,
  fileText,
  type GuideName,
  openForm,
  swap,
  unsavedTab,
} from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';
import { manuscript } from './window.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Works on a guide in its form, saves, and expects that only this piece of the file has changed. */
const changes = (
  name: GuideName,
  from: string,
  to: string,
  work: (page: RunningApp['page']) => Promise<void>,
) => change(running.page, folder, name, [from, to], work);

test('[P1] nullable: null becomes a text, and null again', async () => {
  await changes('Dashi Basics', '"note": null', '"note": "予備の鍋"', async (page) => {
    await field(page, '/note').getByRole('button', { name: '値を入れる' }).click();
    await expect(field(page, '/note').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('予備の鍋');
  });
  await changes('Dashi Basics', '"note": "予備の鍋"', '"note": null', async (page) => {
    await field(page, '/note').getByRole('button', { name: '空（null）にする' }).click();
  });
});

test('[P1] raw JSON: taken over by Ctrl+Enter, its numbers spelled as typed', async () => {
  const empty = '"oven_temperatures": []';
  const filled = '"oven_temperatures": [\r\n    180,\r\n    190.50\r\n  ]';
  await changes('Miso Making', empty, filled, async (page) => {
    const raw = field(page, '/oven_temperatures').getByRole('textbox');
    await raw.fill('[180, ');
    await expect(field(page, '/oven_temperatures')).toContainText('まだ記事情報に入れていません');
    await raw.fill('[180, 190.50]');
    await page.keyboard.press('Control+Enter');
  });
});

test('[P2] a field goes back to its last saved value, and says what changed', async () => {
  const { page } = running;
  await openForm(page, 'Knife Skills');
  const before = fileText(folder, 'Knife Skills');
  const title = field(page, '/title');
  await caretAtEnd(title.getByRole('textbox'));
  await page.keyboard.type('改');
  await title.getByRole('button', { name: /1行変更/ }).click();
  const card = page.getByRole('dialog', { name: '「タイトル」の変更' });
  await expect(card.locator('ins')).toHaveText('改');
  await card.getByRole('button', { name: '元に戻す' }).click();
  await expect(title.getByRole('textbox')).not.toHaveValue(/改$/);
  await expect(unsavedTab(page)).toHaveCount(0);
  expect(fileText(folder, 'Knife Skills')).toBe(before);
});

test('[P1] a field that the definitions do not know: added, typed, taken out', async () => {
  const before = fileText(folder, 'Miso Making');
  const last = '冷蔵庫を空けておくこと。"\r\n}';
  await changes(
    'Miso Making',
    last,
    `${last.slice(0, -3)},\r\n  "memo": "樽は3キロ"\r\n}`,
    async (page) => {
      const others = page.getByRole('region', { name: 'その他の項目' });
      await others.getByRole('button', { name: '追加', exact: true }).click();
      await page.getByRole('dialog').getByLabel('項目の名前').fill('memo');
      await page.keyboard.press('Enter');
      await field(page, '/memo').getByRole('textbox').click();
      await page.keyboard.type('樽は3キロ');
    },
  );
  const { page } = running;
  await page.getByRole('button', { name: '「memo」の操作' }).click();
  await page.getByRole('menuitem', { name: '取り除く' }).click();
  await expectSaved(page, folder, 'Miso Making', before);
});

test('[F50] broken JSON: the form says where, leads there, and opens once it is mended', async () => {
  const { page } = running;
  const name: GuideName = 'Weekend Bread';
  const before = fileText(folder, name);
  await openForm(page, name);
  await expect(field(page, '/title').getByRole('textbox')).toHaveAttribute('readonly', '');
  await page.getByRole('form').getByRole('button', { name: '原稿で直す' }).click();
  await expect(manuscript(page)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(',');
  await page.keyboard.press('Control+2');
  await expect(field(page, '/title').getByRole('textbox')).not.toHaveAttribute('readonly', '');
  await expectSaved(page, folder, name, swap(before, '"winter"\n', '"winter",\n'));
});
