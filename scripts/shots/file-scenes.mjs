/** @typedef {import('./scenes.mjs').Scene} Scene */

/**
 * Chooses in the settings that guides save themselves after a rest.
 * @param {RegExp} choice
 * @returns {NonNullable<Scene['act']>}
 */
const saving = (choice) => async (page) => {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: choice }).click();
};

/**
 * Opens the dialog that moves the guide in front to another folder.
 * @param {string} [typed] name of a new folder
 * @returns {NonNullable<Scene['act']>}
 */
const moving = (typed) => async (page) => {
  await page.locator('[role="listbox"] [role="option"]').nth(2).click();
  await page.keyboard.press('Control+Shift+P');
  await page
    .getByRole('combobox')
    .fill(typed === undefined ? 'フォルダーに移す' : 'another folder');
  await page.keyboard.press('Enter');
  if (typed !== undefined) await page.getByRole('dialog').getByRole('textbox').fill(typed);
  await page.waitForTimeout(400);
};

/** @type {NonNullable<Scene['act']>} */
async function moved(page) {
  await moving()(page, '');
  await page.getByRole('dialog').getByRole('textbox').fill('guides/データと分析の仕事');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(900);
}

/** Pictures of saving, moving and taking back.
 * @type {readonly Scene[]} */
export const fileScenes = [
  { name: 'settings-saving', act: saving(/手を休めたとき/) },
  { name: 'settings-saving-en', locale: 'en', theme: 'dark', act: saving(/When you rest/) },
  { name: 'move', act: moving() },
  { name: 'move-en-dark', locale: 'en', theme: 'dark', act: moving('guides/data: and more') },
  { name: 'moved', act: moved },
  { name: 'moved-dark', theme: 'dark', act: moved },
];
