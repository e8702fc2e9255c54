import { expect, test } from '@playwright/test';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { giveToApp, launch, makeFolder, removeFolder, type RunningApp } from './launch.ts';
import { openFromList, previewFrame, previewPage } from './window.ts';

const fixture = resolve(import.meta.dirname, '../fixtures/site-look');
const fonts = resolve(
  import.meta.dirname,
  '../../node_modules/@fontsource-variable/noto-sans-jp/files',
);

/** What a style sheet of a site nobody knows could try. */
const hostile = `@charset "utf-8";
@import url(https://tracker.invalid/a.css);
@import "//tracker.invalid/b.css";
@font-face { font-family: Away; src: url(https://tracker.invalid/c.woff2); }
@font-face { font-family: Own; src: url(/static/fonts/own.woff2) format("woff2"); }
@font-face { font-family: False; src: url(/static/fonts/false.woff2); }
body { font-family: Own, False, Away; background: url(//tracker.invalid/d.png) }
main { background-image: image-set("https://tracker.invalid/e.png" 1x) }
h1::after { content: url("\\\\\\\\tracker.invalid\\\\f.png") }
h2 { background: u\\72l(https://tracker.invalid/g.png); --x: url(//tracker.invalid/h.png) }
h3 { cursor: url(file:///etc/passwd), auto; list-style: url(app://ui/index.html) }
p { mask: url(site://other/static/i.svg); background: url(/secret.png) }
@property --y { syntax: "<image>"; inherits: false; initial-value: url(//tracker.invalid/j.png) }
* { outline: none !important; content: none !important; animation: none !important }
[data-current]::before, .picture::after { display: none !important; opacity: 0 !important;
  content: none !important; background: none !important }
@layer { [data-current]::before { display: none !important } }
`;

let folder: string;
let running: RunningApp;
const asked: string[] = [];

const place = (path: string): string => join(folder, path);

function write(path: string, text: string): void {
  writeFileSync(place(path), text);
  giveToApp(place(path));
}

