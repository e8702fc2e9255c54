import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import {
  caretAtEnd,
  copyEveryField,
  expectSaved,
  field,
  fileText,
  openForm,
  swap,
} from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';

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

/** Works in the form of the guide with everything nested, saves, and expects this piece alone to have changed. */
async function changes(
  from: string,
  to: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const expected = swap(fileText(folder, 'Knife Skills'), from, to);
  await openForm(running.page, 'Knife Skills');
  await work(running.page);
  await expectSaved(running.page, folder, 'Knife Skills', expected);
}

/** Opens a row of a list of groups, where it is not open already. */
async function openRow(page: Page, pointer: string): Promise<void> {
  const head = field(page, pointer).locator('.objname').first();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  await expect(head).toHaveAttribute('aria-expanded', 'true');
}

test('[P1] chips: added by Enter, moved by Alt with an arrow, taken out by Backspace', async () => {
  await changes('["包丁", "和食"]', '["包丁", "だし", "和食"]', async (page) => {
    await field(page, '/tags').getByRole('combobox').click();
    await page.keyboard.type('だし');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect(field(page, '/tags').getByRole('listitem', { name: 'だし' })).toBeFocused();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(field(page, '/tags').getByRole('listitem').nth(1)).toHaveText('だし');
  });
  await changes('["包丁", "だし", "和食"]', '["包丁", "だし"]', async (page) => {
    await field(page, '/tags').getByRole('combobox').click();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
  });
});

