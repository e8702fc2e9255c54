import { fileScenes } from './file-scenes.mjs';
import { historyScenes } from './history-scenes.mjs';
import { lookScenes } from './look-scenes.mjs';
import { mergeScenes } from './merge-scenes.mjs';
import { sectionScenes } from './section-scenes.mjs';
import { shareScenes } from './share-scenes.mjs';
import { writingScenes } from './writing-scenes.mjs';

/**
 * One picture: what to do in the window before it is taken.
 * @typedef {object} Scene
 * @property {string} name file name without ending
 * @property {'light' | 'dark'} [theme] light unless given
 * @property {'ja' | 'en'} [locale] Japanese unless given
 * @property {readonly [number, number]} [size] of the window; 1440 x 900 unless given
 * @property {'sample' | 'every-field' | 'site-look'} [folder] the sample unless given
 * @property {boolean} [withoutFolder] starts at the first page
 * @property {boolean} [exported] the sample was exported before, and has changed since
 * @property {(page: import('@playwright/test').Page, folder: string) => Promise<void>} [act] `folder` is what the window shows
 */

/** @param {import('@playwright/test').Page} page @param {string} name */
async function openGuide(page, name) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();
  await page.waitForTimeout(900);
}

/** @param {string} name */
const open = (name) => (/** @type {import('@playwright/test').Page} */ page) =>
  openGuide(page, name);

/** @param {string} name */
const form = (name) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await openGuide(page, name);
  await page.keyboard.press('Control+2');
  await page.waitForTimeout(600);
};

/**
 * The form of a guide, scrolled to one of its fields; the list in it gets one of its rows opened.
 * @param {string} name
 * @param {string} pointer
 * @param {number} [row] from 0
 */
const formAt =
  (name, pointer, row) => async (/** @type {import('@playwright/test').Page} */ page) => {
    await form(name)(page);
    const field = page.locator(`[data-pointer="${pointer}"]`).first();
    await field.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    if (row !== undefined) await field.locator('.objname').nth(row).click();
    await page.waitForTimeout(400);
  };

/** @param {import('@playwright/test').Page} page */
async function openDefinitions(page) {
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('dialog').getByRole('combobox').fill('項目の定義');
  await page.keyboard.press('Enter');
  const fields = page.getByRole('listbox', { name: '読み取った項目' });
  await fields.getByRole('option').first().waitFor();
  // The trial of the definitions comes after the fields.
  await page.waitForTimeout(1500);
}

/** @param {string} key */
const press = (key) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.keyboard.press(key);
  await page.waitForTimeout(600);
};

/**
 * The menu of a guide in the list, with one of its entries chosen where it is given.
 * @param {string} name
 * @param {string} [entry]
 */
const fileMenu = (name, entry) => async (/** @type {import('@playwright/test').Page} */ page) => {
  const row = page.getByRole('listbox').getByRole('option', { name: new RegExp(`^${name}`) });
  await row.click({ button: 'right' });
  if (entry !== undefined) await page.getByRole('menuitem', { name: entry }).click();
  await page.waitForTimeout(600);
};

/** @param {import('@playwright/test').Page} page */
async function renameFile(page) {
  await openGuide(page, 'Cloud Engineer');
  await page.keyboard.press('F2');
  await page.keyboard.type('cloud_platform_engineer');
  await page.waitForTimeout(600);
}

/** @param {import('@playwright/test').Page} page */
async function newGuideFrom(page) {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /今あるガイドから/ }).click();
  await dialog.getByRole('combobox', { name: '章立てを写すガイド' }).fill('e');
  await dialog.getByLabel(/英字/).fill('Midwife');
  await dialog.getByLabel(/^タイトル/).fill('止まらない基盤を育てる仕事場');
  await page.waitForTimeout(600);
}

/**
 * A cell of a table selected, and the palette with what can be done to it.
 * @param {import('@playwright/test').Page} page
 */
