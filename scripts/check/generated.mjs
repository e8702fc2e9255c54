import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawFolders } from './cruise.mjs';

const BEGIN = '<!-- folders: drawn by npm run check -- --write -->';
const END = '<!-- /folders -->';

/**
 * Holds docs/rules.md against the rules; with `--write` it is written anew instead.
 * @param {string} root folder of the project
 * @returns {string | undefined} what is out of date, or `undefined`
 */
function checkRules(root) {
  const args = [join(root, 'scripts/rules-reference.mjs')];
  if (!process.argv.includes('--write')) args.push('--check');
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `${stdout}${stderr}`.trim();
}

/**
 * Holds the generated documents against their sources: README.md's picture of the folders and the
 * reference of the rules.
 * @param {string} root folder of the project
 * @returns {string | undefined} what is out of date, or `undefined`
 */
export function checkGenerated(root) {
  const said = [checkReadme(root), checkRules(root)].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : said.join('\n');
}

/**
 * Holds the generated part of README.md (the picture of the folders) against the sources; with
 * `--write` it is written anew instead.
 * @param {string} root folder of the project
 * @returns {string | undefined} what is out of date, or `undefined`
 */
function checkReadme(root) {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) return `README.md has no part between ${BEGIN} and ${END}`;
  const fresh = `${readme.slice(0, from)}${BEGIN}\n\n${drawFolders(root)}\n\n${readme.slice(to)}`;
  if (fresh === readme) return undefined;
  if (process.argv.includes('--write')) {
    writeFileSync(path, fresh);
    return undefined;
  }
  return "README.md's picture of the folders is out of date: npm run check -- --write";
}
