import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './axe.ts';
import { copySample, giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import {
  caretAfterLine,
  composingKey,
  manuscript,
  openFromList,
  runFromPalette,
} from './window.ts';

let folder: string;
let running: RunningApp;
let path: string;

test.beforeEach(async () => {
  folder = copySample();
  path = join(folder, 'guides/data_analyst.md');
  running = await launch(folder);
});

test.afterEach(async () => {
  await running.close();
  removeFolder(folder);
});

const onDisk = (): string => readFileSync(path, 'utf8');

test('[F35] [P9] a field and a paragraph changed on both sides are chosen by one key each', async () => {
  const { page } = running;
  const base = onDisk();
  await openFromList(page, 'Data Analyst');
  await page.keyboard.press('Control+2');
  const title = page.getByRole('textbox', { name: /^タイトル/ });
  await title.fill('わたしの題');
  await page.keyboard.press('Control+1');
  await caretAfterLine(page, '依頼が届いてから');
  await page.keyboard.type('わたしの文。');
  const outside = base
    .replace('"title": "数字から次の一手を見つける仕事"', '"title": "ほかの題"')
    .replace('紹介します。\n\n### 1', '見ていきます。\n\n### 1')
    .replace('"未経験から",', '"未経験から",\n    "統計",');
  writeFileSync(path, outside);
  await page.getByRole('button', { name: '見くらべる' }).click();
  const fields = page.getByRole('radiogroup', { name: 'タイトル' });
  const body = page.getByRole('radiogroup', { name: /^本文/ });
  await expect(fields.getByRole('radio').first()).toBeFocused();
  expect(await violations(page)).toEqual([]);

  await test.step('leaving changes neither the text nor the file', async () => {
    await page.keyboard.press('2');
    await page.keyboard.press('Escape');
    expect(onDisk()).toBe(outside);
    await expect(manuscript(page)).toContainText('わたしの文。');
    await page.getByRole('button', { name: '見くらべる' }).click();
  });

  await test.step('keys choose and move; saving waits until everything is chosen', async () => {
    const save = page.getByRole('button', { name: 'この内容で保存' });
    const theirs = fields.getByRole('radio', { name: /^ほかの人の変更/ });
    await expect(fields.getByRole('radio').first()).toBeFocused();
    await composingKey(page, '2');
    await composingKey(page, 'Escape');
    await expect(theirs).not.toBeChecked();
    await page.keyboard.press('2');
    await expect(theirs).toBeChecked();
    await expect(save).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await expect(page.getByText('2か所のうち2か所を選びました')).toBeVisible();
    await expect(body).toBeVisible();
    await save.click();
  });

  const start = '依頼が届いてから提案が実行されるまでを、3つの場面に分けて';
  await expect
    .poll(onDisk)
    .toBe(outside.replace(`${start}見`, `${start}紹介します。わたしの文。\n\n${start}見`));
  await expect(page.getByRole('button', { name: '見くらべる' })).toHaveCount(0);
  await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
  await test.step('one undo gives the text of before back', async () => {
    await manuscript(page).click();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('tab', { name: /未保存/ })).toBeVisible();
  });
});

test('[F34] [F38] [F39] other editors save thrice by renaming, then by truncating: the text follows, caret and undo stay', async () => {
  const { page } = running;
  const base = onDisk();
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, '依頼が届いてから');
  for (const times of ['一', '二', '三']) {
    // As vim does: the old file becomes a backup, a new one takes its name.
    renameSync(path, `${path}~`);
    writeFileSync(path, base.replace('# [完全ガイド] Data', `# [完全ガイド${times}] Data`));
    giveToApp(path);
    rmSync(`${path}~`);
    await expect(manuscript(page)).toContainText(`完全ガイド${times}`);
  }
  await expect(page.getByText('すぐには伝わりません')).toHaveCount(0);
  await page.keyboard.type('ここ');
  await expect(manuscript(page)).toContainText('分けて紹介します。ここ');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(manuscript(page)).toContainText('完全ガイド二');
  await page.keyboard.press('Control+Shift+Z');
  await expect(manuscript(page)).toContainText('完全ガイド三');

  const seen = await page.evaluateHandle(() => {
    const lengths: number[] = [];
    const content = document.querySelector('.source .cm-content');
    if (!content) throw new Error('no manuscript');
    new MutationObserver(() => lengths.push(content.textContent.length)).observe(content, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return lengths;
  });
  truncateSync(path, 0);
  await page.waitForTimeout(120);
  writeFileSync(path, base);
  await expect(manuscript(page)).toContainText('[完全ガイド] Data');
  expect(Math.min(...(await seen.jsonValue()))).toBeGreaterThan(200);
});

test('[F36] [F37] a deleted file leaves its text in the window; a moved folder takes its guides along', async () => {
  const { page } = running;
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, '依頼が届いてから');
  await page.keyboard.type('わたしの文。');
  rmSync(path);
  const again = page.getByRole('button', { name: '保存し直す' });
  await again.click();
  await expect.poll(() => existsSync(path)).toBe(true);
  expect(onDisk()).toContain('わたしの文。');
  await expect(again).toHaveCount(0);

  await openFromList(page, 'Nurse');
  await caretAfterLine(page, 'Nurseとは');
  await page.keyboard.type('（書きかけ）');
  renameSync(join(folder, 'guides'), join(folder, '移した'));
  await expect(
    page.getByText(/「guides\/nurse.md」は、ほかの所で「移した\/nurse.md」に/),
  ).toBeVisible();
  await page.keyboard.type('続き');
  await page.keyboard.press('Control+s');
  const there = () => readFileSync(join(folder, '移した/nurse.md'), 'utf8');
  await expect.poll(there).toContain('（書きかけ）続き');
  expect(existsSync(join(folder, 'guides'))).toBe(false);
  await runFromPalette(page, '履歴');
  await expect(page.getByRole('listbox', { name: '残っている版' }).getByRole('option')).toHaveCount(
    2,
  );
  await page.keyboard.press('Escape');

  renameSync(join(folder, '移した'), join(folder, '..', '外'));
  await expect(again).toBeVisible();
  await expect(manuscript(page)).toContainText('（書きかけ）続き');
});
