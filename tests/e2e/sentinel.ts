import type { Page } from '@playwright/test';

/** Frames in which the sentinel of a vector is set. */
export async function marksLeft(page: Page): Promise<readonly string[]> {
  const marked: string[] = [];
  for (const frame of page.frames()) {
    const set = await frame.evaluate(() => {
      const value = Reflect.get(window, '__pwn') as unknown;
      return value === 1 || document.title.includes('__pwn');
    });
    if (set) marked.push(frame.url());
  }
  return marked;
}
