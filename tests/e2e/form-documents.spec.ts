import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legacyEncoder } from '../support/legacy-encoder.ts';
import { copyEveryField, field, unsavedTab } from './every-field.ts';
import { giveToApp, launch, removeFolder, type RunningApp } from './launch.ts';
import { manuscript, openFromList } from './window.ts';

const yaml = `---
id: C-006
slug: pickles
title: "ぬか床を育てる" # 三か月
category: preserving
capacity: 0x10
tags: [発酵]
---
# [料理教室] Pickles: ぬか床を育てる

本文はそのままです。  
`;

const json = `---json
{
  "id": "C-006",
  "slug": "pickles",
  "title": "ぬか床を育てる",
  "category": "preserving",
  "capacity": 16,
  "tags": [
    "発酵"
  ]
}
---
# [料理教室] Pickles: ぬか床を育てる

本文はそのままです。  
`;

const old = `---json\r\n{\r\n  "slug": "soba",\r\n  "title": "二八そばを打つ"\r\n}\r\n---\r\n# [料理教室] Soba: 二八そばを打つ\r\n`;
const oldBytes = legacyEncoder('shift_jis').encode(old);

let folder: string;
let running: RunningApp;
const courses = (name: string): string => join(folder, 'courses', name);

test.beforeAll(async () => {
  folder = copyEveryField();
  writeFileSync(courses('pickles.md'), yaml);
  writeFileSync(courses('soba.md'), oldBytes);
  giveToApp(folder);
  running = await launch(folder);
});

test.afterAll(async () => {
  await running.close();
  removeFolder(folder);
});

test('[P2] YAML details are shown, become JSON by a button after saying what goes, and come back in one step', async () => {
  const { page } = running;
  await openFromList(page, 'Pickles');
  await page.keyboard.press('Control+2');
  const title = field(page, '/title').getByRole('textbox');
  await expect(title).toHaveValue('ぬか床を育てる');
  await expect(title).toHaveAttribute('readonly', '');
  await page.getByRole('button', { name: 'フォームで変えられる形にする…' }).click();
  const dialog = page.getByRole('dialog', { name: 'フォームで変えられる形にする' });
  await expect(dialog).toContainText('「# 三か月」');
  await dialog.getByRole('button', { name: '変える', exact: true }).click();
  await expect(title).not.toHaveAttribute('readonly', '');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(courses('pickles.md'), 'utf8')).toBe(json);

  await page.keyboard.press('Control+z');
  await expect(title).toHaveAttribute('readonly', '');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(courses('pickles.md'), 'utf8')).toBe(yaml);
  await expect(unsavedTab(page)).toHaveCount(0);
});

test('[F46] a Shift_JIS guide is read only, becomes UTF-8 on request, and its bytes are kept', async () => {
  const { page } = running;
  // The list of guides has only its file name until it is UTF-8.
  await page.getByRole('option', { name: /^soba/ }).click();
  await expect(page.getByRole('tab', { name: /^Soba/, selected: true })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(manuscript(page)).toContainText('二八そばを打つ');
  await expect(page.getByText(/Shift_JISで書かれているようです/)).toBeVisible();
  await expect(manuscript(page)).toHaveAttribute('aria-readonly', 'true');
  await page.getByRole('button', { name: 'UTF-8に変える' }).click();
  await expect(page.getByText(/「courses\/soba\.md\.shift_jis\.orig」に残しました/)).toBeVisible();
  expect(readFileSync(courses('soba.md'), 'utf8')).toBe(old);
  expect(readFileSync(courses('soba.md.shift_jis.orig')).equals(oldBytes)).toBe(true);
  expect(
    readdirSync(join(folder, 'courses')).filter((name) => name.startsWith('soba')),
  ).toHaveLength(2);

  await page.keyboard.press('Control+2');
  const title = field(page, '/title').getByRole('textbox');
  await title.fill('十割そばを打つ');
  await page.keyboard.press('Control+s');
  const edited = old.replace('"title": "二八', '"title": "十割');
  await expect.poll(() => readFileSync(courses('soba.md'), 'utf8')).toBe(edited);
});
