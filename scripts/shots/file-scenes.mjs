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

/** Pictures of saving, moving and taking back.
 * @type {readonly Scene[]} */
export const fileScenes = [
  { name: 'settings-saving', act: saving(/手を休めたとき/) },
  { name: 'settings-saving-en', locale: 'en', theme: 'dark', act: saving(/When you rest/) },
];
