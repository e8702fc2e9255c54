import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { giveToApp } from '../e2e/launch.ts';

/** A started application, with what the benches ask of it. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Milliseconds from the start of the process to a page that can be used. */
  readonly startMs: number;
  readonly close: () => Promise<void>;
}

async function start(args: readonly string[], env: Record<string, string>): Promise<Started> {
  const executablePath = process.env.SHIRUBE_ELECTRON;
  if (!executablePath) throw new Error('run the benches by npm run bench');
  const settings = mkdtempSync(join(tmpdir(), 'shirube-bench-settings-'));
  giveToApp(settings);
  const began = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [...args, `--user-data-dir=${settings}`],
    env: { ...(process.env as Record<string, string>), SHIRUBE_USER_DATA: settings, ...env },
  });
  // The text typed here is unsaved, and the window would ask before it closes.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  const page = await app.firstWindow();
  await page
    .waitForSelector('body[data-ready="true"]', { timeout: 60_000 })
    .catch((error: unknown) => {
      if (!env.SHIRUBE_BENCH_PAGE) throw error;
    });
  const startMs = performance.now() - began;
  return {
    app,
    page,
    startMs,
    async close() {
      await app.close().catch(() => undefined);
      rmSync(settings, { recursive: true, force: true });
    },
  };
}

/** Starts Shirube on a folder. */
export function startShirube(folder: string): Promise<Started> {
  return start([process.env.SHIRUBE_APP ?? '.', '--lang=ja', folder], {});
}

/** Starts the one-window application; with a page, it shows that. */
export function startBare(bareApp: string): Promise<Started> {
  return start([resolve(bareApp)], {});
}

/** Starts the one-window application on a page of the benches. */
export async function startBarePage(bareApp: string, page: string): Promise<Started> {
  const executablePath = process.env.SHIRUBE_ELECTRON ?? '';
  const settings = mkdtempSync(join(tmpdir(), 'shirube-bench-settings-'));
  giveToApp(settings);
  const began = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [resolve(bareApp), `--user-data-dir=${settings}`],
    env: { ...(process.env as Record<string, string>), SHIRUBE_BENCH_PAGE: resolve(page) },
  });
  const window = await app.firstWindow();
  return {
    app,
    page: window,
    startMs: performance.now() - began,
    async close() {
      await app.close().catch(() => undefined);
      rmSync(settings, { recursive: true, force: true });
    },
  };
}

/** Starts the bare CodeMirror page in the same Electron and shows a text in it. */
export async function startBareEditor(
  bareApp: string,
  page: string,
  text: string,
): Promise<Started> {
  const began = performance.now();
  const started = await startBarePage(bareApp, page);
  await started.page.waitForFunction(() => 'show' in globalThis);
  await started.page.evaluate((shown) => {
    (globalThis as unknown as { show: (text: string) => void }).show(shown);
  }, text);
  return { ...started, startMs: performance.now() - began };
}

function descendants(pid: number): number[] {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((child) => child > 0);
  return [pid, ...children.flatMap(descendantsOrNone)];
}

function descendantsOrNone(pid: number): number[] {
  try {
    return descendants(pid);
  } catch {
    // `ps` ends with 1 where a process has no children.
    return [pid];
  }
}

/** Memory of an application with all its processes: the sum of their PSS, in MiB; Linux only. */
export function memoryMiB({ app }: Started): number {
  const pid = app.process().pid;
  if (pid === undefined) return Number.NaN;
  let kilobytes = 0;
  for (const one of descendantsOrNone(pid)) {
    try {
      const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // The process ended between listing and reading.
    }
  }
  return kilobytes / 1024;
}
