import { expect, test } from '@playwright/test';
import {
  caretAtEnd,
  changes as change,
  copyEveryField,
  drag,
  field,
  fileText,
  openForm,
  openRow,
  told,
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
const changes = (from: string, to: string, work: (page: RunningApp['page']) => Promise<void>) =>
  change(running.page, folder, 'Knife Skills', [from, to], work);

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

test('[P1] chips: dragged onto another place with the mouse', async () => {
  const tags = '["包丁", "だし", "はじめての人"]';
  await changes(tags, '["はじめての人", "包丁", "だし"]', async (page) => {
    const chips = field(page, '/tags').getByRole('listitem');
    await drag(page, chips.nth(2), chips.nth(0));
    await expect(chips.first()).toHaveText('はじめての人');
    await expect(told(page, '1件目に移しました（全3件）')).toHaveCount(1);
  });
});

test('[P1] chips: another way to write a known word is told, and gives way to it at one press', async () => {
  const tags = '["はじめての人", "包丁", "だし"]';
  await changes(tags, '["はじめての人", "包丁", "だし", "発酵"]', async (page) => {
    const chips = field(page, '/tags');
    await chips.getByRole('combobox').click();
    await page.keyboard.type('発 酵');
    await page.keyboard.press('Enter');
    await expect(chips).toContainText('「発 酵」は');
    await chips.getByRole('button', { name: '「発 酵」を「発酵」に置き換える' }).click();
    await expect(chips.getByRole('listitem').nth(3)).toHaveText('発酵');
    await expect(chips).not.toContainText('書き方違い');
  });
});

test('[P1] chips: taken from the words in use, which say how many guides use them', async () => {
  const tags = '["はじめての人", "包丁", "だし", "発酵"]';
  await changes(tags, tags.replace(']', ', "和食"]'), async (page) => {
    await field(page, '/tags')
      .getByRole('button', { name: /^よく使うタグ/ })
      .click();
    const word = page.getByRole('dialog').getByRole('option', { name: /^和食/ });
    await expect(word).toContainText(/2件/);
    await word.click();
    await expect(word).toContainText('選択済み');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
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
    await expect(told(page, '1件目に移しました（全3件）')).toHaveCount(1);
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

test('[P1] list of groups: a row is dragged onto another with the mouse, as it is written', async () => {
  const text = fileText(folder, 'Knife Skills');
  const [, first = '', second = ''] =
    /"faq": \[\n( {4}\{[^]*?\n {4}\}),\n( {4}\{[^]*?\n {4}\})\n/.exec(text) ?? [];
  await changes(`${first},\n${second}\n`, `${second},\n${first}\n`, async (page) => {
    const grip = field(page, '/faq/0').locator('.grip').first();
    await drag(page, grip, field(page, '/faq/1').locator('.objname').first());
    await expect(field(page, '/faq/0').locator('.objname').first()).toContainText('左利き');
    await expect(told(page, '2件目に移しました（全2件）')).toHaveCount(1);
  });
  await changes(`${second},\n${first}\n`, `${first},\n${second}\n`, async (page) => {
    await field(page, '/faq/1').getByRole('button', { name: '2件目の操作' }).click();
    await page.getByRole('menuitem', { name: '上へ' }).click();
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
