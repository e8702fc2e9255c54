import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * Exports a folder by the command line, then changes two of its guides.
 * @param {string} folder of guides
 * @param {string} target a folder that does not exist yet
 * @param {string} data where the command line keeps what it must remember
 */
function exportThenChange(folder, target, data) {
  mkdirSync(target);
  const cli = join(root, 'out/cli/shirube.js');
  const env = { ...process.env, XDG_DATA_HOME: join(data, 'data') };
  spawnSync(process.execPath, [cli, 'export', folder, '--to', target], { env });
  for (const [name, from, to] of [
    ['data_analyst', '次に打つ手を示す仕事', '次の一手を確かめて示す仕事'],
    ['nurse', '看護師', '看護師（ナース）'],
  ]) {
    const path = join(folder, 'guides', `${name}.md`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(from, to).replace('"未経験から",', '"未経験から",\n    "夜勤あり",'),
    );
  }
}

/** What can be copied for a scene, and the name that the window shows for the copy. */
const folders = {
  sample: { source: 'content', name: 'キャリアガイド' },
  'site-look': { source: 'tests/fixtures/site-look', name: 'しごと図鑑' },
  'every-field': { source: 'tests/fixtures/every-field', name: '料理教室' },
};

/**
 * Takes one picture in an application of its own, on a copy of the scene's folder.
 * @param {import('./shots/scenes.mjs').Scene} scene
 * @param {Awaited<ReturnType<typeof prepareTestRuntime>>} runtime
 * @param {string} out folder for the pictures
 */
async function take(scene, runtime, out) {
  const { _electron } = await import('@playwright/test');
  const { theme = 'light', locale = 'ja', size = [1440, 900] } = scene;
  const { source, name } = folders[scene.folder ?? 'sample'];
  const base = mkdtempSync(join(tmpdir(), 'shirube-shots-'));
  const folder = join(base, name);
  const userData = join(base, 'settings');
  cpSync(join(root, source), folder, { recursive: true });
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ theme, locale }));
  const target = join(base, 'career-site');
  if (scene.exported) exportThenChange(folder, target, base);
  chownTree(base, runtime.uid, runtime.gid);
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [runtime.appPath, `--lang=${locale}`, ...(scene.withoutFolder ? [] : [folder])],
    env: { ...process.env, ...runtime.env, SHIRUBE_USER_DATA: userData },
  });
  try {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, target);
    const page = await app.firstWindow();
    await app.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      /** @type {[number, number]} */ ([...size]),
    );
    // A window with unsaved text asks before it closes.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    await page.waitForSelector('body[data-ready="true"]');
    await page.waitForTimeout(1500);
    await scene.act?.(page, folder);
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
