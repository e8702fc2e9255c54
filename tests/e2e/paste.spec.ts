import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { hostileHtml } from './hostile-vectors.ts';
import { marksLeft } from './sentinel.ts';
import { caretAfterLine, manuscript, openFromList } from './window.ts';

/** Some HTML goes on until its end is seen; here it is. */
const ends = '</script></style></textarea></xmp></select></template></object></svg></math>-->]]>';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Pastes into the manuscript as the browser does, from data by type and one file. */
async function paste(data: Record<string, string>, png?: string): Promise<void> {
  await manuscript(running.page).evaluate(
    (target, [texts, file]) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
      if (file !== undefined) {
        const bytes = Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
        clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      }
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [data, png] as const,
  );
}

test('[T10] [T14] hostile HTML is pasted as text, a list of Word as a list', async () => {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await paste({
    'text/html': `${hostileHtml.map((one) => `<div>${one}${ends}</div>`).join('')}<p>終わりの印</p>`,
    'text/plain': 'x',
  });
  await expect(manuscript(page)).toContainText('終わりの印');
  expect(await marksLeft(page)).toEqual([]);
  await page.keyboard.press('Control+Z');
  await expect(manuscript(page)).not.toContainText('終わりの印');
  const word = readFileSync('tests/fixtures/paste/word-365-ja.html', 'utf8');
  await caretAfterLine(page, 'Data Analystとは');
  await paste({ 'text/html': word, 'text/plain': '看護師の仕事' });
  await expect(manuscript(page)).toContainText('*   体温と血圧を*毎朝*測る');
});

test('[F52] an image is pasted: on disk, described, linked and saved', async () => {
  const { page } = running;
  const guide = join(folder, 'guides/data_analyst.md');
  const png = readFileSync(join(folder, 'static/img/nurse.png'));
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await paste({}, png.toString('base64'));
  const dialog = page.getByRole('dialog', { name: '画像を入れる' });
  await expect(dialog).toBeVisible();
  await page.waitForTimeout(400);
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-light.png` });
  await page.keyboard.type('病棟の様子');
  if (process.env.SHOT) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${process.env.SHOT}-dark.png` });
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(guide, 'utf8'))
    .toContain('![病棟の様子](/static/img/data_analyst_1.png)');
  expect(readFileSync(join(folder, 'static/img/data_analyst_1.png'))).toEqual(png);
});

test('the system’s clipboard is pasted with its formatting, or by command without', async () => {
  const { page } = running;
  await caretAfterLine(page, 'Data Analystとは');
  // Versions of Electron differ in how a program fills the clipboard; a page does it the same way in all.
  await page.evaluate(() => {
    const fill = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', 'とても大切');
      event.clipboardData?.setData('text/html', '<p>とても<b>大切</b></p>');
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('copy', fill, { capture: true, once: true });
  });
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+V');
  await expect(manuscript(page)).toContainText('とても**大切**');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Shift+V');
  await expect(manuscript(page)).toContainText('とても大切');
});
