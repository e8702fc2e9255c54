import { expect, test } from '@playwright/test';
import {
  caretAtEnd,
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
async function changes(
  name: GuideName,
  from: string,
  to: string,
  work: (page: RunningApp['page']) => Promise<void>,
): Promise<void> {
  const before = fileText(folder, name);
  const expected = swap(before, from, to);
  await openForm(running.page, name);
  await work(running.page);
  await expectSaved(running.page, folder, name, expected);
}

test('[P1] text: what is typed at its end is all that changes', async () => {
  await changes('Knife Skills', '切って、片づける",', '切って、片づける！",', async (page) => {
    await caretAtEnd(field(page, '/title').getByRole('textbox'));
    await page.keyboard.type('！');
  });
});

test('[P1] [F47] text in a file with CRLF keeps every line end', async () => {
  await changes(
    'Miso Making',
    '"寒の水で仕込む、手前味噌"',
    '"寒の水で仕込む、味噌"',
    async (page) => {
      await caretAtEnd(field(page, '/title').getByRole('textbox'));
      for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) {
        await page.keyboard.press(key);
      }
    },
  );
  expect(fileText(folder, 'Miso Making')).not.toMatch(/[^\r]\n/);
});

test('[P1] [F51] text with escapes keeps those around what is typed', async () => {
  await changes('New Year Dishes', '重箱ひとつ分",\n', '重箱ふたつ分",\n', async (page) => {
    await caretAtEnd(field(page, '/title').getByRole('textbox'));
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type('ふた');
  });
});

test('[P1] long text: a paragraph that is counted takes no line break', async () => {
  await changes(
    'Knife Skills',
    '薄切りの音が変わります。"',
    '薄切りの音が変わります。毎年6月です。"',
    async (page) => {
      const area = field(page, '/summary').getByRole('textbox');
      await caretAtEnd(area);
      await page.keyboard.press('Enter');
      await page.keyboard.type('毎年6月です。');
      await expect(area).toHaveValue(/変わります。毎年6月です。$/);
    },
  );
});

test('[P1] number: full-width digits are taken, arrows step, other numbers keep their spelling', async () => {
  await changes('Knife Skills', '"capacity": 8,', '"capacity": 11,', async (page) => {
    const number = field(page, '/capacity').getByRole('spinbutton');
    await number.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('１０');
    await page.keyboard.press('ArrowUp');
    await expect(number).toHaveValue('11');
  });
  await changes('Knife Skills', '"salt": 2.0,', '"salt": 2.5,', async (page) => {
    await field(page, '/salt').getByRole('spinbutton').click();
    await page.keyboard.press('ArrowUp');
  });
});

test('number: what is no number is told, and stays out of the file', async () => {
  const { page } = running;
  await openForm(page, 'Knife Skills');
  const number = field(page, '/capacity').getByRole('spinbutton');
  await number.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('十');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(unsavedTab(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(number).toHaveValue('11');
});

test('[P1] boolean: the space bar turns it over', async () => {
  await changes('Knife Skills', '"online": true', '"online": false', async (page) => {
    const box = field(page, '/online').getByRole('checkbox');
    await box.focus();
    await page.keyboard.press('Space');
    await expect(box).not.toBeChecked();
  });
});

test('[P1] choice: found by typing, taken by Enter', async () => {
  await changes('Knife Skills', '"level": "基本"', '"level": "応用"', async (page) => {
    await field(page, '/level')
      .getByRole('button', { name: /^むずかしさ/ })
      .click();
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('応');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(field(page, '/level')).toContainText('応用');
  });
});

test('[P1] choice with names of its own: shows the names, writes the values', async () => {
  await changes('Knife Skills', '"season": "spring"', '"season": "summer"', async (page) => {
    await expect(field(page, '/season')).toContainText('春');
    await field(page, '/season').getByRole('button', { name: /^季節/ }).click();
    await page.getByRole('dialog').getByRole('option', { name: /夏/ }).click();
    await expect(field(page, '/season')).toContainText('夏');
  });
});

test('[P1] category: one of the vocabulary, by its label', async () => {
  await changes('Knife Skills', '"category": "everyday"', '"category": "baking"', async (page) => {
    await field(page, '/category')
      .getByRole('button', { name: /^カテゴリー/ })
      .click();
    await page.keyboard.type('パン');
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('パンと');
    await page.keyboard.press('Enter');
    await expect(field(page, '/category')).toContainText('パンと焼き菓子');
  });
});

test('[P1] date: typed digit by digit, written as a date', async () => {
  await changes('Knife Skills', '"2026-04-11"', '"2026-05-02"', async (page) => {
    const date = field(page, '/first_day').locator('input[type="date"]');
    await date.focus();
    await page.keyboard.type('20260502');
    await expect(date).toHaveValue('2026-05-02');
  });
});

test('[P1] date and time: the time changes, the zone stays as it is written', async () => {
  await changes('Knife Skills', 'T10:00:00+09:00"', 'T11:30:00+09:00"', async (page) => {
    const time = field(page, '/booking_opens').locator('input[type="time"]');
    await time.fill('11:30:00');
    await expect(field(page, '/booking_opens')).toContainText('+09:00');
  });
});

test('[P1] address and mail: typed, with the way to look at the address', async () => {
  await changes(
    'Knife Skills',
    'courses/knife_skills",',
    'courses/knife_skills2",',
    async (page) => {
      const website = field(page, '/website');
      await caretAtEnd(website.getByRole('textbox'));
      await page.keyboard.type('2');
      await expect(website.getByRole('button', { name: '開く' })).toBeEnabled();
    },
  );
  await changes('Knife Skills', '"knife@koyomi', '"knives@koyomi', async (page) => {
    await field(page, '/contact').getByRole('textbox').fill('knives@koyomi.example');
  });
});

test('[P1] pattern: the example stands where nothing is written', async () => {
  await changes('Knife Skills', '"id": "C-002"', '"id": "C-102"', async (page) => {
    const number = field(page, '/id').getByRole('textbox');
    await expect(number).toHaveAttribute('placeholder', /C-012/);
    await number.fill('C-102');
  });
});

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
