import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const sources = ['src-core', 'src-main', 'src-preload', 'src-renderer'];

/**
 * Holds the sources against the table "who may import whom". A parser that the tool does not know
 * makes it read nothing and pass, so reading too few modules is a failure, too.
 * @param {string} root folder of the project
 * @returns {string | undefined} violations, or `undefined` when there are none
 */
export function checkCruise(root) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...sources,
      '--output-type',
      'json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 2 ** 20 },
  );
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return `dependency-cruiser said nothing that can be read: ${stderr}`;
  }
  const own = report.modules.filter(({ source }) => source.startsWith('src-'));
  if (own.length < 100) return `dependency-cruiser read only ${own.length} of our modules`;
  const violations = report.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return violations.length === 0 ? undefined : violations.join('\n');
}

/**
 * The picture of the folders and their imports for the README, as Mermaid text.
 * @param {string} root folder of the project
 * @returns {string}
 */
export function drawFolders(root) {
  const { stdout } = spawnSync(
    process.execPath,
    [
      resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...sources,
      '--output-type',
      'json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 2 ** 20 },
  );
  const arrows = new Set();
  for (const { source, dependencies } of JSON.parse(stdout).modules) {
    for (const { resolved } of dependencies) {
      const from = folderOf(source);
      const to = folderOf(resolved);
      if (from && to && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  }
  return ['```mermaid', 'flowchart LR', ...[...arrows].sort(), '```'].join('\n');
}

/** @param {string} path @returns {string | undefined} the box that a file belongs to */
function folderOf(path) {
  if (path.startsWith('src-core/')) return 'src-core';
  if (path.startsWith('src-preload/')) return 'src-preload';
  const main = /^src-main\/([^/]+)\//.exec(path);
  if (main) return `src-main/${main[1]}`;
  const renderer = /^src-renderer\/([^/]+)\//.exec(path);
  if (renderer) return `src-renderer/${renderer[1]}`;
  return undefined;
}
