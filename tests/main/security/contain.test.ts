import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contain, isInside } from '../../../src-main/security/contain.ts';

let base = '';
let root = '';

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'shirube-contain-')));
  root = join(base, 'root');
  await mkdir(join(root, 'guides', 'deep'), { recursive: true });
  await mkdir(join(base, 'root-twin'));
  await mkdir(join(base, 'secret'));
  await writeFile(join(base, 'secret', 'key'), 'secret');
  await writeFile(join(base, 'root-twin', 'key'), 'secret');
  await writeFile(join(root, 'guides', 'a.md'), 'a');
  await symlink(join(base, 'secret'), join(root, 'out'));
  await symlink('../../secret/key', join(root, 'guides', 'key.md'));
  await symlink('nowhere', join(root, 'guides', 'dangling.md'));
  await symlink('loop-b', join(root, 'loop-a'));
  await symlink('loop-a', join(root, 'loop-b'));
  await symlink('guides', join(root, 'alias'));
  await symlink('a.md', join(root, 'guides', 'b.md'));
  await symlink(root, join(base, 'root-link'));
});
afterAll(() => rm(base, { recursive: true }));

/** Paths that must never be followed, whatever is on disk. */
const refused = [
  ...['', '.', './', '..', '../', '../x', '../secret/key', '../root-twin/key', 'guides/../../x'],
  ...['guides/..', 'guides/../a.md', 'a/b/../../../../etc/passwd', './a.md', 'guides/./a.md'],
  ...['/', '/etc/passwd', '//etc/passwd', '//server/share/x', 'guides//a.md', 'guides/'],
  ...['\\', '..\\x', '..\\..\\x', 'guides\\..\\..\\x', '\\\\server\\share\\x', '\\etc\\passwd'],
  ...['guides\\a.md', 'C:\\Windows\\x', 'C:/Windows/x', 'c:x', 'Z:', '\\\\?\\C:\\x', '\\\\.\\NUL'],
  ...['a\0.md', '\0', 'guides/a.md\0.png', '\0/../x', '..\0/x'],
  ...['CON', 'con.md', 'guides/NUL.md', 'aux/x.md', 'PRN.txt', 'com1.md', 'LPT9', 'com¹.md'],
  ...['CONIN$', 'conout$.md', 'NUL .md', 'nul.tar.gz', 'guides/CON/x.md'],
  ...['a.md.', 'a.md ', 'guides./a.md', 'guides /a.md', '...', '. ', '.. ', '.. /x'],
  ...['a:b', 'a.md:stream', 'a.md::$DATA', '.git::$INDEX_ALLOCATION', 'a?.md', 'a*.md', 'a|b'],
  ...[
    '<x>.md',
    '"a".md',
    'a\nb.md',
    'a\rb.md',
    'a\u001b[31m.md',
    'a\u007f.md',
    'file:///etc/passwd',
  ],
  ...['https://x.test/a', 'javascript:alert(1)', 'data:text/html,x'],
];

describe('contain', () => {
  it('[T17][T25] is tried with at least 60 hostile paths', () => {
    expect(new Set(refused).size).toBeGreaterThanOrEqual(60);
  });

  it.each(refused)('[T17][T22][T25] refuses %j', async (path) => {
    expect((await contain(root, path)).ok).toBe(false);
  });

  it.each([
    '%2e%2e/x',
    '%2e%2e%2fx',
    '..%2fx',
    '%5c..%5cx',
    '%00',
    '~/x',
    '$HOME/x',
    '．．/x',
    '‥/x',
  ])('[T17] takes %j for a plain name below the root, since nothing decodes it', async (path) => {
    expect(await contain(root, path)).toEqual({ ok: true, path: join(root, path) });
  });

  it('gives the real path of a file, and of one that does not exist yet', async () => {
    expect(await contain(root, 'guides/a.md')).toEqual({
      ok: true,
      path: join(root, 'guides/a.md'),
    });
    expect(await contain(root, 'new/deep/日本語.md')).toEqual({
      ok: true,
      path: join(root, 'new/deep/日本語.md'),
    });
  });

  it('follows the root itself where it is a link', async () => {
    expect(await contain(join(base, 'root-link'), 'guides/a.md')).toEqual({
      ok: true,
      path: join(root, 'guides/a.md'),
    });
  });

  it('[T18][F14] follows a link whose target lies inside', async () => {
    expect(await contain(root, 'guides/b.md')).toEqual({
      ok: true,
      path: join(root, 'guides/a.md'),
    });
    expect(await contain(root, 'alias/new.md')).toEqual({
      ok: true,
      path: join(root, 'guides/new.md'),
    });
  });

  it.each([
    'out/key',
    'out/new.md',
    'out',
    'guides/key.md',
    'guides/dangling.md',
    'loop-a',
    'loop-a/x',
  ])(
    '[T18] refuses %s, a link that leads out or nowhere, for reading and writing alike',
    async (path) => {
      expect(await contain(root, path)).toEqual({ ok: false, reason: 'symlink' });
      expect(await contain(root, path, 'read')).toEqual({ ok: false, reason: 'symlink' });
    },
  );

  it('refuses a path below a file', async () => {
    expect(await contain(root, 'guides/a.md/x')).toEqual({ ok: false, reason: 'outside' });
  });

  it('[T25] reads a name that only this system can hold, but never writes it', async () => {
    await writeFile(join(root, 'guides', 'a:b.md'), 'x');
    expect(await contain(root, 'guides/a:b.md', 'read')).toMatchObject({ ok: true });
    expect(await contain(root, 'guides/a:b.md')).toEqual({ ok: false, reason: 'name' });
  });

  it('[T22] never gives a path outside the root, whatever the pieces', async () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', '/', '\\', 'out', 'alias', 'guides', 'key.md', 'loop-a', '\0'),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const contained = await contain(root, pieces.join('/'));
        expect(!contained.ok || isInside(root, contained.path)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('isInside', () => {
  it('compares whole names, so a folder with a longer name is outside', () => {
    expect(isInside('/a/root', '/a/root-twin/x')).toBe(false);
    expect(isInside('/a/root', '/a/root/..x')).toBe(true);
    expect(isInside('/a/root', '/a')).toBe(false);
    expect(isInside('/a/root', '/a/root')).toBe(true);
  });
});
