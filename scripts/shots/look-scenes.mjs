/** @param {import('@playwright/test').Page} page @param {string} name */
async function openGuide(page, name) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(name) })
    .click();
  await page.waitForTimeout(1500);
}

/**
 * The preview of a guide, as wide and as dark as a button each says.
 * @param {string} name
 * @param {readonly string[]} buttons
 * @param {string} [heading] that the page is scrolled to
 */
const preview =
  (name, buttons, heading) => async (/** @type {import('@playwright/test').Page} */ page) => {
    // The driver would answer for the reader's preference, in the page as well.
    await page.emulateMedia({ colorScheme: null });
    await openGuide(page, name);
    for (const label of buttons) await page.getByRole('button', { name: label }).click();
    await page.waitForTimeout(800);
    if (heading === undefined) return;
    const place = page.frameLocator('.previewpane iframe').getByRole('heading', { name: heading });
    // The wheel, as a reader does: what the page does by itself follows the manuscript back to its place.
    await place.hover();
    await page.mouse.wheel(0, 1);
    await page.waitForTimeout(300);
    await place.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(600);
  };

/** @type {import('./scenes.mjs').Scene[]} */
export const lookScenes = [
  { name: 'template-phone', folder: 'site-look', act: preview('看護師', []) },
  { name: 'template-phone-table', folder: 'site-look', act: preview('看護師', [], '病棟ごと') },
  { name: 'template-tablet', folder: 'site-look', act: preview('看護師', ['タブレット']) },
  {
    name: 'template-desktop-dark',
    folder: 'site-look',
    theme: 'dark',
    act: preview('看護師', ['PC', '暗い表示のページ']),
  },
  { name: 'page-tablet-dark', act: preview('Cloud Engineer', ['タブレット', '暗い表示のページ']) },
  { name: 'page-marks', act: preview('Game Programmer', ['タブレット']) },
  { name: 'page-marks-dark', theme: 'dark', act: preview('Embedded Engineer', []) },
  { name: 'page-phone-dark', act: preview('Cloud Engineer', ['暗い表示のページ']) },
];
