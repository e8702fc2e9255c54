import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { giveToApp } from '../e2e/launch.ts';
import { startBareEditor, startShirube } from './electron.ts';
import { compositionTimes, keystrokeTimes } from './frames.ts';
import type { Measure } from './statistics.ts';

const goals = { unit: 'ms', goal: 1.2, tailGoal: 1.3 } as const;
const ROUNDS = 5;
const KEYS = 24;

/** Puts the caret into the middle of the text on the page, in a paragraph. */
export async function caretInMiddle(page: Page, share: number): Promise<void> {
  await page.evaluate((at) => {
    const scroller = document.querySelector('.cm-scroller');
    if (scroller) scroller.scrollTop = scroller.scrollHeight * at;
  }, share);
  await page.waitForTimeout(600);
  const lines = page.locator('.cm-content .cm-line');
  const count = await lines.count();
  for (let index = Math.floor(count / 2); index < count; index += 1) {
    const text = (await lines.nth(index).textContent()) ?? '';
    if (text.length > 40 && !/^[#|*>-]/.test(text)) {
      await lines.nth(index).click({ position: { x: 120, y: 8 } });
      return;
    }
  }
  await lines.nth(Math.floor(count / 2)).click({ position: { x: 40, y: 8 } });
}

/** Main-thread time of a key (and of a composition step), here against the bare CodeMirror page. */
export async function measureKeystrokes(
  bareApp: string,
  barePage: string,
  text: string,
  label: string,
): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-keys-'));
  mkdirSync(join(folder, 'guides'));
  writeFileSync(join(folder, 'guides/long.md'), text);
  giveToApp(folder);
  const body = text.slice(text.indexOf('\n---\n', 8) + 5);
  const ours = await startShirube(folder);
  const theirs = await startBareEditor(bareApp, barePage, body);
  const keys = { ours: [] as number[], theirs: [] as number[] };
  const steps = { ours: [] as number[], theirs: [] as number[] };
  try {
    // The first check and the first page of the preview are not what typing costs.
    await ours.page.waitForTimeout(4000);
    for (const started of [ours, theirs]) {
      process.stderr.write(`keys ${label}: warming\n`);
      await caretInMiddle(started.page, 0.5);
      await keystrokeTimes(started, 10);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      process.stderr.write(`keys ${label}: round ${round + 1} of ${ROUNDS}\n`);
      keys.ours.push(...(await keystrokeTimes(ours, KEYS)));
      keys.theirs.push(...(await keystrokeTimes(theirs, KEYS)));
      steps.ours.push(...(await compositionTimes(ours, 8)));
      steps.theirs.push(...(await compositionTimes(theirs, 8)));
    }
  } finally {
    await ours.close();
    await theirs.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const peer = 'bare CodeMirror page';
  return [
    { name: `key, ${label}`, peer, ...keys, ...goals },
    { name: `composition step, ${label}`, peer, ...steps, ...goals },
  ];
}
