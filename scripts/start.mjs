import './setup/node-version.mjs';
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildApp } from './setup/build.mjs';
import { lastLines } from './setup/command.mjs';
import { launchElectron } from './setup/launch.mjs';
import { planLaunch } from './setup/launch-plan.mjs';
import { prepareMachine } from './setup/machine.mjs';
import { checkoutDir } from './setup/places.mjs';
import { PlainStop, runPlainly, say } from './setup/say.mjs';
import { copyPicture, waitForPicture } from './setup/picture.mjs';

const usage = `npm start                  opens the sample workspace
npm start -- <folder>      opens another folder
npm start -- --keep        with a virtual display: keeps the app running after its screenshot
Other options that begin with -- are handed to the app.`;

const paintMs = 60_000;
// What Chromium says on every machine without a session bus or a graphics card.
const noise = /^\[.*ERROR:(bus|viz_main_impl|object_proxy)\.cc.*\n/gm;

await runPlainly(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    say(usage);
    return 0;
  }
  const { folder, appArgs, keep } = readArguments(args);
  const machine = await prepareMachine();
  await buildApp();
  const isPicture = machine.isWithoutDisplay && !keep;
  const plan = await planLaunch({ machine, folder, screen: '1440x900x24', lasting: !isPicture });
  say(`Set-up took ${(performance.now() / 1000).toFixed(1)} s. Opening ${plan.folder}`);
  const openArgs = [plan.folder ?? folder, ...appArgs];
  return plan.isVirtual ? showPicture(plan, openArgs, keep) : showWindow(plan, openArgs);
});

/** @param {readonly string[]} args */
function readArguments(args) {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length > 1) throw new PlainStop(`Only one folder can be opened.\n${usage}`);
  const name = folders[0];
  // npm changes to the folder of package.json; INIT_CWD is where the person is.
  const from = process.env.INIT_CWD ?? process.cwd();
  const folder = name === undefined ? join(checkoutDir, 'content') : resolve(from, name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new PlainStop(`There is no folder ${folder}.`);
  }
  const appArgs = args.filter((arg) => arg.startsWith('--') && arg !== '--keep');
  return { folder, appArgs, keep: args.includes('--keep') };
}

/**
 * @param {import('./setup/launch-plan.mjs').LaunchPlan} plan
 * @param {readonly string[]} args
 * @returns {Promise<number>} the app's exit code
 */
function showWindow(plan, args) {
  const app = launchElectron(plan, { args });
  return new Promise((end, fail) => {
    app.on('exit', (code, signal) => end(signal ? 1 : (code ?? 1))).on('error', fail);
  });
}

/**
 * Lets the app draw itself on the virtual display, and keeps the picture in `shots/start.png`.
 * @param {import('./setup/launch-plan.mjs').LaunchPlan} plan
 * @param {readonly string[]} args
 * @param {boolean} keep
 * @returns {Promise<number>} exit code
 */
async function showPicture(plan, args, keep) {
  const drawn = join(plan.privateDir, 'start.png');
  const target = join(checkoutDir, 'shots/start.png');
  const app = launchElectron(plan, {
    args: [...args, `--shot=${drawn}`, ...(keep ? ['--keep'] : [])],
    env: keep ? {} : { SHIRUBE_USER_DATA: join(plan.privateDir, 'settings') },
    quiet: true,
  });
  let words = '';
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (text) => (words += text));
  const result = await waitForPicture(app, drawn, paintMs, keep);
  if (result !== 'drawn') {
    throw new PlainStop(
      `${lastLines(words.replace(noise, ''))}\nNo picture of the window: ${result}.`,
    );
  }
  mkdirSync(join(checkoutDir, 'shots'), { recursive: true });
  copyPicture(drawn, target);
  say(`Screenshot of the window: ${target}`);
  if (!keep) return 0;
  const { DISPLAY, XAUTHORITY } = plan.displayEnv;
  say(`The app stays open on DISPLAY=${DISPLAY} XAUTHORITY=${XAUTHORITY}; Ctrl-C ends it.`);
  return new Promise((end) => app.on('exit', (code) => end(code ?? 1)));
}
