/**
 * @typedef {object} LinuxLibrary
 * @property {string} soname what the loader looks for
 * @property {string} package Debian's package of it
 * @property {boolean} [t64] renamed with the suffix `t64` since Debian 13 and Ubuntu 24.04
 */

/**
 * The libraries that together bring everything Electron links to, found by ldd on a minimal system.
 * @type {readonly LinuxLibrary[]}
 */
export const electronLibraries = [
  { soname: 'libgtk-3.so.0', package: 'libgtk-3-0', t64: true },
  { soname: 'libnss3.so', package: 'libnss3' },
  { soname: 'libasound.so.2', package: 'libasound2', t64: true },
  { soname: 'libgbm.so.1', package: 'libgbm1' },
];

/**
 * What those bring along, for a system where only a part is installed.
 * @type {readonly LinuxLibrary[]}
 */
export const broughtLibraries = [
  { soname: 'libnspr4.so', package: 'libnspr4' },
  { soname: 'libdrm.so.2', package: 'libdrm2' },
  { soname: 'libatk-1.0.so.0', package: 'libatk1.0-0', t64: true },
  { soname: 'libatk-bridge-2.0.so.0', package: 'libatk-bridge2.0-0', t64: true },
  { soname: 'libatspi.so.0', package: 'libatspi2.0-0', t64: true },
  { soname: 'libcups.so.2', package: 'libcups2', t64: true },
  { soname: 'libglib-2.0.so.0', package: 'libglib2.0-0', t64: true },
  { soname: 'libcairo.so.2', package: 'libcairo2' },
  { soname: 'libpango-1.0.so.0', package: 'libpango-1.0-0' },
  { soname: 'libdbus-1.so.3', package: 'libdbus-1-3' },
  { soname: 'libexpat.so.1', package: 'libexpat1' },
  { soname: 'libudev.so.1', package: 'libudev1' },
  { soname: 'libxkbcommon.so.0', package: 'libxkbcommon0' },
  { soname: 'libxcb.so.1', package: 'libxcb1' },
  { soname: 'libX11.so.6', package: 'libx11-6' },
  { soname: 'libXcomposite.so.1', package: 'libxcomposite1' },
  { soname: 'libXdamage.so.1', package: 'libxdamage1' },
  { soname: 'libXext.so.6', package: 'libxext6' },
  { soname: 'libXfixes.so.3', package: 'libxfixes3' },
  { soname: 'libXrandr.so.2', package: 'libxrandr2' },
];
