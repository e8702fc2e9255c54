import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { giveToApp } from '../e2e/launch.ts';
import { startBarePage, startShirube } from './electron.ts';
import { guideText } from './guide-text.ts';
import { caretInMiddle } from './keystrokes.ts';
import type { Measure } from './statistics.ts';

const KEYS = 40;
const PAUSE_MS = 150;

/** The page after a key (HTML and patch), here and as VS Code makes it, in one page of one window. */
export async function measurePreviewPeer(bareApp: string, peerPage: string): Promise<Measure[]> {
  const peer = 'markdown-it + morphdom';
  const started = await startBarePage(bareApp, peerPage);
  try {
    await started.page.waitForFunction(() => 'measurePreview' in window);
    const measure = (
      bytes: number,
      rounds: number,
    ): Promise<{ ours: number[]; theirs: number[] }> =>
      started.page.evaluate(([text, count]) => window.measurePreview(text, count), [
        guideText(bytes),
        rounds,
      ] as const);
    await measure(36_000, 20);
    const long = await measure(360_000, 9);
    const longest = await measure(1_000_000, 7);
    return [
      { name: 'preview page after a key, 360 KB', peer, ...long, unit: 'ms', goal: 1 / 8 },
      { name: 'preview page after a key, 1 MB', peer, ...longest, unit: 'ms', goal: 1 / 15 },
    ];
  } finally {
    await started.close();
  }
}

/** Watches the preview's page: after each key, the frame that first paints the page changed by it. */
async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument?.getElementById('page');
    if (!frame) throw new Error('the window shows no preview');
    let painted = 0;
    let pressed: number | undefined;
    const frames: number[] = [];
    const count = (): void => {
      painted += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    window.addEventListener('keydown', () => (pressed = painted), { capture: true });
    new MutationObserver(() => {
      if (pressed === undefined) return;
      // What changes between two frames is painted with the next one.
      frames.push(painted + 1 - pressed);
      pressed = undefined;
    }).observe(frame, { childList: true, characterData: true, subtree: true });
    Object.assign(globalThis, { framesToPage: frames });
  });
}

/** Frames from a key to the one that paints the patched page, in the application on a guide of about 36 KB. */
export async function measureKeyToPage(text: string): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-page-'));
  mkdirSync(join(folder, 'guides'));
  writeFileSync(join(folder, 'guides/long.md'), text);
  giveToApp(folder);
  const { page, close } = await startShirube(folder);
  try {
    await page.frameLocator('iframe').locator('section.run').first().waitFor();
    await page.waitForTimeout(4000);
    await caretInMiddle(page, 0.5);
    const type = async (keys: number): Promise<void> => {
      for (let index = 0; index < keys; index += 1) {
        await page.keyboard.press('abcdefghij'[index % 10] ?? 'a');
        await page.waitForTimeout(PAUSE_MS);
      }
    };
    await type(10);
    await watchPage(page);
    await type(KEYS);
    const ours = await page.evaluate(
      () => (globalThis as unknown as { framesToPage: number[] }).framesToPage,
    );
    if (ours.length < KEYS / 2)
      throw new Error(`only ${ours.length} of ${KEYS} keys came to the page`);
    const name = 'key to patched page, 36 KB';
    return [{ name, peer: 'one frame', ours, theirs: [1], unit: 'frames', goal: 3 }];
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
