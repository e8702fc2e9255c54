import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bridge } from '#core/ipc/bridge';

declare global {
  interface Window {
    /** Put there by the preload script; for tests that ask the main process as the page does. */
    readonly app: Bridge;
  }
}

const sample = resolve(import.meta.dirname, '../../content');

/** The unprivileged user that Electron runs as when the tests run as root; else nobody's business. */
const uid = Number(process.env.SHIRUBE_TEST_UID ?? Number.NaN);
const gid = Number(process.env.SHIRUBE_TEST_GID ?? Number.NaN);

function own(path: string): void {
  if (Number.isNaN(uid)) return;
  chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) own(join(path, name));
}

/** Gives a file or folder written by a test to the user that the application runs as. */
export function giveToApp(path: string): void {
  own(path);
}

/** A new folder that the application may read and write; remove it with `removeFolder`. */
export function makeFolder(name = 'しるべ'): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'shirube-e2e-')), name);
  mkdirSync(folder);
  chmodSync(join(folder, '..'), 0o755);
  own(folder);
  return folder;
}

/** A copy of the sample workspace that a test may change. */
export function copySample(): string {
  const folder = makeFolder('キャリアガイド');
  cpSync(sample, folder, { recursive: true });
  own(folder);
  return folder;
}

/** Takes away a folder made by `makeFolder` or `copySample`. */
export function removeFolder(folder: string): void {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}

/** The variables of the display that tests of this worker have for themselves. */
function display(): Readonly<Record<string, string>> {
  const displays = JSON.parse(process.env.SHIRUBE_DISPLAYS ?? '[]') as Record<string, string>[];
  return displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? {};
}

/** A running application and its first window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Starts the built application on a folder, with settings of its own, in Japanese unless told. */
export async function launch(
  folder: string | undefined,
  options: {
    userData?: string;
    args?: readonly string[];
    locale?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningApp> {
  const executablePath = process.env.SHIRUBE_ELECTRON;
  const appPath = process.env.SHIRUBE_APP;
  if (!executablePath || !appPath) throw new Error('run the end-to-end tests by npm run test:e2e');
  const userData = options.userData ?? makeFolder('settings');
  const app = await _electron.launch({
    executablePath,
    args: [
      appPath,
      `--lang=${options.locale ?? 'ja'}`,
      ...(options.args ?? []),
      ...(folder === undefined ? [] : [folder]),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...display(),
      SHIRUBE_USER_DATA: userData,
      LANG: options.locale === 'en' ? 'en_US.UTF-8' : 'ja_JP.UTF-8',
      LANGUAGE: options.locale ?? 'ja',
      ...options.env,
    },
  });
  // Nobody is there to answer, should the application ask something while a test ends.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  const page = await app.firstWindow();
  await page.waitForSelector('body[data-ready="true"]', { timeout: 60_000 });
  return {
    app,
    page,
    async close() {
      await app.close().catch(() => undefined);
      if (!options.userData) removeFolder(userData);
    },
  };
}
