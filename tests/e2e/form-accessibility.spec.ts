import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { copyEveryField, field, openForm, openRow } from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the form with everything open has no serious accessibility violations (${theme})`, async () => {
    test.setTimeout(150_000);
    const { page } = running;
    await page.evaluate((chosen) => window.app.request('settings.set', { theme: chosen }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await openForm(page, 'Knife Skills');
    for (const pointer of ['/timetable/0', '/timetable/0/slots/0', '/faq/0', '/faq/0/links/0']) {
      await openRow(page, pointer);
    }
    // Colours in the middle of a transition have no contrast to speak of.
    await page.waitForTimeout(300);
    const found: Record<string, readonly string[]> = { form: await violations(page) };
    await field(page, '/related_guides').getByRole('button', { name: 'ガイドを追加' }).click();
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await page.waitForTimeout(300);
    found['picker'] = await violations(page);
    await page.keyboard.press('Escape');
    await openForm(page, 'Weekend Bread');
    found['broken'] = await violations(page);
    expect(found).toEqual({ form: [], picker: [], broken: [] });
  });
}
