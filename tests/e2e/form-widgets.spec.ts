import { expect, test } from '@playwright/test';
import {
  caretAtEnd,
  changes as change,
  copyEveryField,
  field,
  fileText,
  type GuideName,
  openForm,
  unsavedTab,
} from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';
import { answerQuestions, questions } from './questions.ts';

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

test('an address opens in the browser, once that was agreed to', async () => {
  const { page, app } = running;
  await answerQuestions(app, 0);
  await openForm(page, 'Knife Skills');
  await field(page, '/author/profile_url').getByRole('button', { name: '開く' }).click();
  const address = 'https://koyomi.example/teachers/sakai';
  await expect.poll(async () => (await questions(app)).opened).toEqual([address]);
  const { questions: asked } = await questions(app);
  expect(asked.join()).toContain(address);
});

test('a field says its label, its name in the file, its width, and what it is for while it is worked on', async () => {
  const { page } = running;
  await openForm(page, 'Dashi Basics');
  const title = field(page, '/title');
  await expect(title.getByText('タイトル', { exact: true })).toBeVisible();
  await expect(title.getByText('title', { exact: true })).toBeVisible();
  await expect(title.locator('.counter')).toHaveText('全角18 / 32');
  const help = title.getByText('全角32文字までにすると');
  await expect(help).toBeHidden();
  const text = title.getByRole('textbox', { name: 'タイトル' });
  await text.click();
  await expect(help).toBeVisible();
  await expect(text).toHaveAccessibleDescription(/全角32文字までにすると/);
});

test('[P1] pattern: the example stands where nothing is written', async () => {
  await changes('Knife Skills', '"id": "C-002"', '"id": "C-102"', async (page) => {
    const number = field(page, '/id').getByRole('textbox');
    await expect(number).toHaveAttribute('placeholder', /C-012/);
    await number.fill('C-102');
  });
});
