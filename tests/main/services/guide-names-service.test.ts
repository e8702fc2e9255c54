import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src-main/files/disk.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createGuideNamesService } from '../../../src-main/services/guide-names-service.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const saver = createSaver();
const reasons = createReadOnlyReasons();
const history = fakeHistory();
const names = createGuideNamesService({
  saver,
  disk: realDisk,
  reasons,
  journal: fakeJournal(),
  history,
});
const guides = createGuideService({
  ...{ saver, reasons, now: () => 42 },
  journal: fakeJournal(),
  history: fakeHistory(),
  locale: async () => 'ja',
});

async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  process: Parameters<typeof windowWithFolder>[1] = {},
) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  const folder = await windowWithFolder(root, process);
  const rename = (path: string, to: string) => names['guide.rename']({ path, to }, folder.window);
  const move = (path: string, into: string) =>
    names['guide.move']({ path, folder: into }, folder.window);
  const { session } = folder.window;
  if (!session) throw new Error('no folder');
  return {
    root,
    ...folder,
    session,
    rename,
    move,
    list: () => readdirSync(join(root, 'guides')).sort(),
  };
}

describe('following a guide that was moved outside', () => {
  const follow = { path: 'guides/a.md', to: 'guides/b.md', baseHash: hashOf('a') };

  it('[F37] goes on at its new place: history, journal and what the window is told of', async () => {
    const { window, session } = await folderWith({ 'guides/b.md': 'a' });
    session.disk.know('guides/a.md', hashOf('a'));
    expect(await names['guide.follow'](follow, window)).toMatchObject({ ok: true });
    expect(history.told.at(-1)).toBe('move guides/a.md guides/b.md');
    expect(session.disk.paths()).toEqual(['guides/b.md']);
  });

  it.each([
    ['is back', { 'guides/a.md': 'a', 'guides/b.md': 'a' }, follow, 'already-exists'],
    ['has other bytes', { 'guides/b.md': 'x' }, follow, 'changed-on-disk'],
    ['is nowhere', {}, follow, 'not-found'],
    ['is none', { 'b.txt': 'a' }, { ...follow, to: 'b.txt' }, 'outside-workspace'],
    ['is outside', {}, { ...follow, to: '../b.md' }, 'outside-workspace'],
  ] as const)('[F37] does not where it %s', async (_, files, params, code) => {
    const { window } = await folderWith(files);
    const before = history.told.length;
    expect(await names['guide.follow'](params, window)).toMatchObject({ failure: { code } });
    expect(history.told.length).toBe(before);
  });
});

describe('moving a guide to another folder', () => {
  it('puts it there under its name, makes the folder, and tells who keeps the list', async () => {
    const { root, move, list, started } = await folderWith({ 'guides/看護師.md': 'あ\r\n' });
    const to = 'guides/医療/病院/看護師.md';
    expect(await move('guides/看護師.md', 'guides/医療/病院')).toEqual({
      ok: true,
      value: { path: to },
    });
    expect(list()).toEqual(['医療']);
    expect(readFileSync(join(root, to), 'utf8')).toBe('あ\r\n');
    expect(started[0]?.calls.at(-1)).toBe(`filesChanged ["guides/看護師.md","${to}"]`);
    expect(history.told.at(-1)).toBe(`move guides/看護師.md ${to}`);
    expect(await move(to, '')).toEqual({ ok: true, value: { path: '看護師.md' } });
    expect(await move('看護師.md', 'guides')).toMatchObject({ ok: true });
    expect(list().toSorted()).toEqual(['医療', '看護師.md'].toSorted());
  });

  it('[F21] never takes the place of another file', async () => {
    const { root, move } = await folderWith({ 'guides/a.md': 'a', 'a.md': 'top' });
    expect(await move('guides/a.md', '')).toMatchObject({ failure: { code: 'already-exists' } });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('top');
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe('a');
  });

  it.each([
    ...['..', '../x', '/tmp', 'guides/../..', '.git', '.git/hooks', '.shirube', 'git~1'],
    ...['guides/', '/', 'a//b', 'CON', 'nul.x', 'a:b', 'x\\y', 'x\u0000', 'guides/x. '],
  ])('[T17][T22][T25] never puts it into %j', async (into) => {
    const { root, move, list } = await folderWith({ 'guides/a.md': 'a' });
    expect(await move('guides/a.md', into)).toMatchObject({
      failure: { code: 'outside-workspace' },
    });
    expect([list(), readdirSync(root)]).toEqual([['a.md'], ['guides']]);
  });

  it('[T18] never follows a folder that leads out, and leaves links alone', async () => {
    const outside = temporaryFolder();
    const { root, move, list } = await folderWith({ 'guides/a.md': 'a' });
    symlinkSync(outside, join(root, 'out'));
    symlinkSync('a.md', join(root, 'guides/link.md'));
    for (const into of ['out', 'out/deeper']) {
      expect(await move('guides/a.md', into)).toMatchObject({
        failure: { code: 'outside-workspace' },
      });
    }
    expect(await move('guides/link.md', 'x')).toMatchObject({ failure: { code: 'linked' } });
    expect([list(), readdirSync(outside)]).toEqual([['a.md', 'link.md'], []]);
  });

  it('a file in the way of the folder is left, and so is the guide', async () => {
    const { move, list } = await folderWith({ 'guides/a.md': 'a', x: 'a file' });
    expect((await move('guides/a.md', 'x')).ok).toBe(false);
    expect(list()).toEqual(['a.md']);
  });
});

