import { mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGlobMatcher, globRoots } from '../../../src-main/files/guide-globs.ts';
import { createNodeWorkspaceFiles } from '../../../src-main/files/node-workspace-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const pathsOf = async (root: string, globs: readonly string[]): Promise<readonly string[]> =>
  (await createNodeWorkspaceFiles(root).list(globs)).map(({ path }) => path);

describe('listing a folder', () => {
  it('[P7] gives what matches, without node_modules and folders that begin with a dot', async () => {
    const root = folderWith({
      'b.md': '',
      'ガイド/a.md': '',
      'node_modules/x.md': '',
      '.git/y.md': '',
      'ガイド/.cache/z.md': '',
      'a.txt': '',
    });

    expect(await pathsOf(root, ['**/*.md'])).toEqual(['b.md', 'ガイド/a.md']);
    expect(await pathsOf(root, ['**/*.md', '!ガイド/**'])).toEqual(['b.md']);
  });

  it('[P7] looks into a folder with a dot where a glob names it', async () => {
    const root = folderWith({ '.shirube/types/a.json': '{}', '.shirube/types/b.txt': '' });

    expect(await pathsOf(root, ['.shirube/types/*.json'])).toEqual(['.shirube/types/a.json']);
  });

  it('[T18] follows a link that stays inside, and no other', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({ 'a.md': 'a' });
    symlinkSync('a.md', join(root, 'inside.md'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'outside.md'));
    symlinkSync(outside, join(root, 'folder'));

    const files = createNodeWorkspaceFiles(root);

    expect(await pathsOf(root, ['**/*.md'])).toEqual(['a.md', 'inside.md']);
    expect(await files.read('outside.md')).toBeUndefined();
    expect(await files.read('folder/secret.md')).toBeUndefined();
    expect(Buffer.from((await files.read('inside.md')) ?? []).toString()).toBe('a');
  });

  it('[F23] lists a name that is not UTF-8, of which nothing is read, until it is gone', async () => {
    const root = folderWith({ 'a.md': '' });
    const name = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0x83, 0x4b]),
      Buffer.from('.md'),
    ]);
    writeFileSync(name, 'x');
    const files = createNodeWorkspaceFiles(root);
    const [lost] = (await pathsOf(root, ['**/*.md'])).filter((path) => path !== 'a.md');
    expect(lost).toBe('\ufffdK.md');
    expect(await files.read('\ufffdK.md')).toEqual(new Uint8Array());
    expect(readFileSync(name, 'utf8')).toBe('x');
    unlinkSync(name);
    expect(await files.read('\ufffdK.md')).toBeUndefined();
    expect(await pathsOf(root, ['**/*.md'])).toEqual(['a.md']);
  });

  it('[F44] shows the conflicted copies that sync services leave beside a guide', async () => {
    const copies = [
      'a (Mika の競合コピー 2026-11-25).md',
      'a (conflicted copy 2026-11-25).md',
      'a.sync-conflict-20261125-101112-ABCDEFG.md',
    ];
    const root = folderWith(Object.fromEntries(['a.md', ...copies].map((path) => [path, 'x'])));

    expect(new Set(await pathsOf(root, ['**/*.md']))).toEqual(new Set(['a.md', ...copies]));
  });

  it('[F22] gives both of two names that differ only in how a kana mark is encoded', async () => {
    const root = folderWith({ ['ガ.md'.normalize('NFC')]: '', ['ガ.md'.normalize('NFD')]: '' });

    expect(new Set(await pathsOf(root, ['**/*.md']))).toEqual(
      new Set(['ガ.md'.normalize('NFC'), 'ガ.md'.normalize('NFD')]),
    );
  });

  it('[T32] takes the extended globs of a folder literally', () => {
    const matches = createGlobMatcher(['+(a|a)+(a|a)+(a|a)+(a|a)b.md']);

    expect(matches(`${'a'.repeat(60)}.md`)).toBe(false);
  });

  it('[P7] starts from the plain beginnings of globs, none inside another', () => {
    expect(globRoots(['guides/**/*.md', 'guides/jobs/*.md', '*.md'])).toEqual(['']);
    expect(globRoots(['guides/**/*.md', 'guides/jobs/*.md'])).toEqual(['guides']);
    expect(globRoots(['**/*.md', '.shirube/types/*.json'])).toEqual(['', '.shirube/types']);
  });
});

describe('reading a file', () => {
  it('[P7] stops at the limit', async () => {
    const root = folderWith({ 'a.md': 'あいう' });

    const bytes = await createNodeWorkspaceFiles(root).read('a.md', 4);

    expect([...(bytes ?? [])]).toEqual([0xe3, 0x81, 0x82, 0xe3]);
  });

  it.each(['../out.md', '/etc/passwd', 'a/../../out.md', 'missing.md', '.', ''])(
    '[T17] never leaves the folder: %s',
    async (path) => {
      const root = join(folderWith({ 'out.md': 'x', 'in/a.md': '' }), 'in');

      expect(await createNodeWorkspaceFiles(root).read(path)).toBeUndefined();
    },
  );

  it('[F10] reads hundreds of files at once without running out of them', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `${String(index)}.md`);
    const root = folderWith(Object.fromEntries(names.map((name) => [name, name])));
    const files = createNodeWorkspaceFiles(root);

    const all = await Promise.all(names.map((name) => files.read(name)));

    expect(all.map((bytes) => Buffer.from(bytes ?? []).toString())).toEqual(names);
  });
});
