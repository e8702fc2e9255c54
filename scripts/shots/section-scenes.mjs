/** @param {import('@playwright/test').Page} page @param {string} name */
async function open(page, name) {
  await page
    .getByRole('listbox')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();
  await page.waitForTimeout(900);
}

/** @param {import('@playwright/test').Page} page */
async function outline(page) {
  await open(page, 'Game Programmer');
  await page.locator('.source .cm-line', { hasText: '2️⃣' }).first().click();
  await page.keyboard.press('Control+Shift+O');
  await page.waitForTimeout(600);
}

/** @param {import('@playwright/test').Page} page */
async function folded(page) {
  await open(page, 'Cloud Engineer');
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('dialog').getByRole('combobox').fill('節をすべてたたむ');
  await page.keyboard.press('Enter');
  await page.mouse.move(290, 400);
  await page.waitForTimeout(600);
}

/** @param {import('@playwright/test').Page} page */
async function focusMode(page) {
  await open(page, 'Game Programmer');
  await page.locator('.source .cm-line').nth(8).click();
  await page.keyboard.press('F9');
  await page.waitForTimeout(600);
}

/** Outline, folded sections and focus mode. @type {readonly import('./scenes.mjs').Scene[]} */
export const sectionScenes = [
  { name: 'outline', act: outline },
  { name: 'outline-dark', theme: 'dark', size: [1280, 800], act: outline },
  { name: 'outline-1920', size: [1920, 1080], act: outline },
  { name: 'folded', size: [1280, 800], act: folded },
  { name: 'folded-dark', theme: 'dark', size: [1920, 1080], act: folded },
  { name: 'focus-mode', size: [1280, 800], act: focusMode },
  { name: 'focus-mode-dark', theme: 'dark', size: [1920, 1080], act: focusMode },
];