describe('renaming the file of a guide', () => {
  it('gives it the new name, and tells who keeps the list', async () => {
    const { root, rename, list, started } = await folderWith({ 'guides/a.md': 'あ\r\n' });
    expect(await rename('guides/a.md', 'guides/看護師.md')).toEqual({
      ok: true,
      value: { path: 'guides/看護師.md' },
    });
    expect(list()).toEqual(['看護師.md']);
    expect(readFileSync(join(root, 'guides/看護師.md'), 'utf8')).toBe('あ\r\n');
    expect(started[0]?.calls.at(-1)).toBe('filesChanged ["guides/a.md","guides/看護師.md"]');
    expect(history.told.at(-1)).toBe('move guides/a.md guides/看護師.md');
  });

  it('works at the top of the folder', async () => {
    const { root, rename } = await folderWith({ 'a.md': 'a' });
    expect(await rename('a.md', 'b.md')).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('a');
  });

  it.each([
    ...['guides/CON.md', 'guides/nul.b.md', 'guides/a:b.md', 'guides/b .md', 'guides/.b.md'],
    ...['guides/a\u202eb.md', 'guides/b\u0000.md', 'guides/.md', 'guides/か\u3099.md'],
    ...['other/b.md', 'b.md', '../b.md', '/tmp/b.md', 'guides/../b.md', 'guides/x/b.md'],
    ...['guides/b.txt', 'guides/b', 'guides/b\\c.md', `guides/${'長'.repeat(90)}.md`],
  ])('[T22][T25][F22] never gives the name %j', async (to) => {
    const { rename, list, root } = await folderWith({ 'guides/a.md': 'a' });
    mkdirSync(join(root, 'other'));
    expect(await rename('guides/a.md', to)).toMatchObject({ failure: { code: 'name-refused' } });
    expect([list(), readdirSync(join(root, 'other'))]).toEqual([['a.md'], []]);
  });

  it('[F24] gives the longest names that a disk can hold', async () => {
    const { rename, list } = await folderWith({ 'guides/a.md': 'a' });
    const long = `${'長'.repeat(84)}.md`;
    expect(await rename('guides/a.md', `guides/${long}`)).toMatchObject({ ok: true });
    expect(list()).toEqual([long]);
  });

  it('[F20] changes the case of a name', async () => {
    const { rename, list } = await folderWith({ 'guides/Nurse.md': 'a' });
    expect(await rename('guides/Nurse.md', 'guides/nurse.md')).toMatchObject({ ok: true });
    expect(list()).toEqual(['nurse.md']);
  });

  it('[F22] a folder whose name is spelled with separate marks keeps it', async () => {
    const { root, rename } = await folderWith({});
    const folder = 'か\u3099';
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'a.md'), 'a');
    expect(await rename(`${folder}/a.md`, `${folder}/が.md`)).toMatchObject({ ok: true });
    expect(readdirSync(join(root, folder))).toEqual(['が.md']);
  });

  it('[F21] never takes the place of another file', async () => {
    const { root, rename } = await folderWith({ 'guides/a.md': 'a', 'guides/b.md': 'b' });
    expect(await rename('guides/a.md', 'guides/b.md')).toMatchObject({
      failure: { code: 'already-exists' },
    });
    expect(readFileSync(join(root, 'guides/b.md'), 'utf8')).toBe('b');
  });

  it('[T18] leaves links alone, and never follows a folder that leads out', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'a.md'), 'theirs');
    const { root, rename, list } = await folderWith({ 'guides/a.md': 'a' });
    symlinkSync('a.md', join(root, 'guides/link.md'));
    symlinkSync(outside, join(root, 'out'));
    expect(await rename('guides/link.md', 'guides/b.md')).toMatchObject({
      failure: { code: 'linked' },
    });
    expect(await rename('out/a.md', 'out/b.md')).toMatchObject({
      failure: { code: 'outside-workspace' },
    });
    expect([list(), readdirSync(outside)]).toEqual([['a.md', 'link.md'], ['a.md']]);
  });

  it.each(['.git/hooks.md', '.shirube/x.md', 'guides/a.html'])(
    '[T22] never touches %s',
    async (path) => {
      const { rename } = await folderWith({ 'guides/a.md': 'a' });
      const to = path.replace(/[^/]*(\.[a-z]+)$/, 'b$1');
      expect(await rename(path, to)).toMatchObject({ failure: { code: 'outside-workspace' } });
    },
  );

  it('waits for a save that is under way, which would make the old name again', async () => {
    const { root, window, rename, list } = await folderWith({ 'guides/a.md': 'old' });
    const saving = guides['guide.save'](
      { path: 'guides/a.md', text: 'new', bom: false, baseHash: hashOf('old') },
      window,
    );
    expect(await rename('guides/a.md', 'guides/b.md')).toMatchObject({ ok: true });
    expect(await saving).toMatchObject({ ok: true });
    expect(list()).toEqual(['b.md']);
    expect(readFileSync(join(root, 'guides/b.md'), 'utf8')).toBe('new');
  });

  it('an open guide is looked at under its new name, and its move is no change outside', async () => {
    const { root, window, rename, hint } = await folderWith({ 'guides/a.md': 'a' });
    await guides['guide.open']({ path: 'guides/a.md' }, window);
    await rename('guides/a.md', 'guides/b.md');
    hint(['guides']);
    await delay(30);
    expect(window.events).toEqual([]);
    writeFileSync(join(root, 'guides/b.md'), 'theirs');
    hint(['guides/b.md']);
    await delay(50);
    expect(window.events).toEqual([
      { event: 'guide.changedOnDisk', value: { path: 'guides/b.md', hash: hashOf('theirs') } },
    ]);
  });

  it('[F46] a guide that may only be read stays so under its new name', async () => {
    const bytes = Buffer.from([0x82, 0xa0, 0xff]);
    const { root, window, rename } = await folderWith({ 'guides/a.md': bytes });
    await guides['guide.open']({ path: 'guides/a.md' }, window);
    await rename('guides/a.md', 'guides/b.md');
    const saved = await guides['guide.save'](
      { path: 'guides/b.md', text: 'x', bom: false, baseHash: null },
      window,
    );
    expect(saved).toMatchObject({ failure: { code: 'not-utf8' } });
    expect(readFileSync(join(root, 'guides/b.md')).equals(bytes)).toBe(true);
  });
});

