import { expect, type Page, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, previewPage } from './window.ts';

const sample = join(import.meta.dirname, '../../content');
let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copySample();
  running = await launch(folder);
  await expect(running.page.getByRole('option')).toHaveCount(10);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

function list(page: Page) {
  return page.getByRole('listbox', { name: 'ガイド一覧' });
}

/** Names of the guides in the list from top to bottom, and of the groups between them. */
function listed(page: Page): Promise<readonly string[]> {
  return list(page)
    .locator('[role=option] .name, .group')
    .evaluateAll((rows) =>
      rows
        .map((row) => ({ text: row.textContent ?? '', top: row.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
}

test('the filter finds by name, title and tag, in any width and kana', async () => {
  const { page } = running;
  const filter = page.getByRole('searchbox');
  await page.keyboard.press('Control+Shift+L');
  await expect(filter).toBeFocused();
  for (const [query, hits] of [
    ['プログラミング', 4],
    ['ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ', 4],
    ['ぷろぐらみんぐ', 4],
    ['ＮＵＲＳＥ', 1],
    ['nurse', 1],
    ['手ざわり', 1],
    ['game_prog', 1],
    ['エンジニア 見つからない', 0],
  ] as const) {
    await filter.fill(query);
    await expect(page.getByRole('option'), query).toHaveCount(hits);
    await expect(page.getByTestId('guide-count'), query).toHaveText(`${hits} / 10`);
  }
  await page.getByRole('button', { name: '絞り込みを外す' }).last().click();
  await expect(page.getByRole('option')).toHaveCount(10);
});

test('the list sorts by name, title, file and findings, and groups by category', async () => {
  const { page } = running;
  const choose = async (name: string) => {
    await page.getByRole('button', { name: '並べ替え' }).click();
    await page.getByRole('menu').getByText(name, { exact: true }).click();
  };
  const all = await listed(page);
  console.log(all);
  await choose('指摘の多い順');
  console.log(await listed(page));
  await choose('カテゴリーでまとめる');
  console.log(await listed(page));
  await page.screenshot({ path: '/tmp/e2eh-3.png' });
});

test('F6 goes round the regions of the window, Shift+F6 back', async () => {
  const { page } = running;
  const region = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset.region);
  await list(page).focus();
  const seen: (string | undefined)[] = [];
  for (let i = 0; i < 7; i += 1) {
    seen.push(await region());
    await page.keyboard.press('F6');
  }
  console.log(seen);
  for (let i = 0; i < 7; i += 1) {
    seen.push(await region());
    await page.keyboard.press('Shift+F6');
  }
  console.log(seen);
});

const details = readdirSync(join(sample, 'guides')).map((name) => readFileSync(join(sample,'guides',name),'utf8'));
const content = details.flatMap((text) => [...text.split('\n---\n')[0]!.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, value]) => value ?? '')).filter((value) => value !== '').sort((a, b) => b.length - a.length);

function japaneseLeft(page: Page) {
  return page.evaluate((content) => {
    const out: string[] = [];
    const ja = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;
    const rest = (text: string) => { let left = text; for (const one of content) left = left.replaceAll(one, ''); return left; };
    for (const e of document.querySelectorAll('body *')) {
      if (e.closest('[lang]')?.getAttribute('lang') === 'ja') continue;
      const own = [...e.childNodes].filter((c) => c.nodeType === 3).map((c) => c.textContent).join('');
      const cls = e.tagName + '|' + e.className + '|' + e.parentElement?.className;
      if (ja.test(rest(own))) out.push(cls + ' :: ' + own.slice(0, 60));
      for (const a of ['aria-label', 'title', 'placeholder', 'data-tip', 'alt', 'aria-description', 'aria-valuetext', 'aria-roledescription']) {
        const v = e.getAttribute(a);
        if (v && ja.test(rest(v))) out.push(cls + ' @' + a + ' :: ' + v.slice(0, 60));
      }
    }
    return out;
  }, content);
}
test('language', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('English');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2000);
  const look = async (name: string) => console.log(name, (await japaneseLeft(page)).join('\n'));
  await page.getByRole('listbox').getByRole('option', { name: /^Embedded/ }).click();
  await page.waitForTimeout(800);
  await look('SOURCE');
  await page.keyboard.press('Control+2');
  await page.waitForTimeout(500);
  await look('FORM');
  await page.keyboard.press('Control+p');
  await page.waitForTimeout(500);
  await look('PALETTE');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.waitForTimeout(300);
  await look('SETTINGS');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await page.waitForTimeout(300);
  await look('NEW');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+E');
  await page.waitForTimeout(700);
  await look('EXPORT');
  await page.screenshot({ path: '/tmp/e2eh-4.png' });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('About');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await look('ABOUT');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Recent');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await look('WELCOME');
  await page.screenshot({ path: '/tmp/e2eh-5.png' });
  console.log(await running.app.evaluate(({ Menu }) => JSON.stringify(Menu.getApplicationMenu()?.items.map((i) => [i.label, i.submenu?.items.map((j) => j.label)]))));
});
