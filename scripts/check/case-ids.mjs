import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TITLE =
  /\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/g;
const ID = /\[((?:[PTFEX]\d+)(?:[ ,]+[PTFEX]\d+)*)\]/g;

/** Faults of features that do not exist yet: renaming with all links, and updates. */
const deferredFaults = new Set(['F54', 'F61']);

/**
 * Every promise, threat, fault, export and guarantee id in a test's title must stand in
 * tests/CASES.md, so that a title never claims a case that nobody can look up; and every fault but the
 * deferred ones has a test that claims it.
 * @param {string} root folder of the project
 * @returns {string | undefined} unknown ids with their files, or `undefined` when there are none
 */
export function checkCaseIds(root) {
  const known = new Set(
    [
      ...readFileSync(join(root, 'tests/CASES.md'), 'utf8').matchAll(/^- \*\*([PTFEX]\d+)\*\*/gm),
    ].map(([, id]) => id),
  );
  const unknown = [];
  /** @type {Set<string>} */
  const claimed = new Set();
  for (const file of readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.test\.tsx?$|\.spec\.ts$/.test(file)) continue;
    const text = readFileSync(join(root, 'tests', file), 'utf8');
    // Titles behind a table of cases are not found one by one.
    for (const [, ids = ''] of text.matchAll(ID))
      ids.split(/[ ,]+/).forEach((id) => claimed.add(id));
    for (const [, , title] of text.matchAll(TITLE)) {
      for (const [, ids] of title.matchAll(ID)) {
        for (const id of ids.split(/[ ,]+/)) {
          if (!known.has(id)) unknown.push(`tests/${file}: [${id}] is not in tests/CASES.md`);
        }
      }
    }
  }
  for (const id of known) {
    if (id.startsWith('F') && !deferredFaults.has(id) && !claimed.has(id)) {
      unknown.push(`no test has [${id}] in its title`);
    }
  }
  if (known.size < 100) unknown.push(`tests/CASES.md lists only ${known.size} ids`);
  return unknown.length === 0 ? undefined : unknown.join('\n');
}
