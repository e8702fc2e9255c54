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

/** Works on a guide in its form, saves, and expects that the first piece alone has become the second. */
export async function changes(
  page: Page,
  folder: string,
  name: GuideName,
  [from, to]: readonly [string, string],
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const expected = swap(fileText(folder, name), from, to);
  await openForm(page, name);
  await work(page);
  await expectSaved(page, folder, name, expected);
}

/** Opens a row of a list of groups, where it is not open already. */
export async function openRow(page: Page, pointer: string): Promise<void> {
  const head = field(page, pointer).locator('.objname').first();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  await expect(head).toHaveAttribute('aria-expanded', 'true');
}

/** Drags something onto another place with the mouse, in steps as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  // The first move starts the drag; only the second one is over the place.
  await to.hover();
  await to.hover();
  await page.mouse.up();
}

/** What the window has told screen readers. */
export function told(page: Page, words: string): Locator {
  return page.locator('[aria-live="polite"]', { hasText: words });
}

/** The option of an open picker that Enter would take. */
export function activeOption(page: Page): Locator {
  return page.getByRole('dialog').locator('[role="option"][aria-selected="true"]');
}
