import { expect, type Locator, type Page } from '@playwright/test';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { giveToApp, makeFolder } from './launch.ts';
import { openFromList } from './window.ts';

const source = resolve(import.meta.dirname, '../fixtures/every-field');

/** Guides of the folder with every kind of field: their names in the list, and their files. */
export const guides = {
  'Dashi Basics': 'courses/dashi_basics.md',
  'Knife Skills': 'courses/knife_skills.md',
  'Miso Making': 'courses/miso_making.md',
  'New Year Dishes': 'courses/new_year_dishes.md',
  'Weekend Bread': 'courses/weekend_bread.md',
} as const;

/** Name of one of these guides. */
export type GuideName = keyof typeof guides;

/** A copy of the folder with every kind of field, which a test may change. */
export function copyEveryField(): string {
  const folder = makeFolder('料理教室');
  cpSync(source, folder, { recursive: true });
  giveToApp(folder);
  return folder;
}

/** The text of a guide's file, byte for byte: line ends and escapes are as they stand. */
export function fileText(folder: string, name: GuideName): string {
  return readFileSync(join(folder, guides[name]), 'utf8');
}

/** Opens a guide's form. */
export async function openForm(page: Page, name: GuideName): Promise<void> {
  await openFromList(page, name);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('form', { name: '記事情報' })).toBeVisible();
}

/** The field of a value in the form, by its JSON pointer. */
export function field(page: Page, pointer: string): Locator {
  return page.locator(`.formview [data-pointer="${pointer}"]`).first();
}

/** The tab of a guide in front that has unsaved text. */
export function unsavedTab(page: Page): Locator {
  return page.getByRole('tab', { name: /未保存/ });
}

/** The text with one piece replaced; a piece that is not there exactly once is a mistake of the test. */
export function swap(text: string, from: string, to: string): string {
  const pieces = text.split(from);
  if (pieces.length !== 2) throw new Error(`${from}: found ${pieces.length - 1} times`);
  return pieces.join(to);
}

/** Saves by key and waits until the file holds exactly the expected text. */
export async function expectSaved(
  page: Page,
  folder: string,
  name: GuideName,
  expected: string,
): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect.poll(() => fileText(folder, name)).toBe(expected);
  await expect(unsavedTab(page)).toHaveCount(0);
}

/** Puts the caret at the end of a text control. */
export async function caretAtEnd(control: Locator): Promise<void> {
  await control.click();
  await control.press('Control+End');
}
