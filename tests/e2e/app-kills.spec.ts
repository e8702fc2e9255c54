import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../torture/random.ts';
import { replayCommand, scaleOf, tellTorture } from '../torture/scale.ts';
import { copySample, launch, makeFolder, removeFolder, type RunningApp } from './launch.ts';
import { caretAfterLine, openFromList } from './window.ts';

const scale = scaleOf('app-kills', 20);
/** What may be lost, in milliseconds of typing before the kill. */
const mayBeLostMs = 1000;

let folder: string;
let settings: string;

test.beforeEach(() => {
  folder = copySample();
  settings = makeFolder('settings');
});

test.afterEach(() => {
  removeFolder(folder);
  removeFolder(settings);
});

/** Does something in the window without the page object of the test, which a killed window takes with it. */
function inWindow(app: RunningApp['app'], script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      // A page that is gone answers nothing at all.
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
        new Promise((resolve) => setTimeout(resolve, 1000)),
      ]),
    script,
  );
}

/** Presses keys as a keyboard does. */
function press(app: RunningApp['app'], keys: readonly string[], modifier?: 'control') {
  return app.evaluate(
    ({ BrowserWindow }, [codes, held]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const modifiers = held === undefined ? [] : [held];
      for (const keyCode of codes) {
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        if (held === undefined) contents?.sendInputEvent({ type: 'char', keyCode, modifiers });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      }
    },
    [keys, modifier] as const,
  );
}

const isReady = `document.body.dataset.ready === 'true'`;
/** The line that a round writes into, as the window shows it. */
const lineOf = (round: number): string =>
  `([...document.querySelectorAll('.source .cm-line')].map((line) => line.textContent).find((text) => text.startsWith('r${round}:')) ?? '')`;

test('[F26] [F27] killed again and again while text is typed, the application loses no more than a second of it', async () => {
  test.setTimeout(60_000 + scale.count * 15_000);
  const random = createRandom(scale.seed);
  const guide = join(folder, 'guides/data_analyst.md');
  const before = readFileSync(guide, 'utf8');
  const heading = 'Data Analystとは';
  /** Milliseconds from the first number that was lost to the kill, 0 where none was. */
  const lost: number[] = [];
  let saves = 0;
  /** Every line written, as it came back. */
  const lines: string[] = [];
  const guideWith = (...last: readonly string[]): string =>
    before.replace(heading, [heading, ...lines, ...last].join('\n'));

  let running = await launch(folder, { userData: settings });
  await openFromList(running.page, 'Data Analyst');
  await caretAfterLine(running.page, heading);

  for (let round = 0; round < scale.count; round += 1) {
    const { app } = running;
    const isMain = round % 2 === 0;
    await inWindow(app, `document.querySelector('.source .cm-content').focus()`);
    await press(app, ['Enter', 'r', ...String(round), ':']);
    await expect.poll(() => inWindow(app, lineOf(round))).toBe(`r${round}:`);
    /** When each number was typed. */
    const typedAt: number[] = [];
    const saveAt = random.below(2) === 0 ? random.below(12) : undefined;
    let ended = false;
    const typing = (async () => {
      for (let number = 0; !ended; number += 1) {
        if (number === saveAt) {
          saves += 1;
          await press(app, ['s'], 'control');
        }
        typedAt.push(performance.now());
        await press(app, [...String(number), ' ']);
        // A fast typist.
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300 + random.next() * 1200));
    const pid = isMain
      ? app.process().pid
      : await app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
        );
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    const onDisk = readFileSync(guide, 'utf8');
    const killedAt = performance.now();
    process.kill(Number(pid), 'SIGKILL');
    ended = true;
    await typing;
    if (isMain) {
      await gone;
      running = await launch(folder, { userData: settings });
    }
    await expect
      .poll(() => inWindow(running.app, `${isReady} && ${lineOf(round)}`), { timeout: 30_000 })
      .toMatch(`r${round}:`);
    const line = String(await inWindow(running.app, lineOf(round)));
    const file = readFileSync(guide, 'utf8');
    // Numbers without a gap from the first, the last of which may be half a number.
    const typed = typedAt.map((_, number) => `${number} `).join('');
    expect(`r${round}:${typed}`.startsWith(line), `${line} of ${typed}`).toBe(true);
    const kept = line.split(' ').length - 1;
    const firstLost = typedAt[kept];
    lost.push(firstLost === undefined ? 0 : killedAt - firstLost);
    // The file has what was saved before, or what this round saved, whole, and never goes back.
    const wholes = line.split('').map((_, end) => guideWith(line.slice(0, end + 1)));
    expect([onDisk, ...wholes].includes(file), `${round}: ${file}`).toBe(true);
    expect(file.length).toBeGreaterThanOrEqual(onDisk.length);
    lines.push(line);
  }
  await press(running.app, ['s'], 'control');
  await expect.poll(() => readFileSync(guide, 'utf8')).toBe(guideWith());
  await running.close();
  lost.sort((a, b) => a - b);
  tellTorture('app-kills', {
    kills: scale.count,
    'saves begun': saves,
    'typing lost at most (ms)': Math.round(lost.at(-1) ?? 0),
    'typing lost, 95th percentile (ms)': Math.round(lost[Math.floor(lost.length * 0.95)] ?? 0),
    problems: 0,
  });
  expect(lost.at(-1), replayCommand('app-kills', scale)).toBeLessThanOrEqual(mayBeLostMs);
});
