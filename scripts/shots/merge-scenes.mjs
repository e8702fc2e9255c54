import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What changes in the window (`mine`) and, at the same time, in the file (`theirs`). */
const changes = [
  ['を見つける仕事"', 'を読み解き、現場を動かす仕事"', 'を見つけて届ける仕事"'],
  [
    '面接で聞かれる質問までを1本にまとめました。',
    '面接で聞かれる質問、最初の3か月の進め方までを1本にまとめました。',
    '面接で聞かれる質問、研究職との違いまでを1本にまとめました。',
  ],
  ['"チームで働く"\n', '"チームで働く",\n    "統計"\n', '"チームで働く",\n    "研究開発"\n'],
  ['"category": "ai-data"', undefined, '"category": "web"'],
  ['分析の出発点は、いつも誰かの迷いです。', '分析は、いつも誰かの迷いから始まります。', undefined],
  [
    '依頼が届いてから提案が実行されるまでを、3つの場面に分けて紹介します。',
    undefined,
    '依頼から提案の実行までを、3つの場面で紹介します。',
  ],
  [
    '会議で見せる図は3枚までに絞り',
    '会議で見せる図は多くても3枚に絞り、数字の出どころを書き',
    '報告の図は2枚までに絞り',
  ],
  ['ひとつの道具で最後までやり切った経験', 'ひとつの道具で終わりまで作り切った経験', undefined],
];

/**
 * A guide whose text is changed in the window while others change its file, and the place to choose.
 * @param {import('@playwright/test').Page} page
 * @param {string} folder
 */
async function conflict(page, folder) {
  const path = join(folder, 'guides/data_analyst.md');
  const base = readFileSync(path, 'utf8');
  let [mine, theirs] = [base, base];
  for (const [from, own, other] of changes) {
    if (from && own) mine = mine.replace(from, own);
    if (from && other) theirs = theirs.replace(from, other);
  }
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Data Analyst/ })
    .click();
  await page.waitForTimeout(900);
  await page.locator('.source .cm-content').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(mine);
  writeFileSync(path, theirs);
  await page.getByRole('button', { name: /^(?:見くらべる|Compare)$/ }).click();
  await page.locator('.merge').waitFor();
  await page.keyboard.press('1');
  await page.waitForTimeout(600);
}

/** Pictures of a guide that was changed in the window and in its file. @type {readonly import('./scenes.mjs').Scene[]} */
export const mergeScenes = [
  { name: 'merge', act: conflict },
  { name: 'merge-dark', theme: 'dark', act: conflict },
  { name: 'merge-1280', locale: 'en', size: [1000, 700], act: conflict },
];
