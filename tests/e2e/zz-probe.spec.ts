import { test } from '@playwright/test';
import { copySample, launch, removeFolder } from './launch.ts';
import { openFromList } from './window.ts';
test('probe', async () => {
  const folder = copySample();
  const { page, close } = await launch(folder);
  await openFromList(page, 'Game Programmer');
  await page.waitForTimeout(1500);
  console.log(await page.getByRole('grid').getByRole('row').allInnerTexts());
  console.log(await page.getByRole('grid').getByRole('row').evaluateAll((r) => r.map((x) => x.getAttribute('aria-label'))));
  await close();
  removeFolder(folder);
});