describe('duplicating a guide', () => {
  const answers = { name: 'Nurse', title: '看護師', slug: 'nurse' };
  const copy = (path: string) => ({
    copyGuide: async ({ text }: { readonly text: string }) =>
      ({ ok: true, value: { path, text: `${text}!`, asWritten: false } }) as const,
  });
  const ask = (
    window: Awaited<ReturnType<typeof folderWith>>['window'],
    text: string | null = null,
  ) => names['guide.duplicate']({ path: 'guides/a.md', text, bom: true, ...answers }, window);

  it('writes the copy of the file beside it, with its byte order mark and line ends', async () => {
    const { root, window } = await folderWith(
      { 'guides/a.md': '\ufeff# a\r\nb\r' },
      copy('guides/nurse.md'),
    );
    expect(await ask(window)).toEqual({
      ok: true,
      value: { path: 'guides/nurse.md', hash: hashOf('\ufeff# a\r\nb\r!'), asWritten: false },
    });
    expect(readFileSync(join(root, 'guides/nurse.md'), 'utf8')).toBe('\ufeff# a\r\nb\r!');
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe('\ufeff# a\r\nb\r');
  });

  it('takes the text that is not saved yet, and leaves the file as it is', async () => {
    const { root, window } = await folderWith({ 'guides/a.md': 'old' }, copy('guides/nurse.md'));
    expect(await ask(window, '書きかけ')).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'guides/nurse.md'), 'utf8')).toBe('\ufeff書きかけ!');
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe('old');
  });

  it('[F21] never writes over a file that is there', async () => {
    const files = { 'guides/a.md': 'a', 'guides/nurse.md': 'theirs' };
    const { root, window } = await folderWith(files, copy('guides/nurse.md'));
    expect(await ask(window)).toMatchObject({ failure: { code: 'already-exists' } });
    expect(readFileSync(join(root, 'guides/nurse.md'), 'utf8')).toBe('theirs');
  });

  it('[F46] a file of another encoding is not copied, since its text is only a guess', async () => {
    const { window, list } = await folderWith({
      'guides/a.md': Buffer.from([0x82, 0xa0, 0xff]),
    });
    expect(await ask(window)).toMatchObject({ failure: { code: 'not-utf8' } });
    expect(list()).toEqual(['a.md']);
  });

  it('[T22] never follows a path out of the folder', async () => {
    const { root, window } = await folderWith({ 'guides/a.md': 'a' }, copy('../nurse.md'));
    expect(await ask(window)).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect(readdirSync(root)).toEqual(['guides']);
  });
});
