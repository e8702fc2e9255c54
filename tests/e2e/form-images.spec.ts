import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyEveryField, expectSaved, field, fileText, openForm, swap } from './every-field.ts';
import { giveToApp, launch, makeFolder, removeFolder, type RunningApp } from './launch.ts';
import { answerQuestions, questions } from './questions.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
  await answerQuestions(running.app, 0);
  await openForm(running.page, 'Knife Skills');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** A picture that the folder has under another name. */
const picture = (): Buffer => readFileSync(join(folder, 'static/img/weekend_bread.png'));

/** Saves and expects that the guide names this image, and nothing else has changed in it. */
async function expectImage(name: string): Promise<void> {
  const before = fileText(folder, 'Knife Skills');
  const [, present = ''] = /"image": "([^"]*)"/.exec(before) ?? [];
  const expected = swap(before, `"image": "${present}"`, `"image": "/static/img/${name}"`);
  await expectSaved(running.page, folder, 'Knife Skills', expected);
}

/** Takes an action of the image's menu. */
async function choose(action: string): Promise<void> {
  const { page } = running;
  await field(page, '/image').getByRole('button', { name: '画像の操作' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('[P1] image: another one of the site, with its measures and where it lies', async () => {
  const { page } = running;
  const image = field(page, '/image');
  await expect(image).toContainText(/320×180 ・ \d+ KB/);
  await expect(image).toContainText('static/img/knife_skills.png');
  await choose('別の画像を選ぶ…');
  await page.keyboard.type('bread');
  await page.keyboard.press('Enter');
  await expect(image).toContainText('weekend_bread.png');
  await expectImage('weekend_bread.png');
});

test('an image is shown in its folder', async () => {
  const { app } = running;
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Reflect.set(globalThis, 'shown', path);
  });
  await choose('フォルダーで表示');
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'shown') as unknown))
    .toBe(join(realpathSync(folder), 'static/img/weekend_bread.png'));
});

test('[P1] [F52] an image from a file elsewhere is copied into the site, once that was agreed to', async () => {
  const { page, app } = running;
  const elsewhere = makeFolder('写真');
  const file = join(elsewhere, 'hocho.png');
  writeFileSync(file, picture());
  giveToApp(elsewhere);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await choose('ファイルから選ぶ…');
  await expect(field(page, '/image')).toContainText('hocho.png');
  const { questions: asked } = await questions(app);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('static');
  expect(readFileSync(join(folder, 'static/img/hocho.png'))).toEqual(picture());
  await expectImage('hocho.png');
  removeFolder(elsewhere);
});

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
