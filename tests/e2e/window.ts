import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** The manuscript's text box. */
export function manuscript(page: Page): Locator {
  return page.locator('.source .cm-content');
}

/** Opens a guide from the list by the beginning of its name. */
export async function openFromList(page: Page, name: string): Promise<void> {
  // Pickers have lists of guides too.
  const list = page.locator('[role="listbox"][data-region-main]');
  await list.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await expect(
    page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }),
  ).toBeVisible();
}

/** Puts the caret at the end of the manuscript's line that holds a text. */
export async function caretAfterLine(page: Page, text: string): Promise<void> {
  const line = manuscript(page).locator('.cm-line', { hasText: text }).first();
  await line.scrollIntoViewIfNeeded();
  await line.click();
  await page.keyboard.press('End');
}

/** The page of the preview. */
export function previewPage(page: Page) {
  return page.frameLocator('.previewpane iframe');
}

/** Composes text as an input method does: candidates first, then the commit. */
export async function compose(page: Page, steps: readonly string[], commit: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const text of steps) {
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.waitForTimeout(30);
  }
  await client.send('Input.insertText', { text: commit });
  await client.detach();
}

/** A key event as it reaches the page while an input method composes (keyCode 229). */
export async function composingKey(page: Page, key: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await client.detach();
}

/** The preview's frame, for code that runs in its page. */
export function previewFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url() === 'app://ui/preview.html');
  if (!frame) throw new Error('there is no preview');
  return frame;
}

/** Runs a command by its title, or by the first words of it that no other has. */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(title);
  const option = palette.getByRole('option').first();
  await expect(option).toContainText(title);
  // What needs the folder waits until it is open.
  await expect(option).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
}

/** What is selected in the manuscript. */
export function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? '');
}
