import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample, launch, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, manuscript, openFromList, runFromPalette } from './window.ts';

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

/** Names of guides, and of the groups over them as `[group]`, from top to bottom. */
function listed(page: Page): Promise<readonly string[]> {
  return list(page)
    .locator('.guidegroup, .guide')
    .evaluateAll((rows) =>
      rows
        .map((row) => ({
          text: row.querySelector('.name')?.textContent ?? `[${row.firstChild?.textContent}]`,
          top: row.getBoundingClientRect().top,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
}

/** Chooses something from the list's menu of orders. */
async function order(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '並べ替え' }).click();
  await page.getByRole('menu').getByText(name, { exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('[P9] the filter finds by name, title, tag and URL name, in any width and kana', async () => {
  const { page } = running;
  const filter = page.getByRole('searchbox');
  await page.keyboard.press('Control+Shift+L');
  await expect(filter).toBeFocused();
  for (const [query, hits] of [
    ['プログラミング', 4],
    ['ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ', 4],
    ['ぷろぐらみんぐ', 4],
    ['ＮＵＲＳＥ', 1],
    ['手ざわり', 1],
    ['game_prog', 1],
    ['ｸﾗｳﾄﾞ ENGINEER', 2],
    ['engineer 見つからない', 0],
  ] as const) {
    await filter.fill(query);
    await expect(page.getByTestId('guide-count'), query).toHaveText(`${hits} / 10`);
    await expect(page.getByRole('option'), query).toHaveCount(hits);
  }
  await expect(page.getByText('「engineer 見つからない」に合うガイドはありません')).toBeVisible();
  await filter.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(10);
});

test('the list is in the order chosen, and in the groups of the vocabulary', async () => {
  const { page } = running;
  const byName = [
    'Backend Engineer',
    'Cloud Engineer',
    'Data Analyst',
    'Embedded Engineer',
    'Game Programmer',
    'Nurse',
    'Physical Therapist',
    'Site Reliability Engineer',
    'Technical Writer',
    'UX Designer',
  ];
  expect(await listed(page)).toEqual(byName);
  await order(page, '指摘の多い順');
  expect((await listed(page)).slice(0, 3)).toEqual([
    'Game Programmer',
    'Embedded Engineer',
    'Backend Engineer',
  ]);
  await order(page, '名前の順');
  await order(page, 'カテゴリーでまとめる');
  const grouped = await listed(page);
  expect(grouped.filter((name) => !name.startsWith('[')).toSorted()).toEqual(byName);
  expect(grouped[0]).toMatch(/^\[/);
  const medical = grouped.indexOf('[医療・福祉]');
  expect(grouped.slice(medical + 1, medical + 3)).toEqual(['Nurse', 'Physical Therapist']);
  await order(page, 'カテゴリーでまとめる');
  expect(await listed(page)).toEqual(byName);
});

test('the list is gone through and opened by keyboard', async () => {
  const { page } = running;
  const cursor = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('.name')?.textContent;
    });
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect.poll(cursor).toBe('Backend Engineer');
  await page.keyboard.press('ArrowDown');
  await expect.poll(cursor).toBe('Cloud Engineer');
  await page.keyboard.press('End');
  await expect.poll(cursor).toBe('UX Designer');
  await page.keyboard.press('ArrowUp');
  await expect.poll(cursor).toBe('Technical Writer');
  await page.keyboard.type('phy');
  await expect.poll(cursor).toBe('Physical Therapist');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: /^Physical Therapist/, selected: true });
  await expect(tab).toBeVisible();
});

test('F6 goes round the regions of the window, Shift+F6 goes back', async () => {
  const { page } = running;
  const region = () =>
    page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset.region,
    );
  const round = ['list', 'tabs', 'left', 'preview', 'panel', 'status', 'list'];
  await list(page).focus();
  const seen = [await region()];
  for (let step = 1; step < round.length; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await region());
  }
  expect(seen).toEqual(round);
  for (const expected of round.toReversed().slice(1)) {
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe(expected);
  }
});

test('the borders between the panes move by keyboard, and Enter puts them back', async () => {
  const { page } = running;
  for (const [name, selector, grow, side] of [
    ['一覧の幅', '.sidebar', 'ArrowRight', 'width'],
    ['プレビューの幅', '.previewpane', 'ArrowLeft', 'width'],
    ['指摘の高さ', '.bottompanel', 'ArrowUp', 'height'],
  ] as const) {
    const size = async () => (await page.locator(selector).boundingBox())?.[side] ?? 0;
    const splitter = page.getByRole('separator', { name });
    const before = await size();
    await splitter.focus();
    await page.keyboard.press(grow);
    await expect.poll(size, name).toBeGreaterThan(before);
    expect(Number(await splitter.getAttribute('aria-valuenow'))).toBe(Math.round(await size()));
    await page.keyboard.press('Home');
    const smallest = Number(await splitter.getAttribute('aria-valuemin'));
    await expect.poll(size, name).toBe(smallest);
    await page.keyboard.press('Enter');
    await expect.poll(size, name).toBe(before);
  }
});

test('the palette runs a command, and opens a guide', async () => {
  const { page } = running;
  await expect(page.locator('.bottompanel')).toBeVisible();
  await runFromPalette(page, '指摘を表示');
  await expect(page.locator('.bottompanel')).toHaveCount(0);
  await runFromPalette(page, '指摘を表示');
  await expect(page.locator('.bottompanel')).toBeVisible();

  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByRole('combobox').fill('technical');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Technical Writer/, selected: true })).toBeVisible();
});

test('the page of recent folders is left by Esc, or by opening a guide', async () => {
  const { page } = running;
  const heading = page.getByRole('heading', { name: 'はじめましょう' });
  await runFromPalette(page, '最近開いたフォルダー');
  await expect(heading).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(heading).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading).toHaveCount(0);

  await runFromPalette(page, '最近開いたフォルダー');
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByRole('combobox').fill('nurse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Nurse/, selected: true })).toBeVisible();
  await expect(heading).toHaveCount(0);
});

test('About tells which runtime runs', async () => {
  const { page, app } = running;
  await runFromPalette(page, 'Shirubeについて');
  const version = await app.evaluate(() => process.versions.electron);
  const kind = process.env.SHIRUBE_RUNTIME === 'fallback' ? '試験用の代わりのもの' : '公式のもの';
  await expect(page.getByTestId('runtime')).toHaveText(`Electron ${version}（${kind}）`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[P3] closing the tab of an unsaved guide keeps its text, marked in the list', async () => {
  const { page } = running;
  const path = join(folder, 'guides/nurse.md');
  const before = readFileSync(path, 'utf8');
  await openFromList(page, 'Nurse');
  await caretAfterLine(page, 'Nurseとは');
  await page.keyboard.type('かわりました');
  await expect(page.getByRole('tab', { name: 'Nurse、未保存' })).toBeVisible();
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('tab', { name: /^Nurse/ })).toHaveCount(0);
  await expect(page.getByRole('option', { name: /^Nurse.*未保存/ })).toBeVisible();
  expect(readFileSync(path, 'utf8')).toBe(before);

  await openFromList(page, 'Nurse');
  await expect(manuscript(page)).toContainText('Nurseとはかわりました');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('Nurseとはかわりました\n');
  await expect(page.getByRole('option', { name: /^Nurse.*未保存/ })).toHaveCount(0);
});
