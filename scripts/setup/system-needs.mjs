import { existsSync } from 'node:fs';
import { findProgram, run } from './command.mjs';
import { broughtLibraries, electronLibraries } from './linux-libraries.mjs';

/** @typedef {import('./linux-libraries.mjs').LinuxLibrary} LinuxLibrary */

/** Programs with which tests bring about real faults on real file systems, and their packages. */
const programsOfTests = {
  ...{ git: 'git', strace: 'strace', faketime: 'faketime' },
  ...{ setfattr: 'attr', setfacl: 'acl', 'mkfs.ext4': 'e2fsprogs', chattr: 'e2fsprogs' },
  ...{ 'lowntfs-3g': 'ntfs-3g', 'mkfs.ntfs': 'ntfs-3g' },
  ...{ 'mount.exfat-fuse': 'exfat-fuse', 'mkfs.exfat': 'exfatprogs' },
};

/**
 * One thing from outside npm that is missing.
 * @typedef {object} SystemNeed
 * @property {string} what for a person, such as `libgbm.so.1`
 * @property {string} package Debian's name of the package
 * @property {boolean} [t64] see `LinuxLibrary`
 * @property {boolean} [optional] wanted by some tests, which are skipped without it
 */

/**
 * @typedef {object} Purpose
 * @property {boolean} electron Electron will run
 * @property {boolean} virtualDisplay on an Xvfb, whose pictures need fonts
 * @property {boolean} tests the tests will run
 */

/**
 * Lists what the system lacks for a purpose; empty on macOS and Windows.
 * @param {Purpose} purpose
 * @returns {Promise<SystemNeed[]>}
 */
export async function findSystemNeeds({ electron, virtualDisplay, tests }) {
  if (process.platform !== 'linux') return [];
  const testTools = tests ? missingPrograms(programsOfTests) : [];
  return [
    ...(electron ? await missingLibraries() : []),
    ...(virtualDisplay ? missingPrograms({ Xvfb: 'xvfb' }) : []),
    ...(virtualDisplay || (electron && tests) ? await missingFonts() : []),
    ...testTools.map((need) => ({ ...need, optional: true })),
  ];
}

/**
 * Lists the libraries that the loader does not find for a program.
 * @param {string} program absolute path
 * @returns {Promise<SystemNeed[]>} an unknown library has the package name `''`
 */
export async function findUnlinkedLibraries(program) {
  if (process.platform !== 'linux') return [];
  const { stdout } = await run('ldd', [program]);
  return [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].map(([, soname = '']) => {
    const known = [...electronLibraries, ...broughtLibraries].find((it) => it.soname === soname);
    return known ? toNeed(known) : { what: soname, package: '' };
  });
}

/** @returns {Promise<SystemNeed[]>} */
async function missingLibraries() {
  const { code, stdout } = await run(findProgram('ldconfig') ?? 'ldconfig', ['-p']);
  // Without ldconfig (musl, NixOS) nothing can be said yet; ldd tells once the runtime is there.
  if (code !== 0) return [];
  const tag =
    new Map([
      ['x64', 'x86-64'],
      ['arm64', 'AArch64'],
    ]).get(process.arch) ?? '';
  const known = stdout.split('\n').filter((line) => line.includes(tag));
  return electronLibraries
    .filter(({ soname }) => !known.some((line) => line.trim().startsWith(`${soname} `)))
    .map(toNeed);
}

/** @param {LinuxLibrary} library */
function toNeed({ soname, ...names }) {
  return { what: soname, ...names };
}

/**
 * @param {Record<string, string>} packageOfProgram
 * @returns {SystemNeed[]}
 */
function missingPrograms(packageOfProgram) {
  return Object.entries(packageOfProgram)
    .filter(([program]) => findProgram(program) === undefined)
    .map(([program, name]) => ({ what: program, package: name }));
}

/** @returns {Promise<SystemNeed[]>} */
async function missingFonts() {
  const fonts = [
    { what: 'a Japanese font', package: 'fonts-noto-cjk', language: 'ja' },
    { what: 'an emoji font', package: 'fonts-noto-color-emoji', language: 'und-zsye' },
  ];
  const found = await Promise.all(fonts.map(hasFont));
  return fonts.filter((_, index) => !found[index]);
}

/** @param {{package: string, language: string}} font */
async function hasFont(font) {
  if (existsSync(`/var/lib/dpkg/info/${font.package}.list`)) return true;
  const { stdout } = await run('fc-list', [`:lang=${font.language}`, 'family']);
  return stdout.trim() !== '';
}
