import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

// Every byte of the author's goes through the saver, or through one of the few modules named here, each of
// which has tests of its own for a disk that fails and a process that is killed.
const root = resolve(import.meta.dirname, '../../../src-main');

/** Functions of node:fs that change what is on disk; making an empty folder changes nothing that is there. */
const changing =
  /^(?:appendFile|chmod|chown|copyFile|cp|createWriteStream|fchmod|fchown|ftruncate|futimes|lchown|link|lutimes|mkdtemp|open|openAsBlob|rename|rm|rmdir|symlink|truncate|unlink|utimes|write|writeFile|writev)(?:Sync)?$/;

/** What each module may change with, and what for. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The disk of the saver, and of moving and appending.
  'files/disk.ts': ['*'],
  // Old temporary files of ours.
  'files/saver.ts': ['unlink'],
  // Reads without following links.
  'files/node-workspace-files.ts': ['openSync'],
  'files/read-contained.ts': ['open'],
  // Damaged files are put aside under another name.
  'files/json-store.ts': ['rename'],
  'files/journal-folder.ts': ['rename', 'rm', 'rmdir'],
  'files/history-folder.ts': ['rename', 'rm', 'rmdir'],
  // A note for version control, and what has lain in the trash for 30 days.
  'files/trash-folder.ts': ['rm', 'writeFile'],
  // Watches a folder.
  'files/watch-folder.ts': ['*'],
  // Reads the image that the author chose.
  'services/image-service.ts': ['open'],
  // A place in the trash that was not used.
  'services/trash-service.ts': ['rmdir'],
  // The transaction of the export, which has its own journal.
  'services/export-files.ts': ['open', 'unlink'],
  'services/export-journal.ts': ['open'],
  'services/export-lock.ts': ['link', 'rename', 'rm', 'writeFile'],
  'services/export-recovery.ts': ['rm'],
  'services/export-service.ts': ['rm'],
  'services/export-transaction.ts': ['chmod', 'rmdir'],
  // A copy of the sample that comes with the application.
  'services/sample-folder.ts': ['cp', 'rename', 'rm'],
  // A picture of the window, for the documentation.
  'windows/take-shot.ts': ['writeFile'],
};

/** Modules that write through an open file; all of them write in full and wait for the disk. */
const throughHandles = [
  'files/append-file.ts',
  'files/write-file.ts',
  'files/write-in-place.ts',
  'services/export-files.ts',
  'services/export-journal.ts',
];

const sources = (readdirSync(root, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')] as const);

/** What a module takes of node:fs to change the disk with; `*` where it takes all of it. */
function changesOf(text: string): string[] {
  const found = new Set<string>();
  for (const [, what = ''] of text.matchAll(
    /import\s+(?!type\b)([^;]*?)\s+from\s+'(?:node:)?fs(?:\/promises)?'/g,
  )) {
    const names = /^\{([^}]*)\}$/.exec(what)?.[1];
    if (names === undefined) found.add('*');
    for (const name of names?.split(',') ?? []) {
      const original = name.trim().split(' ')[0] ?? '';
      if (changing.test(original)) found.add(original);
    }
  }
  if (/(?:require|import|getBuiltinModule)\(\s*['"](?:node:)?fs/.test(text)) found.add('*');
  return [...found].sort();
}

it('[P3] only the modules named here change anything on disk, and only with what they need', () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap(([path, text]) => {
    const changes = changesOf(text);
    return changes.length === 0 ? [] : [[path, changes] as const];
  });
  expect(Object.fromEntries(found)).toEqual(allowed);
});

it('[P3] only the modules named here write into an open file', () => {
  const writing = sources
    .filter(([, text]) =>
      /\.(?:writeFile|appendFile|writev|write|truncate|createWriteStream)\(\s*[^,)]/.test(
        text.replaceAll(/\bprocess\.(?:stdout|stderr)\.write\(/g, ''),
      ),
    )
    .map(([path]) => path);
  expect(writing.sort()).toEqual(throughHandles);
});

it.each([
  ["import { readFile, writeFile } from 'node:fs/promises';", ['writeFile']],
  ["import { writeFileSync as put } from 'fs';", ['writeFileSync']],
  ["import fs from 'node:fs';", ['*']],
  ["import * as fs from 'node:fs/promises';", ['*']],
  ["const { rm } = await import('node:fs/promises');", ['*']],
  ["import type { Stats } from 'node:fs';\nimport { type Dirent, stat } from 'node:fs';", []],
])('finds what %j changes the disk with', (text, expected) => {
  expect(changesOf(text)).toEqual(expected);
});
