/**
 * A guide that was saved twice and is written on, and its history.
 * @param {import('@playwright/test').Page} page
 */
async function history(page) {
  const option = page.getByRole('listbox').getByRole('option', { name: /^Nurse/ });
  await option.click();
  await page.waitForTimeout(600);
  await page.locator('.source .cm-line', { hasText: '完全ガイド] Nurse' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('を選ぶ人のために');
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+2');
  const title = page.locator('[data-pointer="/title"] :is(input, textarea)').first();
  await title.fill(
    '命と暮らしのそばで支える仕事を選ぶ人のための、夜勤のある暮らしと学び直しまで書いた完全ガイド',
  );
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+1');
  await page.locator('.source .cm-line', { hasText: '##' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(
    '夜勤のある暮らしの整え方も、先輩たちの話から学びます。長い一日の終わりに読み返せる、短い章を足しました。',
  );
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('dialog').getByRole('combobox').fill('履歴');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox', { name: '残っている版' }).waitFor();
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
}

/** Pictures of the history of a guide. @type {readonly import('./scenes.mjs').Scene[]} */
export const historyScenes = [
  { name: 'history', act: history },
  { name: 'history-dark', theme: 'dark', size: [1024, 720], act: history },
  {
    name: 'history-empty',
    act: async (page) => {
      const row = page.getByRole('listbox').getByRole('option', { name: /^Nurse/ });
      await row.click({ button: 'right' });
      await page.getByRole('menuitem', { name: '履歴…' }).click();
      await page.waitForTimeout(600);
    },
  },
];
