import { expect, test } from '@playwright/test';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { copySample, giveToApp, launch, makeFolder, removeFolder } from './launch.ts';
import { answerQuestions, questions } from './questions.ts';
import { caretAfterLine, manuscript, openFromList } from './window.ts';

const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

/** Makes every wait for the disk of a process take ten seconds, until it is ended. */
async function slowDisk(pid: number): Promise<ChildProcess> {
  const args = ['-f', '-o', '/dev/null', '-e', 'trace=fsync'];
  const inject = ['-e', 'inject=fsync:delay_enter=10000000'];
  const strace = spawn('strace', [...args, ...inject, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(strace.stderr, 'data');
  return strace;
}

test('[F60] [F18] [F28] [F15] a disk that takes ten seconds; a system that ends it all in mid-save; one file, two names', async () => {
  test.skip(!isRoot, 'needs root for strace');
  const folder = copySample();
  const settings = makeFolder('settings');
  const guide = join(folder, 'guides/data_analyst.md');
  const before = readFileSync(guide, 'utf8');
  const running = await launch(folder, { userData: settings });
  const { app, page } = running;
  const line = manuscript(page).locator('.cm-line', { hasText: 'Data Analystとは' }).first();
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.type('（一）');
  // Its journal has begun by then.
  await page.waitForTimeout(800);

  await test.step('[F60] the window works on while the disk does not answer', async () => {
    const strace = await slowDisk(app.process().pid ?? 0);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('保存中…')).toBeVisible();
    await page.keyboard.type('（二）');
    await expect(line).toHaveText(/（一）（二）$/);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Control+s');
    await expect(page.getByText('保存中…')).toBeVisible();
    expect(readFileSync(guide, 'utf8')).toBe(before);
    strace.kill('SIGINT');
    await once(strace, 'exit');
    await expect(page.getByRole('tab', { name: /Data Analyst/ })).not.toHaveAccessibleName(
      /未保存/,
    );
    await expect.poll(() => readFileSync(guide, 'utf8')).toContain('Data Analystとは（一）（二）');
  });

  await test.step('[F15] a guide with a second name is asked about once', async () => {
    const [path, other] = [join(folder, 'guides/nurse.md'), join(settings, 'other.md')];
    linkSync(path, other);
    await answerQuestions(app, 0);
    await openFromList(page, 'Nurse');
    await manuscript(page).focus();
    for (const text of ['甲', '乙']) {
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
      await page.keyboard.press('Control+s');
      await expect.poll(() => readFileSync(other, 'utf8')).toContain(text);
    }
    expect(statSync(other).ino).toBe(statSync(path).ino);
    expect((await questions(app)).questions).toEqual([expect.stringContaining('名前が2個')]);
  });

  const saved = readFileSync(guide, 'utf8');
  await openFromList(page, 'Data Analyst');
  await caretAfterLine(page, 'Data Analystとは');
  await page.keyboard.type('（三）');
  await page.keyboard.press('Control+s');
  await page.keyboard.type('（四）');
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGTERM');
  await ended;
  const left = readFileSync(guide, 'utf8');
  const texts = ['', '（三）', '（三）（四）'].map((text) =>
    saved.replace('（二）', `（二）${text}`),
  );
  expect(texts).toContain(left);

  const again = await launch(folder, { userData: settings });
  await expect(
    manuscript(again.page).locator('.cm-line', { hasText: 'Data Analystとは' }).first(),
  ).toHaveText(/（一）（二）（三）（四）$/);
  await again.close();
  removeFolder(folder);
  removeFolder(settings);
});

test('[F59] [F04] a disk that is full at the start: the window opens, the text can be read and copied', async () => {
  test.skip(!isRoot, 'needs root to mount a volume');
  const volume = makeFolder('volume');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', volume]);
  try {
    const [folder, settings] = [join(volume, 'guides-of-mine'), join(volume, 'settings')];
    const sample = copySample();
    cpSync(sample, folder, { recursive: true });
    removeFolder(sample);
    mkdirSync(settings);
    // All of the volume, to the last byte.
    try {
      writeFileSync(join(volume, 'filler'), Buffer.alloc(32 * 2 ** 20));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
    giveToApp(volume);
    const { app, page, close } = await launch(folder, {
      userData: settings,
      env: { SHIRUBE_SECOND_RECOVERY: join(volume, 'recovery') },
    });
    await openFromList(page, 'Data Analyst');
    await caretAfterLine(page, 'Data Analystとは');
    await page.keyboard.type('（写す）');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/ディスクの空きがありません/).first()).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toContain('Data Analystとは（写す）');
    await close();
    expect(readFileSync(join(folder, 'guides/data_analyst.md'), 'utf8')).not.toContain('（写す）');
  } finally {
    execFileSync('umount', ['-l', volume]);
    removeFolder(volume);
  }
});

test('[F43] a volume that is unplugged while a guide is open, and plugged in again', async () => {
  test.skip(!isRoot, 'needs root to mount a volume');
  const [volume, folder, settings] = [copySample(), makeFolder('mounted'), makeFolder('settings')];
  const guide = join(volume, 'guides/data_analyst.md');
  const plug = (): void => void execFileSync('mount', ['--bind', volume, folder]);
  const unplug = (): void => void execFileSync('umount', ['-l', folder]);
  plug();
  let isPlugged = true;
  try {
    const { page, close } = await launch(folder, { userData: settings });
    const away = page.getByText(/このフォルダーのあるディスクが外れています/).first();
    await openFromList(page, 'Data Analyst');
    await caretAfterLine(page, 'Data Analystとは');
    unplug();
    isPlugged = false;
    await page.keyboard.type('（外れている間）');
    await page.keyboard.press('Control+s');
    await expect(away).toBeVisible();
    expect(readdirSync(folder)).toEqual([]);
    // What is written goes on, and the list is the one of before.
    await expect(page.getByRole('tab', { name: /Data Analyst.*未保存/ })).toBeVisible();
    await openFromList(page, 'Data Analyst');
    if (process.env.SHIRUBE_LOOK) await page.screenshot({ path: process.env.SHIRUBE_LOOK });
    plug();
    isPlugged = true;
    await page.evaluate(() => window.app.request('workspace.rescan', undefined));
    await expect(away).toBeHidden();
    await manuscript(page).focus();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('tab', { name: /未保存/ })).toHaveCount(0);
    expect(readFileSync(guide, 'utf8')).toContain('Data Analystとは（外れている間）');
    await close();
  } finally {
    if (isPlugged) unplug();
    for (const one of [volume, folder, settings]) removeFolder(one);
  }
});
