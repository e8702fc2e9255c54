import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyEveryField, expectSaved, field, fileText, openForm, swap } from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';

let folder: string;
let running: RunningApp;

test.beforeEach(async () => {
  folder = copyEveryField();
  running = await launch(folder);
  await openForm(running.page, 'Knife Skills');
});

test.afterEach(async () => {
  await running.close();
  removeFolder(folder);
});

/** A picture that the folder has under another name. */
const picture = (): Buffer => readFileSync(join(folder, 'static/img/weekend_bread.png'));

/** Saves and expects that the guide names this image, and nothing else has changed in it. */
async function expectImage(name: string): Promise<void> {
  const expected = swap(fileText(folder, 'Knife Skills'), 'img/knife_skills.png', `img/${name}`);
  await expectSaved(running.page, folder, 'Knife Skills', expected);
}

test('[P1] [F52] an image dropped on its field is on disk before the guide names it', async () => {
  const { page } = running;
  const frame = field(page, '/image').locator('.img');
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], 'sharp_knife.png', { type: 'image/png' }));
    return dropped;
  }, picture().toString('base64'));
  await frame.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(frame).toContainText('ここに置くと');
  await frame.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(frame).toContainText('sharp_knife.png');
  expect(readFileSync(join(folder, 'static/img/sharp_knife.png'))).toEqual(picture());
  await expectImage('sharp_knife.png');
});

test('[P1] [F52] an image pasted into its field gets the name of guide and field', async () => {
  const { page } = running;
  const menu = field(page, '/image').getByRole('button', { name: '画像の操作' });
  await menu.focus();
  // Versions of Electron differ in how an image gets into the clipboard; the page sees the same event.
  await menu.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(paste);
  }, picture().toString('base64'));
  await expect(field(page, '/image')).toContainText('knife_skills_image.png');
  expect(existsSync(join(folder, 'static/img/knife_skills_image.png'))).toBe(true);
  await expectImage('knife_skills_image.png');
});

test('[T36] what only calls itself an image is refused, and the guide stays', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['<script>1</script>'], 'evil.png', { type: 'image/png' }));
    return dropped;
  });
  await field(page, '/image').locator('.img').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(field(page, '/image')).toContainText('画像として読めないファイルです');
  expect(existsSync(join(folder, 'static/img/evil.png'))).toBe(false);
  expect(fileText(folder, 'Knife Skills')).toBe(before);
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
});
