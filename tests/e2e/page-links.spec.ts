import { expect, test } from '@playwright/test';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, removeFolder } from './launch.ts';
import { manuscript, openFromList, previewPage } from './window.ts';

test('[P4] [T39] findings are marked in the page; a link of the page leads by click and by Enter, a note to its definition, a dead link to its source', async () => {
  const folder = copySample();
  const add = (guide: string, text: string) => {
    const path = join(folder, `guides/${guide}.md`);
    appendFileSync(path, text);
    giveToApp(path);
  };
  add('nurse', `\n## 行き先の見出し\n\n着いた\n`);
  add(
    'cloud_engineer',
    '\n[無い先](/guides/nowhere)と注[^注]と\n[案内](/guides/nurse#行き先の見出し)\n\n[^注]: 注の説明\n\n終わり\n',
  );
  const running = await launch(folder);
  const { page } = running;
  const line = manuscript(page).locator('.cm-activeLine');
  await openFromList(page, 'Cloud Engineer');

  const shown = previewPage(page);
  const deadLink = shown.getByRole('link', { name: '無い先' });
  await expect(deadLink).toHaveAttribute('data-finding', /error|warning/);
  await expect(deadLink).toHaveAccessibleDescription(/nowhere/);
  await expect(shown.getByRole('link', { name: '案内' })).not.toHaveAttribute('data-finding');
  await shown.getByText('注の説明').click();
  await expect(line).toHaveText('[^注]: 注の説明');
  await deadLink.focus();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('無い先');
  await expect(manuscript(page)).toBeFocused();
  await line.getByText('nowhere').dblclick();
  await page.keyboard.type('nurse');
  await expect(deadLink).not.toHaveAttribute('data-finding');
  await shown.getByRole('link', { name: '案内' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Nurse/, selected: true })).toBeVisible();
  await expect(line).toHaveText('## 行き先の見出し');
  await expect(shown.getByRole('heading', { name: '行き先の見出し' })).toBeInViewport();

  await running.close();
  removeFolder(folder);
});
