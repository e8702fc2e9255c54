import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run, runNpm } from '../setup/command.mjs';
import { PlainStop } from '../setup/say.mjs';
import { formatAptSources } from './apt-sources.mjs';

const certificateVariables = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
// Settings of the way to the network. Everything else of the host stays outside.
const carried =
  /^((https?|no|all)_proxy|npm_config_(registry|proxy|https_proxy|noproxy|cafile|strict_ssl|electron_mirror)|ELECTRON_(MIRROR|CUSTOM_DIR|GET_USE_PROXY)|TERM|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;
const placesOfHost = /^\s*(prefix|cache|nodedir|userconfig|globalconfig|init-module)\s*=/;

/**
 * Copies the host's Node and npm into a root file system, with the libraries that it lacks.
 * @param {string} root
 */
export async function copyNode(root) {
  const { stdout } = await runNpm(['root', '--global']);
  const npm = [npmOfThisRun(), join(stdout.trim(), 'npm')].find((dir) => dir && existsSync(dir));
  if (!npm) throw new PlainStop("This Node's npm was not found.");
  const target = join(root, 'usr/local');
  copyFileSync(process.execPath, join(target, 'bin/node'));
  mkdirSync(join(target, 'lib/node_modules'), { recursive: true });
  cpSync(npm, join(target, 'lib/node_modules/npm'), { recursive: true, dereference: true });
  for (const name of ['npm', 'npx']) {
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(target, 'bin', name));
  }
  await copyLibraries(root, 'usr/local/bin/node');
}

/** The folder of the npm that started this process. */
function npmOfThisRun() {
  const path = process.env.npm_execpath;
  return path?.endsWith('npm-cli.js') ? dirname(dirname(path)) : undefined;
}

/**
 * @param {string} root
 * @param {string} program relative to the root
 */
async function copyLibraries(root, program) {
  const inside = await run('chroot', [root, 'ldd', `/${program}`]);
  const onHost = await run('ldd', [join(root, program)]);
  for (const [, name = ''] of inside.stdout.matchAll(/^\s*(\S+) => not found$/gm)) {
    const path = onHost.stdout.split('\n').find((line) => line.trim().startsWith(`${name} => `));
    const from = path?.split(' => ')[1]?.split(' ')[0];
    if (from) copyFileSync(from, join(root, 'usr/local/lib', name));
  }
  await run('chroot', [root, 'ldconfig']);
}

/**
 * Gives a root file system the host's way to the package registries: names, apt and npm settings,
 * certificates.
 * @param {string} root
 * @param {readonly import('./apt-sources.mjs').AptSource[]} sources
 */
export async function copyNetworkSettings(root, sources) {
  for (const path of ['/etc/resolv.conf', '/etc/hosts']) copyAtSamePlace(root, path);
  writeFileSync(join(root, 'etc/apt/sources.list'), formatAptSources(sources));
  for (const { signedBy } of sources) copyAtSamePlace(root, signedBy);
  const { stdout } = await run('apt-config', ['dump', 'Acquire']);
  writeFileSync(join(root, 'etc/apt/apt.conf.d/90host'), stdout);
  copyAtSamePlace(root, '/etc/ssl/certs/ca-certificates.crt');
  for (const name of certificateVariables) copyAtSamePlace(root, process.env[name]);
  const npmSettings = (await readNpmSettings()).filter((line) => !placesOfHost.test(line));
  for (const line of npmSettings) copyAtSamePlace(root, /^\s*cafile\s*=\s*(\S+)/.exec(line)?.[1]);
  mkdirSync(join(root, 'usr/local/etc'), { recursive: true });
  writeFileSync(join(root, 'usr/local/etc/npmrc'), npmSettings.join('\n'), { mode: 0o600 });
}

/** The lines of npm's global and user settings; the later win. */
async function readNpmSettings() {
  const names = ['globalconfig', 'userconfig'];
  const paths = await Promise.all(names.map((name) => runNpm(['config', 'get', name])));
  return paths
    .map(({ stdout }) => stdout.trim())
    .filter((path) => path && existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'));
}

/**
 * @param {string} root
 * @param {string | undefined} path absolute; nothing is done without it
 */
function copyAtSamePlace(root, path) {
  if (!path || !existsSync(path)) return;
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(path, target);
}

/** The part of our environment that programs inside need to reach the registries. */
export function carriedEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => carried.test(name)));
}
