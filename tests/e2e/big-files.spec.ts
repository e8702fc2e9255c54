import { expect, test } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, makeFolder, removeFolder } from './launch.ts';
import { manuscript, openFromList, previewPage } from './window.ts';

const typed = 'abcdefghijklmnopqrst';

/** A guide of at least `bytes` bytes whose chapters repeat those of a sample guide. */
function guideOf(bytes: number): string {
  const sample = readFileSync(
    join(import.meta.dirname, '../../content/guides/data_analyst.md'),
    'utf8',
  );
  const start = sample.indexOf('\n## ');
  const chapters = sample.slice(start);
  const times = Math.ceil((bytes - Buffer.byteLength(sample)) / Buffer.byteLength(chapters));
  return sample + chapters.repeat(Math.max(0, times));
}

for (const [name, bytes] of [
  ['36 KB', 36 * 1024],
  ['1 MB', 1024 * 1024],
] as const) {
  test(`[P1] [P4] a guide of ${name} is typed in, previewed and saved to the byte`, async () => {
    const folder = copySample();
    const path = join(folder, 'guides/data_analyst.md');
    const before = guideOf(bytes);
    expect(Buffer.byteLength(before)).toBeGreaterThanOrEqual(bytes);
    writeFileSync(path, before);
    giveToApp(path);
    const { page, close } = await launch(folder);
    await openFromList(page, 'Data Analyst');
    const chapter = previewPage(page).locator('h2').first();
    await expect(chapter).toContainText('Data Analystとは', { timeout: 30_000 });

    const line = manuscript(page).locator('.cm-line', { hasText: 'Data Analystとは' }).first();
    await line.click();
    await page.keyboard.press('End');
    await page.keyboard.type(typed);
    await expect(line).toContainText(`Data Analystとは${typed}`);
    await expect(chapter).toContainText(typed, { timeout: 30_000 });

    await page.keyboard.press('Control+End');
    await page.keyboard.type(`\nおわり${typed}`);
    await expect(manuscript(page)).toContainText(`おわり${typed}`);
    await page.keyboard.press('Control+s');
    const after = before.replace('Data Analystとは', `Data Analystとは${typed}`);
    await expect
      .poll(() => readFileSync(path, 'utf8') === `${after}\nおわり${typed}`, { timeout: 30_000 })
      .toBe(true);
    const end = previewPage(page).getByText(`おわり${typed}`);
    await expect(end).toBeAttached({ timeout: 30_000 });
    await close();
    removeFolder(folder);
  });
}

test('[F17] a file over 20 MB and a binary one open for reading: the window says so, and the text is scrolled', async () => {
  const folder = makeFolder('large');
  const line = `${'とても長い文章です。'.repeat(30)}\n`;
  const times = Math.ceil((21 * 1024 * 1024) / Buffer.byteLength(line));
  writeFileSync(join(folder, 'large.md'), `# Large\n\n${line.repeat(times)}さいごの行`);
  writeFileSync(
    join(folder, 'binary.md'),
    Buffer.from('# Binary\n\n\0\u0001\0\u0002'.repeat(9), 'latin1'),
  );
  giveToApp(folder);
  const { page, close } = await launch(folder);
  for (const name of ['large', 'binary']) {
    await page.getByRole('option', { name: new RegExp(name, 'i') }).click();
    await expect(
      page.getByRole('tab', { name: new RegExp(name, 'i'), selected: true }),
    ).toBeVisible();
    await expect(manuscript(page)).toHaveAttribute('aria-readonly', 'true');
    await expect(page.locator('.banner')).toBeVisible();
  }
  await page.getByRole('tab', { name: /large/i }).click();
  await manuscript(page).focus();
  await page.keyboard.press('Control+End');
  await expect(manuscript(page)).not.toContainText('# Large');
  await page.keyboard.type('書けない');
  await page.keyboard.press('Control+Home');
  await expect(manuscript(page)).toContainText('# Large');
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  await close();
  removeFolder(folder);
});

const guides = 10_000;

test('a folder of 10,000 guides is listed, filtered and gone through to its end', async () => {
  test.setTimeout(180_000);
  const folder = makeFolder('many');
  mkdirSync(join(folder, 'guides'));
  for (let index = 0; index < guides; index += 1) {
    const id = String(index).padStart(5, '0');
    const details = `{ "slug": "guide_${id}", "title": "案内${id}", "tags": ["束${index % 100}"] }`;
    writeFileSync(
      join(folder, `guides/guide_${id}.md`),
      `---json\n${details}\n---\n# Guide ${id}\n\n本文\n`,
    );
  }
  giveToApp(folder);
  const { page, close } = await launch(folder);
  const rows = page.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toContainText('Guide 00000');
  await expect(page.getByTestId('guide-count')).toHaveText('10,000', { timeout: 90_000 });
  expect(await rows.count()).toBeLessThan(60);
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(guides));

  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: /^Guide 09999/ })).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Guide 09999/, selected: true })).toBeVisible();
  await expect(manuscript(page)).toContainText('# Guide 09999');

  const filter = page.getByRole('searchbox');
  await filter.fill('案内04321');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Guide 04321');
  await filter.fill('束７');
  await expect(page.getByTestId('guide-count')).toHaveText('1,100 / 10,000');
  await filter.fill('');
  await expect(page.getByTestId('guide-count')).toHaveText('10,000');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('option', { name: /^Guide 00000/ })).toBeVisible();
  await close();
  removeFolder(folder);
});
