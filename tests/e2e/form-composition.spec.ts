import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import {
  activeOption,
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
import { composingKey } from './window.ts';

let folder: string;
let running: RunningApp;
let client: CDPSession;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
  client = await running.page.context().newCDPSession(running.page);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Keys that mean something to a widget, and everything to an input method. */
const keys = ['Enter', 'Tab', ' ', 'Backspace', 'ArrowDown', 'ArrowUp', 'Escape'];

/** Composes in the control that has the focus, pressing every key of an input method on the way. */
async function composeWithKeys(page: Page, control: Locator, candidate: string): Promise<void> {
  // The browser tells its input method of a newly focused control with a frame, which ends what is composed.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const selection = { selectionStart: candidate.length, selectionEnd: candidate.length };
  await client.send('Input.imeSetComposition', { text: candidate, ...selection });
  const shown = await control.inputValue();
  expect(shown).toContain(candidate);
  for (const key of keys) {
    await composingKey(page, key);
    await expect(control, `after ${key}`).toBeFocused();
    await expect(control, `after ${key}`).toHaveValue(shown);
  }
}

/** Ends the composition as an input method does. */
async function commit(text: string): Promise<void> {
  await client.send('Input.insertText', { text });
}

interface Place {
  readonly widget: string;
  readonly guide: GuideName;
  /** Brings the caret into the control. */
  readonly reach: (page: Page) => Promise<Locator>;
  readonly candidate: string;
  readonly text: string;
  /** The piece of the file that changes, and what it becomes. */
  readonly from: string;
  readonly to: string;
  /** What the writer does after the composition so that it counts. */
  readonly after?: (page: Page) => Promise<void>;
}

/** The text control of a field with the caret at its end. */
const textOf = (pointer: string) => async (page: Page) => {
  const control = field(page, pointer).getByRole('textbox');
  await caretAtEnd(control);
  return control;
};

const places: readonly Place[] = [
  {
    widget: 'text',
    guide: 'Knife Skills',
    reach: textOf('/title'),
    candidate: 'てほん',
    text: '手本',
    from: '切って、片づける",',
    to: '切って、片づける手本",',
  },
  {
    widget: 'long text',
    guide: 'Knife Skills',
    reach: textOf('/summary'),
    candidate: 'まいとし',
    text: '毎年',
    from: '薄切りの音が変わります。"',
    to: '薄切りの音が変わります。毎年"',
  },
  {
    widget: 'number',
    guide: 'Knife Skills',
    async reach(page) {
      const control = field(page, '/capacity').getByRole('spinbutton');
      await control.click();
      await page.keyboard.press('Control+a');
      return control;
    },
    candidate: '１',
    text: '１２',
    from: '"capacity": 8',
    to: '"capacity": 12',
  },
  {
    widget: 'address',
    guide: 'Knife Skills',
    reach: textOf('/author/profile_url'),
    candidate: 'さかい',
    text: '堺',
    from: 'teachers/sakai"',
    to: 'teachers/sakai堺"',
  },
  {
    widget: 'chips',
    guide: 'Knife Skills',
    async reach(page) {
      const control = field(page, '/tags').getByRole('combobox');
      await control.click();
      return control;
    },
    candidate: 'はもの',
    text: '刃物',
    from: '["包丁", "和食"]',
    to: '["包丁", "和食", "刃物"]',
    after: (page) => page.keyboard.press('Enter'),
  },
  {
    widget: 'search of a picker',
    guide: 'Knife Skills',
    async reach(page) {
      await field(page, '/related_guides').getByRole('button', { name: 'ガイドを追加' }).click();
      const control = page.getByRole('dialog').getByRole('combobox');
      await expect(control).toBeFocused();
      return control;
    },
    candidate: 'みそ',
    text: '味噌',
    from: '"new_year_dishes"\n  ]',
    to: '"new_year_dishes",\n    "miso_making"\n  ]',
    async after(page) {
      await expect(activeOption(page)).toContainText('Miso Making');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    widget: 'text in a list of groups',
    guide: 'Knife Skills',
    async reach(page) {
      await field(page, '/faq/1').locator('.objname').first().click();
      return textOf('/faq/1/answer')(page);
    },
    candidate: 'ほか',
    text: '他',
    from: '左用の手本も用意しています。"',
    to: '左用の手本も用意しています。他"',
  },
  {
    widget: 'chip that is rewritten',
    guide: 'New Year Dishes',
    async reach(page) {
      await field(page, '/tags').getByRole('listitem', { name: 'だし' }).dblclick();
      const control = field(page, '/tags').getByRole('textbox');
      await expect(control).toBeFocused();
      await page.keyboard.press('End');
      return control;
    },
    candidate: 'とり',
    text: '取り',
    from: '"だし"]',
    to: '"だし取り"]',
    after: (page) => page.keyboard.press('Enter'),
  },
  {
    widget: 'text that may be null',
    guide: 'Miso Making',
    reach: textOf('/note'),
    candidate: 'こうじ',
    text: '麹',
    from: '空けておくこと。"',
    to: '空けておくこと。麹"',
  },
  {
    widget: 'text of one form of a value',
    guide: 'Miso Making',
    reach: textOf('/video/path'),
    candidate: 'みそ',
    text: '味噌',
    from: 'miso_making.mp4"',
    to: 'miso_making.mp4味噌"',
  },
  {
    widget: 'search of a choice',
    guide: 'Miso Making',
    async reach(page) {
      await field(page, '/season').getByRole('button', { name: /^季節/ }).click();
      const control = page.getByRole('dialog').getByRole('combobox');
      await expect(control).toBeFocused();
      return control;
    },
    candidate: 'なつ',
    text: '夏',
    from: '"season": "winter"',
    to: '"season": "summer"',
    after: (page) => page.keyboard.press('Enter'),
  },
  {
    widget: 'raw JSON',
    guide: 'Miso Making',
    async reach(page) {
      const control = field(page, '/oven_temperatures').getByRole('textbox');
      await control.fill('[""]');
      await control.press('ArrowLeft');
      await control.press('ArrowLeft');
      return control;
    },
    candidate: 'よねつ',
    text: '余熱',
    from: '"oven_temperatures": []',
    to: '"oven_temperatures": [\r\n    "余熱"\r\n  ]',
    after: (page) => page.keyboard.press('Control+Enter'),
  },
  {
    widget: 'name of a new field',
    guide: 'Miso Making',
    async reach(page) {
      const others = page.getByRole('region', { name: 'その他の項目' });
      await others.getByRole('button', { name: '追加', exact: true }).click();
      const control = page.getByRole('dialog').getByLabel('項目の名前');
      await expect(control).toBeFocused();
      return control;
    },
    candidate: 'きかん',
    text: '期間',
    from: '空けておくこと。麹"\r\n}',
    to: '空けておくこと。麹",\r\n  "期間": ""\r\n}',
    after: (page) => page.keyboard.press('Enter'),
  },
];

for (const { widget, guide, reach, candidate, text, from, to, after } of places) {
  test(`[P9] ${widget}: no key of a composition commits, moves, completes or closes`, async () => {
    const { page } = running;
    const expected = swap(fileText(folder, guide), from, to);
    await openForm(page, guide);
    const control = await reach(page);
    await composeWithKeys(page, control, candidate);
    // Nothing of what is being composed is in the guide yet.
    await expect(unsavedTab(page)).toHaveCount(0);
    await commit(text);
    await expect(control).toHaveValue(new RegExp(text));
    await after?.(page);
    await expectSaved(page, folder, guide, expected);
  });
}

test('[P9] keys of a composition neither move a chip nor open a row', async () => {
  const { page } = running;
  await openForm(page, 'Dashi Basics');
  const chips = field(page, '/tags').getByRole('listitem');
  const before = await chips.allTextContents();
  await field(page, '/tags').getByRole('combobox').click();
  await page.keyboard.press('Backspace');
  for (const key of ['Enter', 'Backspace', 'Delete']) await composingKey(page, key);
  expect(await chips.allTextContents()).toEqual(before);
  const row = field(page, '/faq/0').locator('.objname').first();
  await row.focus();
  for (const key of ['ArrowRight', 'ArrowDown']) await composingKey(page, key);
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute('aria-expanded', 'false');
});
