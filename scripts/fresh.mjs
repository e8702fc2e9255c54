import './setup/node-version.mjs';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostCodename, listAptSources } from './fresh/apt-sources.mjs';
import { unpackBaseSystem } from './fresh/base-system.mjs';
import { carriedEnvironment, copyNetworkSettings, copyNode } from './fresh/host-settings.mjs';
import { runInside } from './fresh/inside.mjs';
import { lastLines, run } from './setup/command.mjs';
import { checkoutDir, isRoot } from './setup/places.mjs';
import { PlainStop, runPlainly, say, secondsSince } from './setup/say.mjs';

const usage = `npm run fresh                    npm start and npm test in a minimal Debian root file system
npm run fresh -- --start-only    only npm start
npm run fresh -- --working-tree  with the files as they are here, instead of a clone of the last commit
npm run fresh -- --keep          leaves the root file system for a look`;

const options = ['--start-only', '--working-tree', '--keep'];
const place = '/srv/shirube';
const home = '/home/fresh';

await runPlainly(async () => {
  const args = process.argv.slice(2);
  if (args.some((arg) => !options.includes(arg))) throw new PlainStop(usage);
  if (!isRoot)
    throw new PlainStop('npm run fresh needs root on Debian or Ubuntu: debootstrap and chroot do.');
  const sources = listAptSources(hostCodename());
  const [release] = sources;
  if (!release) return 1;
  const { root, remove } = await unpackBaseSystem(release);
  await copyNode(root);
  await copyNetworkSettings(root, sources);
  await copyCheckout(join(root, place), args.includes('--working-tree'));
  mkdirSync(join(root, home), { recursive: true });

  const start = await runStep(root, ['npm', 'start']);
  copyScreenshot(root);
  const test = args.includes('--start-only') ? undefined : await runStep(root, ['npm', 'test']);
  if (args.includes('--keep')) say(`The root file system is left in ${root}`);
  else await remove();
  say(`\nnpm start: ${start.words}`);
  if (test) say(`npm test:  ${test.words}`);
  return start.code || test?.code || 0;
});

/**
 * @param {string} root
 * @param {readonly string[]} command
 */
async function runStep(root, command) {
  const startMs = performance.now();
  say(`\n#### ${command.join(' ')} in ${root}`);
  const env = { ...carriedEnvironment(), HOME: home };
  const { code, stdout } = await runInside(root, { cwd: place, env }, command);
  return {
    code,
    words: `exit code ${code} after ${secondsSince(startMs)}; ${lastLines(stdout, 1)}`,
  };
}

/**
 * @param {string} target
 * @param {boolean} asItIs the files of the working tree, ignored ones left out
 */
async function copyCheckout(target, asItIs) {
  // The checkout may be somebody else's, which git refuses for root unless told.
  const env = {
    ...process.env,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  };
  /** @param {readonly string[]} args */
  const git = async (...args) => {
    const { code, stdout, stderr } = await run('git', args, { cwd: checkoutDir, env });
    if (code !== 0)
      throw new PlainStop(`${lastLines(stderr)}\ngit ${args[0]} failed with these words.`);
    return stdout;
  };
  if (!asItIs) {
    await git('clone', '--quiet', '--no-hardlinks', checkoutDir, target);
    if (await git('status', '--porcelain'))
      say('Changes that are not committed are not part of it.');
    return;
  }
  const names = await git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const name of names.split('\0').filter((it) => it && existsSync(join(checkoutDir, it)))) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(join(checkoutDir, name), join(target, name), { verbatimSymlinks: true });
  }
}

/** @param {string} root */
function copyScreenshot(root) {
  const from = join(root, place, 'shots/start.png');
  const to = join(checkoutDir, 'shots/fresh-start.png');
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
  say(`Screenshot from inside: ${to}`);
}
