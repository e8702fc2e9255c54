/** Outline, a table under the caret and a search over the folder, together. @param {import('@playwright/test').Page} page */
async function write(page) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Cloud Engineer/ })
    .click();
  await page.waitForTimeout(900);
  await page.keyboard.press('Control+Shift+O');
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'すべてのガイドから探す' }).fill('構成のコード化');
  await page.waitForTimeout(900);
  // The first place that is found stands in a table.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  await page.keyboard.press('Tab');
  await page.waitForTimeout(600);
}

/** @param {import('@playwright/test').Page} page */
async function complete(page) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Data Analyst/ })
    .click();
  await page.waitForTimeout(900);
  await page.locator('.source .cm-line', { hasText: 'Data Analystとは' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[clo', { delay: 60 });
  await page.waitForTimeout(700);
}

/** @type {readonly import('./scenes.mjs').Scene['size'][]} */
const sizes = [
  [1280, 800],
  [1920, 1080],
];

/** The editor with what writers use most, at both widths in both themes. @type {readonly import('./scenes.mjs').Scene[]} */
export const writingScenes = sizes.flatMap((size) =>
  /** @type {const} */ (['light', 'dark']).flatMap((theme) => [
    { name: `writing-${theme}-${size?.[0]}`, theme, size, act: write },
    { name: `proposals-${theme}-${size?.[0]}`, theme, size, act: complete },
  ]),
);