test.beforeAll(async () => {
  folder = makeFolder('しごと図鑑');
  cpSync(fixture, folder, { recursive: true });
  mkdirSync(place('static/fonts'));
  copyFileSync(
    join(fonts, 'noto-sans-jp-latin-wght-normal.woff2'),
    place('static/fonts/own.woff2'),
  );
  writeFileSync(place('static/fonts/false.woff2'), '<script>top.__pwn = 1</script>');
  copyFileSync(place('static/img/nurse.png'), place('secret.png'));
  writeFileSync(place('theme/hostile.css'), hostile);
  const config = readFileSync(place('.shirube/config.json'), 'utf8');
  writeFileSync(
    place('.shirube/config.json'),
    config.replace('["theme/site.css"]', '["theme/site.css", "theme/hostile.css"]'),
  );
  const nurse = readFileSync(place('guides/nurse.md'), 'utf8');
  writeFileSync(place('guides/nurse.md'), `${nurse}\n![ない](/static/img/none.png)\n`);
  giveToApp(folder);
  running = await launch(folder);
  // The driver would answer for the reader's preference, in the page as well.
  await running.page.emulateMedia({ colorScheme: null });
  running.page.context().on('request', (request) => asked.push(request.url()));
  await openFromList(running.page, '看護師');
  await expect(previewPage(running.page).locator('.top .name')).toHaveText('しごと図鑑');
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

test('[T13] [T14] [T15] a hostile style sheet asks for nothing but the site’s own, and takes no mark away', async () => {
  const { page } = running;
  const notices = page.locator('.preview-notices');
  // What was asked for until now may have been before anybody listened.
  const isStyle = /^site:\/\/[^/]+\/\.shirube-css\/[0-9a-f]{32}\.css$/;
  asked.length = 0;
  write('theme/hostile.css', `${hostile}/* again */`);
  await expect.poll(() => asked.some((url) => isStyle.test(url))).toBe(true);
  await expect(notices).toContainText('theme/hostile.css');
  await expect(notices).toContainText('@import（2行目）');
  await expect(page.locator('.statusbar')).not.toContainText('サイトと同じ表示');
  await page.locator('.source .cm-line', { hasText: '朝の申し送り' }).click();
  await expect(previewPage(page).locator('[data-current]')).toHaveCount(1);
  await previewPage(page).locator('.picture[data-missing]').scrollIntoViewIfNeeded();

  const found = await previewFrame(page).evaluate(async () => {
    await document.fonts.ready;
    const styleOf = (selector: string, pseudo: string) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(selector);
      const { display, backgroundColor, content, opacity, width } = getComputedStyle(
        element,
        pseudo,
      );
      return { display, backgroundColor, content, opacity, width };
    };
    return {
      fonts: [...document.fonts].map(({ family, status }) => `${family} ${status}`),
      current: styleOf('[data-current]', '::before'),
      missing: styleOf('.picture[data-missing]', '::after'),
    };
  });
  expect(found).toMatchObject({
    fonts: ['Own loaded', 'False error'],
    current: { display: 'block', backgroundColor: 'rgb(71, 99, 216)', opacity: '1', width: '3px' },
    missing: { display: 'inline-block', content: '"none.png"', opacity: '1' },
  });
  expect(
    asked.filter((url) => !/^(?:app:\/\/ui\/|site:\/\/[0-9a-f]{16}\/|data:)/.test(url)),
  ).toEqual([]);
  expect(asked.filter((url) => /secret|passwd|index\.html/.test(url))).toEqual([]);
});

test('the page follows its style sheets and its template on disk, and says what is wrong with them', async () => {
  const { page } = running;
  const preview = previewPage(page);
  const notices = page.locator('.preview-notices');
  const site = readFileSync(place('theme/site.css'), 'utf8');
  write('theme/hostile.css', 'h1 { color: rgb(1, 2, 3) !important }');
  await expect(preview.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(notices).toHaveCount(0);

  await page.getByRole('button', { name: '検索結果' }).click();
  await expect(page.locator('.previewpane iframe')).toHaveCount(0);
  await page.getByRole('button', { name: 'ページ', exact: true }).click();
  await expect(preview.locator('.top .name')).toHaveText('しごと図鑑');

  await openFromList(page, 'データアナリスト');
  await expect(preview.locator('.lead')).toContainText('数字から次の一手');
  await expect(preview.locator('article h1')).toContainText('データアナリスト');
  await openFromList(page, '看護師');
  await expect(preview.locator('.lead')).toContainText('命と暮らし');
  await expect(page.locator('.statusbar')).toContainText('サイトと同じ表示');

  const template = readFileSync(place('theme/parts/header.liquid'), 'utf8');
  write('theme/parts/header.liquid', `${template}\n{% if site.name %}`);
  await expect(notices).toContainText('「parts/header.liquid」の8行目');
  await expect(page.locator('.statusbar')).not.toContainText('サイトと同じ表示');
  await expect(preview.locator('.crumb')).toHaveText('ホーム › 医療');
  write('theme/parts/header.liquid', template.replace('図鑑について', 'この図鑑'));
  await expect(preview.locator('.top')).toContainText('この図鑑');
  await expect(notices).toHaveCount(0);
  write('theme/site.css', site);
});

test('the page is as wide and as dark as asked for, whatever the window is', async () => {
  const { page } = running;
  const ground = () =>
    previewFrame(page).evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      window.innerWidth,
    ]);
  await page.getByRole('button', { name: 'タブレット' }).click();
  await expect.poll(ground).toEqual(['rgb(255, 253, 248)', 820]);
  await page.getByRole('button', { name: '暗い表示のページ' }).click();
  await expect.poll(ground).toEqual(['rgb(28, 25, 23)', 820]);
  await running.app.evaluate(({ nativeTheme }) => (nativeTheme.themeSource = 'dark'));
  await page.getByRole('button', { name: '暗い表示のページ' }).click();
  await page.keyboard.press('Control+Shift+M');
  await expect.poll(ground).toEqual(['rgb(255, 253, 248)', 1200]);
  // A site without dark colours has no such button.
  write('theme/site.css', 'body { margin: 0 }');
  await expect(page.getByRole('button', { name: '暗い表示のページ' })).toHaveCount(0);
});
