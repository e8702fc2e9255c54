import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  activeOption,
  changes as change,
  copyEveryField,
  drag,
  expectSaved,
  field,
  fileText,
  openForm,
  swap,
  told,
} from './every-field.ts';
import { launch, removeFolder, type RunningApp } from './launch.ts';

let folder: string;
let running: RunningApp;

test.beforeAll(async () => {
  folder = copyEveryField();
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

/** Works in the form of the guide with everything nested, saves, and expects this piece alone to have changed. */
const changes = (from: string, to: string, work: (page: RunningApp['page']) => Promise<void>) =>
  change(running.page, folder, 'Knife Skills', [from, to], work);

test('[P1] relation: one guide, changed by search', async () => {
  await changes(
    '"previous_guide": "dashi_basics"',
    '"previous_guide": "miso_making"',
    async (page) => {
      const relation = field(page, '/previous_guide');
      await expect(relation).toContainText('Dashi Basics');
      await relation.getByRole('button', { name: /Dashi Basics.*別のガイド/ }).click();
      await page.keyboard.type('味噌');
      await expect(activeOption(page)).toContainText('Miso Making');
      await page.keyboard.press('Enter');
      await expect(relation).toContainText('Miso Making');
    },
  );
});

test('[P1] relation by another field than the URL name', async () => {
  await changes('"taught_with": "C-001"', '"taught_with": "C-004"', async (page) => {
    const relation = field(page, '/taught_with');
    await expect(relation).toContainText('Dashi Basics');
    await relation.getByRole('button', { name: /Dashi Basics.*別のガイド/ }).click();
    await page.keyboard.type('Miso');
    await page.keyboard.press('Enter');
    await expect(relation).toContainText('Miso Making');
  });
});

test('[P1] relations: added by search, moved by key, taken out', async () => {
  const both = '    "dashi_basics",\n    "new_year_dishes"\n  ]';
  const three = '    "miso_making",\n    "dashi_basics",\n    "new_year_dishes"\n  ]';
  await changes(both, three, async (page) => {
    const cards = field(page, '/related_guides');
    await cards.getByRole('button', { name: 'ガイドを追加' }).click();
    await page.keyboard.type('味噌');
    await expect(activeOption(page)).toContainText('Miso Making');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // Until the picker has faded, the rest of the window takes no focus.
    await expect(page.locator('.popover')).toHaveCount(0);
    await cards.getByRole('button', { name: '「Miso Making」を開く' }).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(cards.getByRole('listitem').first()).toContainText('Miso Making');
    await expect(told(page, '1件目に移しました（全3件）')).toHaveCount(1);
  });
  await changes(three, both, async (page) => {
    const cards = field(page, '/related_guides');
    await cards.getByRole('button', { name: '「Miso Making」を開く' }).focus();
    await page.keyboard.press('Delete');
    await expect(cards.getByRole('listitem')).toHaveCount(2);
  });
});

test('relations: found by title, URL name, tag and kana of either kind, best match first', async () => {
  const { page } = running;
  await openForm(page, 'Knife Skills');
  await field(page, '/related_guides').getByRole('button', { name: 'ガイドを追加' }).click();
  const search = page.getByRole('dialog').getByRole('combobox');
  const options = page.getByRole('dialog').getByRole('option');
  for (const [query, name] of [
    ['手前', 'Miso Making'],
    ['ｍｉｓｏ＿', 'Miso Making'],
    ['発酵', 'Miso Making'],
    ['オセチ', 'New Year Dishes'],
    ['おーぶん', 'Weekend Bread'],
    ['new', 'New Year Dishes'],
  ] as const) {
    await search.fill(query);
    await expect(options.first(), query).toContainText(name);
  }
  // Chosen already: shown as such, and not taken again.
  await expect(options.first()).toContainText('選択済み');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field(page, '/related_guides').getByRole('listitem')).toHaveCount(2);
});

test('[P1] relations: dragged by its card with the mouse', async () => {
  const both = '    "dashi_basics",\n    "new_year_dishes"\n';
  const turned = '    "new_year_dishes",\n    "dashi_basics"\n';
  await changes(both, turned, async (page) => {
    const cards = field(page, '/related_guides').getByRole('listitem');
    await drag(page, cards.nth(1), cards.nth(0));
    await expect(cards.first()).toContainText('New Year Dishes');
    await expect(told(page, '1件目に移しました（全2件）')).toHaveCount(1);
  });
});

test('[P1] relation without a guide: told at the field, the nearest takes its place at one press', async () => {
  const { page } = running;
  const before = fileText(folder, 'Knife Skills');
  const dangling = swap(before, '"new_year_dishes"', '"new_year_dishs"');
  writeFileSync(join(folder, 'courses/knife_skills.md'), dangling);
  await openForm(page, 'Knife Skills');
  const relations = field(page, '/related_guides');
  const card = relations.getByRole('button', { name: '「new_year_dishs」の代わりを選ぶ' });
  await expect(card).toContainText('ガイドがありません');
  await relations.getByRole('button', { name: '「New Year Dishes」に置き換える' }).first().click();
  await expect(card).toHaveCount(0);
  await expectSaved(page, folder, 'Knife Skills', before);
});

test('a related guide opens from its card, its form in front', async () => {
  const { page } = running;
  await openForm(page, 'Knife Skills');
  await field(page, '/related_guides')
    .getByRole('button', { name: '「Dashi Basics」を開く' })
    .click();
  await expect(page.getByRole('tab', { name: /^Dashi Basics/, selected: true })).toBeVisible();
  await expect(field(page, '/slug').getByRole('textbox')).toHaveValue('dashi_basics');
});
