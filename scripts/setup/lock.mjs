/**
 * What package-lock.json says about one package.
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [dev]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const libraries = new Map([
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['glibc', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
]);

/**
 * Lists the platform packages (such as a binding for Windows) that locked packages ask for and that
 * the lock does not have. npm leaves them out when the registry in use lacks them, and then refuses
 * `npm ci` on that same registry because they are not locked. They have no integrity hash.
 * @param {Record<string, LockedPackage>} packages of package-lock.json
 * @returns {Record<string, LockedPackage>} by their place, in the lock's own form
 */
function listUnlocked(packages) {
  /** @type {Record<string, LockedPackage>} */
  const unlocked = {};
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isLocked = [`${place}/node_modules/${name}`, `node_modules/${name}`].some(
        (it) => it in packages,
      );
      const { cpu, os, libc } = platformOf(name);
      if (isLocked || !cpu || !os || !/^\d/.test(version)) continue;
      // In the order of npm itself, so that its next writing changes nothing.
      const entry = {
        version,
        cpu,
        ...(dev && { dev }),
        ...(libc && { libc }),
        optional: true,
        os,
      };
      unlocked[`node_modules/${name}`] = entry;
    }
  }
  return unlocked;
}

/**
 * Adds to a lock what `listUnlocked` finds.
 * @param {string} lock the text of package-lock.json
 * @returns {string} the same text when nothing is left out
 */
export function completeLock(lock) {
  const content = JSON.parse(lock);
  const unlocked = listUnlocked(content.packages);
  if (Object.keys(unlocked).length === 0) return lock;
  const all = Object.entries({ ...content.packages, ...unlocked });
  const packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  return `${JSON.stringify({ ...content, packages }, null, 2)}\n`;
}

/**
 * Reads the platform off a name such as `@oxlint/binding-linux-x64-musl`.
 * @param {string} name
 * @returns {{cpu?: string[], os?: string[], libc?: string[]}} without what the name does not say
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const cpu = words.filter((word) => processors.includes(word));
  const os = words.filter((word) => systems.includes(word));
  const libc = os.includes('linux') ? words.flatMap((word) => libraries.get(word) ?? []) : [];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(libc.length > 0 && { libc }),
  };
}