test('[P1] chips: completed from the vocabulary by the arrows', async () => {
  await changes('["包丁", "だし"]', '["包丁", "だし", "はじめての人"]', async (page) => {
    await field(page, '/tags').getByRole('combobox').click();
    await page.keyboard.type('はじ');
    await expect(page.getByRole('listbox', { name: '候補' }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  });
});

test('[P1] relation: one guide, changed by search', async () => {
  await changes(
    '"previous_guide": "dashi_basics"',
    '"previous_guide": "miso_making"',
    async (page) => {
      const relation = field(page, '/previous_guide');
      await expect(relation).toContainText('Dashi Basics');
      await relation.getByRole('button', { name: /Dashi Basics.*別のガイド/ }).click();
      await page.keyboard.type('味噌');
      await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(
        'Miso Making',
      );
      await page.keyboard.press('Enter');
      await expect(relation).toContainText('Miso Making');
    },
  );
});

test('[P1] relation by another field than the URL name', async () => {
  await changes('"taught_with": "C-001"', '"taught_with": "C-004"', async (page) => {
    const relation = field(page, '/taught_with');
    await expect(relation).toContainText('Dashi Basics');
    await relation.getByRole('button', { name: /Dashi Basics.*別のガイド/ }).click();
    await page.keyboard.type('Miso');
    await page.keyboard.press('Enter');
    await expect(relation).toContainText('Miso Making');
  });
});

test('[P1] relations: added by search, moved by key, taken out', async () => {
  const both = '    "dashi_basics",\n    "new_year_dishes"\n  ]';
  const three = '    "miso_making",\n    "dashi_basics",\n    "new_year_dishes"\n  ]';
  await changes(both, three, async (page) => {
    const cards = field(page, '/related_guides');
    await cards.getByRole('button', { name: 'ガイドを追加' }).click();
    await page.keyboard.type('味噌');
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Miso Making');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await cards.getByRole('button', { name: '「Miso Making」を開く' }).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(cards.getByRole('listitem').first()).toContainText('Miso Making');
  });
  await changes(three, both, async (page) => {
    const cards = field(page, '/related_guides');
    await cards.getByRole('button', { name: '「Miso Making」を開く' }).focus();
    await page.keyboard.press('Delete');
    await expect(cards.getByRole('listitem')).toHaveCount(2);
  });
});

test('[P1] image: another one of the site', async () => {
  await changes('img/knife_skills.png', 'img/weekend_bread.png', async (page) => {
    const image = field(page, '/image');
    await expect(image).toContainText('320×180');
    await image.getByRole('button', { name: '画像の操作' }).click();
    await page.getByRole('menuitem', { name: '別の画像を選ぶ…' }).click();
    await page.keyboard.type('bread');
    await page.keyboard.press('Enter');
    await expect(image).toContainText('bread.png');
  });
});

test('[P1] group: a value within it', async () => {
  await changes('"堺 のぶお"', '"堺 のぶこ"', async (page) => {
    await field(page, '/author/name').getByRole('textbox').fill('堺 のぶこ');
  });
});

test('[P1] list of groups: a row is added, filled, and moved up by key', async () => {
  const first = '    {\n      "question": "どんな包丁を';
  const added =
    '    {\n      "question": "見学はできますか。",\n      "answer": "できます。"\n    },\n';
  await changes(`"faq": [\n${first}`, `"faq": [\n${added}${first}`, async (page) => {
    await field(page, '/faq').getByRole('button', { name: '「よくある質問」に追加' }).click();
    await expect(field(page, '/faq/2/question').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('見学はできますか。');
    await field(page, '/faq/2/answer').getByRole('textbox').fill('できます。');
    await field(page, '/faq/2').locator('.objname').first().focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(field(page, '/faq/0').locator('.objname').first()).toBeFocused();
    const told = page.locator('[aria-live="polite"]', { hasText: '1件目に移しました' });
    await expect(told).toHaveCount(1);
  });
  await changes(`"faq": [\n${added}`, '"faq": [\n', async (page) => {
    await field(page, '/faq/0').getByRole('button', { name: '1件目の操作' }).click();
    await page.getByRole('menuitem', { name: '取り除く' }).click();
  });
});

test('[P1] list of groups: a row is duplicated as it is written', async () => {
  const row =
    '    {\n      "question": "左利きでも受けられますか。",\n      "answer": "受けられます。左用の手本も用意しています。"\n    }';
  await changes(`${row}\n  ]`, `${row},\n${row}\n  ]`, async (page) => {
    await field(page, '/faq/1').getByRole('button', { name: '2件目の操作' }).click();
    await page.getByRole('menuitem', { name: '複製' }).click();
  });
  await changes(`${row},\n${row}\n  ]`, `${row}\n  ]`, async (page) => {
    await field(page, '/faq/2').getByRole('button', { name: '3件目の操作' }).click();
    await page.getByRole('menuitem', { name: '取り除く' }).click();
  });
});

test('[P1] lists within lists: a value two deep, in a row that stays on its line', async () => {
  const slot = '"topic": "道具の手入れと片づけ" }';
  await changes(slot, '"topic": "道具の手入れと片づけ", "minutes": 60 }', async (page) => {
    await openRow(page, '/timetable/1');
    await openRow(page, '/timetable/1/slots/1');
    await field(page, '/timetable/1/slots/1/minutes').getByRole('spinbutton').click();
    await page.keyboard.type('60');
  });
  await changes('砥石を買える店', '砥石の店', async (page) => {
    await openRow(page, '/faq/0');
    await openRow(page, '/faq/0/links/1');
    await field(page, '/faq/0/links/1/label').getByRole('textbox').fill('砥石の店');
  });
});

test('[P1] several forms of a value: another one keeps nothing of the first', async () => {
  const youtube = '{\n    "kind": "youtube",\n    "id": "aB3dE5fG7hI"\n  }';
  const file = '{\n    "kind": "file",\n    "path": "/static/video/knife.mp4"\n  }';
  await changes(youtube, file, async (page) => {
    const video = field(page, '/video');
    await expect(video.getByRole('button', { name: 'YouTube' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await video.getByRole('button', { name: 'ファイル', exact: true }).click();
    await field(page, '/video/path').getByRole('textbox').fill('/static/video/knife.mp4');
  });
});

test('[P2] each of these is one step to undo, and redo', async () => {
  const { page } = running;
  await openForm(page, 'Knife Skills');
  const title = field(page, '/title').getByRole('textbox');
  const before = await title.inputValue();
  await field(page, '/faq/1').getByRole('button', { name: '2件目の操作' }).click();
  await page.getByRole('menuitem', { name: '複製' }).click();
  await expect(field(page, '/faq/2')).toBeVisible();
  await caretAtEnd(title);
  await page.keyboard.type('改');
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue(before);
  await expect(field(page, '/faq/2')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(field(page, '/faq/2')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(field(page, '/faq/2')).toBeVisible();
  await page.keyboard.press('Control+z');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the form with everything open has no serious accessibility violations (${theme})`, async () => {
    test.setTimeout(150_000);
    const { page } = running;
    await page.evaluate((chosen) => window.app.request('settings.set', { theme: chosen }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await openForm(page, 'Knife Skills');
    for (const pointer of ['/timetable/0', '/timetable/0/slots/0', '/faq/0', '/faq/0/links/0']) {
      await openRow(page, pointer);
    }
    // Colours in the middle of a transition have no contrast to speak of.
    await page.waitForTimeout(300);
    const found: Record<string, readonly string[]> = { form: await violations(page) };
    await field(page, '/related_guides').getByRole('button', { name: 'ガイドを追加' }).click();
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await page.waitForTimeout(300);
    found['picker'] = await violations(page);
    await page.keyboard.press('Escape');
    await openForm(page, 'Weekend Bread');
    found['broken'] = await violations(page);
    expect(found).toEqual({ form: [], picker: [], broken: [] });
  });
}