async function inTable(page) {
  await openGuide(page, 'Nurse');
  const line = page.locator('.source .cm-line', { hasText: '観察と判断' }).first();
  await page.keyboard.press('Control+1');
  await page.locator('.source .cm-content').focus();
  for (let turn = 0; turn < 40 && (await line.count()) === 0; turn += 1) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(50);
  }
  await line.click({ position: { x: 30, y: 8 } });
  await page.keyboard.press('Tab');
}

/** The fixed set of pictures, in order. @type {readonly Scene[]} */
export const scenes = [
  { name: 'main', act: open('Game Programmer') },
  { name: 'main-dark', theme: 'dark', act: open('Game Programmer') },
  { name: 'main-1280', size: [1280, 800], act: open('Embedded Engineer') },
  { name: 'main-1920', size: [1920, 1080], act: open('Cloud Engineer') },
  { name: 'main-en', locale: 'en', act: open('Game Programmer') },
  { name: 'form', act: form('Game Programmer') },
  { name: 'form-dark', theme: 'dark', act: form('Embedded Engineer') },
  { name: 'form-1280', size: [1280, 800], act: form('Embedded Engineer') },
  {
    name: 'form-long',
    folder: 'every-field',
    act: formAt('Dashi Basics', '/faq', 0),
  },
  {
    name: 'form-long-dark',
    folder: 'every-field',
    theme: 'dark',
    act: formAt('Dashi Basics', '/faq', 0),
  },
  {
    name: 'form-nested',
    folder: 'every-field',
    act: formAt('Knife Skills', '/timetable', 0),
  },
  {
    name: 'form-nested-dark',
    folder: 'every-field',
    theme: 'dark',
    act: formAt('Knife Skills', '/timetable', 0),
  },
  { name: 'form-broken', folder: 'every-field', act: form('Weekend Bread') },
  { name: 'form-broken-dark', folder: 'every-field', theme: 'dark', act: form('Weekend Bread') },
  { name: 'form-1920', folder: 'every-field', size: [1920, 1080], act: form('Knife Skills') },
  { name: 'field-definitions', act: openDefinitions },
  { name: 'field-definitions-dark', theme: 'dark', act: openDefinitions },
  {
    name: 'field-definitions-file',
    folder: 'every-field',
    async act(page) {
      await openDefinitions(page);
      await page.getByRole('button', { name: '読み取った案' }).click();
      await page.getByRole('button', { name: '定義のファイル' }).click();
      await page.waitForTimeout(1500);
    },
  },
  { name: 'table', act: inTable },
  {
    name: 'table-dark',
    theme: 'dark',
    act: async (page) => {
      await inTable(page);
      await page.keyboard.press('Control+Shift+P');
      await page.getByRole('dialog').getByRole('combobox').fill('表');
      await page.waitForTimeout(300);
    },
  },
  { name: 'palette', act: press('Control+p') },
  { name: 'new-guide', act: press('Control+n') },
  { name: 'new-guide-from', theme: 'dark', act: newGuideFrom },
  { name: 'new-guide-en', locale: 'en', size: [1280, 800], act: press('Control+n') },
  { name: 'rename', act: renameFile },
  { name: 'rename-dark', theme: 'dark', act: renameFile },
  { name: 'duplicate', act: fileMenu('Cloud Engineer', '複製…') },
  { name: 'duplicate-dark', theme: 'dark', act: fileMenu('Cloud Engineer', '複製…') },
  { name: 'trash', act: fileMenu('Cloud Engineer', 'ごみ箱に移す') },
  { name: 'trash-dark', theme: 'dark', act: fileMenu('Cloud Engineer', 'ごみ箱に移す') },
  { name: 'guide-menu', act: fileMenu('Data Analyst') },
  { name: 'guide-menu-dark', theme: 'dark', act: fileMenu('Data Analyst') },
  { name: 'settings', act: press('Control+,') },
  {
    name: 'export',
    exported: true,
    async act(page) {
      await page.keyboard.press('Control+Shift+E');
      await page.getByRole('button', { name: /書き出し先を選ぶ/ }).click();
      await page.locator('.cover').getByText('Data Analyst').first().click();
      await page.waitForTimeout(1500);
    },
  },
  ...mergeScenes,
  ...sectionScenes,
  ...writingScenes,
  ...lookScenes,
  ...historyScenes,
  ...fileScenes,
  ...shareScenes,
  { name: 'welcome', withoutFolder: true },
  { name: 'welcome-dark', withoutFolder: true, theme: 'dark' },
  {
    name: 'finding-card',
    async act(page) {
      await openGuide(page, 'Game Programmer');
      await page.locator('.sq-warning', { hasText: '手ざわり' }).click();
      await page.keyboard.press('Control+.');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'preview-desktop',
    async act(page) {
      await openGuide(page, 'Nurse');
      await page.keyboard.press('Control+Shift+M');
      await page.waitForTimeout(900);
    },
  },
  ...searchScene('search-light', 'light', 'ja', [1280, 800]),
  ...searchScene('search-dark', 'dark', 'ja', [1920, 1080]),
  ...searchScene('search-english', 'light', 'en', [1920, 1080]),
  ...searchScene('search-dark-small', 'dark', 'en', [1280, 800]),
  {
    name: 'completion',
    async act(page) {
      await openGuide(page, 'Nurse');
      await page.locator('.cm-line', { hasText: '完全ガイド] Nurse' }).click();
      await page.keyboard.press('End');
      await page.keyboard.type('\n\n[エンジニア](en');
      await page.waitForTimeout(700);
      // Nothing unsaved keeps the window from closing.
      await page.keyboard.press('Control+s');
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'completion-dark',
    theme: 'dark',
    async act(page) {
      await openGuide(page, 'Nurse');
      await page.getByRole('button', { name: '記事情報を原稿の中で開く' }).click();
      await page.locator('.cm-line', { hasText: '"医療"' }).click();
      await page.keyboard.press('Home');
      await page.keyboard.type('"');
      await page.waitForTimeout(700);
      await page.keyboard.press('Control+s');
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'link-card',
    async act(page) {
      await openGuide(page, 'Nurse');
      await page.locator('.cm-line', { hasText: '完全ガイド] Nurse' }).click();
      await page.keyboard.press('End');
      await page.keyboard.type('\n\n[理学療法士](/guides/physical_therapist/) ');
      await page.keyboard.press('Control+s');
      await page.keyboard.press('Shift+F12');
      await page.locator('.cm-line .tok-link', { hasText: 'guides/physical' }).first().hover();
      await page.waitForTimeout(900);
    },
  },
  {
    name: 'link-card-dark',
    theme: 'dark',
    async act(page) {
      await openGuide(page, 'Nurse');
      await page.locator('.cm-line', { hasText: 'nurse_hero.png' }).click();
      await page.keyboard.press('Shift+F12');
      await page.locator('.cm-line .tok-link', { hasText: 'nurse_hero' }).first().hover();
      await page.waitForTimeout(900);
    },
  },
];

/**
 * A search over the folder, and the bar that replaces in the guide.
 * @param {string} name
 * @param {'light' | 'dark'} theme
 * @param {'ja' | 'en'} locale
 * @param {readonly [number, number]} size
 * @returns {Scene[]}
 */
function searchScene(name, theme, locale, size) {
  return [
    {
      name,
      theme,
      locale,
      size,
      async act(page) {
        await openGuide(page, 'Nurse');
        await page.locator('.source .cm-content').click();
        await page.keyboard.press('Control+H');
        const fields = page.locator('.findbar input');
        await fields.first().fill('クラウド');
        await page.keyboard.press('Control+Shift+F');
        await page.locator('.searchfield input').fill('ｴﾝｼﾞﾆｱ');
        await page.waitForTimeout(900);
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(400);
      },
    },
  ];
}
