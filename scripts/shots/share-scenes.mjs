/**
 * A guide as search engines show it.
 * @param {string} name
 * @param {import('@playwright/test').Page} page
 * @param {RegExp} [tab] what is chosen over the preview
 */
async function searchResults(name, page, tab = /^(?:検索結果|Search result)$/) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: tab }).click();
  await page.waitForTimeout(900);
}

/**
 * A title and a description that are too long, and the form that they come from.
 * @param {import('@playwright/test').Page} page
 */
async function cutResult(page) {
  await searchResults('Nurse', page);
  await page.keyboard.press('Control+2');
  const title = page.locator('[data-pointer="/title"] :is(input, textarea)').first();
  await title.fill('命と暮らしのそばで支える仕事を選ぶ人のために');
  const description = page.locator('[data-pointer="/meta_description"] :is(input, textarea)');
  await description.first().press('End');
  await description.first().press('Control+End');
  await page.keyboard.type('夜勤のある暮らしの整え方も、先輩たちの話から学びます。');
  await page.keyboard.press('Control+1');
  await page.locator('.source .cm-line', { hasText: '完全ガイド] Nurse' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('を選ぶ人のために');
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(900);
}

/** Pictures of the guide as others see it: search results and cards. @type {readonly import('./scenes.mjs').Scene[]} */
export const shareScenes = [
  { name: 'search-result', act: (page) => searchResults('Cloud Engineer', page) },
  { name: 'social-card', act: (page) => searchResults('Cloud Engineer', page, /^SNS$/) },
  {
    name: 'social-card-dark',
    theme: 'dark',
    act: (page) => searchResults('Nurse', page, /^SNS$/),
  },
  { name: 'search-result-dark', theme: 'dark', act: cutResult },
  {
    name: 'search-result-1280',
    size: [1280, 800],
    locale: 'en',
    act: (page) => searchResults('Game Programmer', page),
  },
];
