import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApp } from './setup/build.mjs';
import { prepareTestRuntime } from './setup/launch.mjs';
import { prepareMachine } from './setup/machine.mjs';
import { runPlainly, say } from './setup/say.mjs';
import { chownTree } from './shots/chown-tree.mjs';
import { scenes } from './shots/scenes.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Takes one picture in an application of its own, on a copy of the sample.
 * @param {import('./shots/scenes.mjs').Scene} scene
 * @param {Awaited<ReturnType<typeof prepareTestRuntime>>} runtime
 * @param {string} out folder for the pictures
 */
async function take(scene, runtime, out) {
  const { _electron } = await import('@playwright/test');
  const { theme = 'light', locale = 'ja', size = [1440, 900] } = scene;
  const base = mkdtempSync(join(tmpdir(), 'shirube-shots-'));
  const folder = join(base, 'キャリアガイド');
  const userData = join(base, 'settings');
  cpSync(join(root, 'content'), folder, { recursive: true });
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ theme, locale }));
  chownTree(base, runtime.uid, runtime.gid);
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [runtime.appPath, `--lang=${locale}`, ...(scene.withoutFolder ? [] : [folder])],
    env: { ...process.env, ...runtime.env, SHIRUBE_USER_DATA: userData },
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      /** @type {[number, number]} */ ([...size]),
    );
    await page.waitForSelector('body[data-ready="true"]');
    await page.waitForTimeout(1500);
    await scene.act?.(page);
    await page.screenshot({ path: join(out, `${scene.name}.png`) });
  } finally {
    await app.close();
    rmSync(base, { recursive: true, force: true });
  }
}

// Takes the fixed set of pictures into shots/; names as arguments take those only.
await runPlainly(async () => {
  const machine = await prepareMachine({ tests: true });
  await buildApp();
  const runtime = await prepareTestRuntime({ machine });
  const out = join(root, 'shots');
  mkdirSync(out, { recursive: true });
  const names = process.argv.slice(2);
  try {
    for (const scene of scenes) {
      if (names.length > 0 && !names.includes(scene.name)) continue;
      await take(scene, runtime, out);
      say(`shots/${scene.name}.png`);
    }
  } finally {
    await runtime.dispose();
  }
  return 0;
});
