import {
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createHistory } from '../../../src-main/services/history.ts';
import { createHistoryService } from '../../../src-main/services/history-service.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { keptLog } from '../../support/kept-log.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const history = fakeHistory();
const service = createGuideService({
  saver: createSaver(),
  reasons: createReadOnlyReasons(),
  journal: fakeJournal(),
  history,
  now: () => 42,
  locale: async () => 'ja',
});

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  return { root, ...(await windowWithFolder(root)) };
}

const save = { bom: false, baseHash: null };

describe('opening and saving a guide', () => {
  it('[F27] what is saved is in the journal before it is in the file; one that cannot be written stops no save', async () => {
    const { root, window } = await folderWith({ 'guides/a.md': 'old' });
    const path = join(root, 'guides/a.md');
    const atFlush: string[] = [];
    const guides = createGuideService({
      ...{ saver: createSaver(), reasons: createReadOnlyReasons(), history, now: () => 42 },
      journal: {
        ...fakeJournal(),
        flush: async () => {
          await delay(20);
          atFlush.push(readFileSync(path, 'utf8'));
          return false;
        },
      },
      locale: async () => 'ja',
    });
    const params = { path: 'guides/a.md', text: 'new', bom: false, baseHash: hashOf('old') };
    expect(await guides['guide.save'](params, window)).toMatchObject({ ok: true });
    expect([atFlush, readFileSync(path, 'utf8')]).toEqual([['old'], 'new']);
  });

  it.each(['\ufeff# a\r\nb\rc\n\n\n', 'no newline at the end', '---json\n{"a":[1, 2]}\n---\n# x'])(
    '[P1] %j stays byte-identical',
    async (content) => {
      const { root, window } = await folderWith({ 'guides/a.md': content });
      const opened = await service['guide.open']({ path: 'guides/a.md' }, window);
      if (!opened.ok) throw new Error(opened.failure.code);
      const { text, bom, hash } = opened.value;
      const saved = await service['guide.save'](
        { path: 'guides/a.md', text, bom, baseHash: hash },
        window,
      );
      expect(saved).toEqual({ ok: true, value: { hash, savedAt: 42 } });
      expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe(content);
      expect(history.told.slice(-2)).toEqual([
        `found guides/a.md ${hash}`,
        `save guides/a.md ${content}`,
      ]);
    },
  );

  it('tells the history of a save that nobody asked for', async () => {
    const { window } = await folderWith({ 'guides/a.md': '# a\n' });
    const params = { path: 'guides/a.md', text: '# b\n', ...save, baseHash: hashOf('# a\n') };
    expect((await service['guide.save']({ ...params, auto: true }, window)).ok).toBe(true);
    expect(history.told.at(-1)).toBe('auto guides/a.md # b\n');
  });

  it('keeps what the author found before the first save, and every text that was saved', async () => {
    const root = temporaryFolder();
    const saver = createSaver();
    const real = createHistory({
      folder: join(temporaryFolder(), 'history'),
      ...{ saver, now: () => 42, limit: 1_000_000, log: keptLog().log },
      onFailing: () => undefined,
    });
    const ports = { saver, journal: fakeJournal(), reasons: createReadOnlyReasons() };
    const guides = createGuideService({
      ...ports,
      history: real,
      now: () => 42,
      locale: async () => 'ja',
    });
    const shown = createHistoryService(real, keptLog().log);
    writeFileSync(join(root, 'a.md'), '\ufeff元\r\n');
    const { window } = await windowWithFolder(root);
    const opened = await guides['guide.open']({ path: 'a.md' }, window);
    let baseHash: string | null = opened.ok ? opened.value.hash : '';
    for (const text of ['一つ目\r\n', '二つ目\r\n']) {
      const saved = await guides['guide.save']({ path: 'a.md', text, bom: true, baseHash }, window);
      baseHash = saved.ok ? saved.value.hash : '';
    }
    writeFileSync(join(root, 'a.md'), '外の');
    await guides['guide.save'](
      { path: 'a.md', text: '上書き', bom: false, baseHash: null },
      window,
    );
    const listed = await shown['history.list']({ path: 'a.md' }, window);
    const versions = listed.ok ? listed.value : [];
    const texts = await Promise.all(
      versions.map(({ id }) => shown['history.read']({ path: 'a.md', id }, window)),
    );
    expect(versions.map(({ kind }) => kind)).toEqual(['found', 'save', 'save', 'found', 'save']);
    expect(texts.map((read) => read.ok && read.value.text)).toEqual([
      '元\r\n',
      '一つ目\r\n',
      '二つ目\r\n',
      '外の',
      '上書き',
    ]);
    expect(await shown['history.read']({ path: 'a.md', id: 99 }, window)).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('[F35] refuses over a change of somebody else, and writes when told to', async () => {
    const { root, window, started } = await folderWith({ 'guides/a.md': 'old' });
    await service['guide.open']({ path: 'guides/a.md' }, window);
    writeFileSync(join(root, 'guides/a.md'), 'theirs');
    const params = { path: 'guides/a.md', text: 'ours', bom: false };
    const refused = await service['guide.save']({ ...params, baseHash: hashOf('old') }, window);
    expect(refused).toMatchObject({ failure: { code: 'changed-on-disk' } });
    expect(started[0]?.calls.some((call) => call.startsWith('filesChanged'))).toBe(false);
    expect(await service['guide.save']({ ...params, baseHash: null }, window)).toMatchObject({
      ok: true,
    });
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe('ours');
    expect(started[0]?.calls.at(-1)).toBe('filesChanged ["guides/a.md"]');
  });

  it('tells the window of changes outside, but not of its own saves', async () => {
    const { root, window, hint } = await folderWith({ 'guides/a.md': 'old' });
    await service['guide.open']({ path: 'guides/a.md' }, window);
    await service['guide.save']({ ...save, path: 'guides/a.md', text: 'ours' }, window);
    hint(['guides/a.md']);
    await delay(30);
    expect(window.events).toEqual([]);
    writeFileSync(join(root, 'guides/a.md'), 'theirs');
    hint(['guides']);
    await delay(50);
    expect(window.events).toEqual([
      { event: 'guide.changedOnDisk', value: { path: 'guides/a.md', hash: hashOf('theirs') } },
    ]);
  });

  it('[F46] never writes over a file that was opened to read only', async () => {
    const bytes = Buffer.from([0x82, 0xa0, 0xff]);
    const { root, window } = await folderWith({ 'guides/a.md': bytes });
    await service['guide.open']({ path: 'guides/a.md' }, window);
    const saved = await service['guide.save']({ ...save, path: 'guides/a.md', text: 'x' }, window);
    expect(saved).toMatchObject({ failure: { code: 'not-utf8' } });
    expect(readFileSync(join(root, 'guides/a.md')).equals(bytes)).toBe(true);
  });

  it.each([
    ...[
      '../x.md',
      '/tmp/x.md',
      'guides/../../x.md',
      '.git/hooks/pre-commit',
      '.GIT/x.md',
      'git~1/x.md',
    ],
    ...[
      '.shirube/config.json',
      'guides/.x.md',
      'guides/x.html',
      'guides/x',
      '.git::$INDEX_ALLOCATION/x.md',
    ],
    ...['guides/CON.md', 'guides/a:b.md', 'out/x.md', 'guides/out.md', 'package.json'],
  ])('[T18][T22][T23][T25] never writes %s', async (path) => {
    const outside = temporaryFolder();
    const { root, window } = await folderWith({});
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'new.md'), join(root, 'guides', 'out.md'));
    const saved = await service['guide.save']({ ...save, path, text: 'x' }, window);
    expect(saved).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect([readdirSync(outside), readdirSync(join(root, 'guides'))]).toEqual([[], ['out.md']]);
  });

  it('[F49] refuses a text that UTF-8 cannot hold, and names its line', async () => {
    const { root, window } = await folderWith({ 'guides/a.md': 'old' });
    const saved = await service['guide.save'](
      { ...save, path: 'guides/a.md', text: '🏥\r\nb\rc\n\ud83c\n' },
      window,
    );
    expect(saved).toMatchObject({ failure: { code: 'half-character', detail: '4' } });
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe('old');
  });

  it('[F49] keeps half a character that is written as an escape of JSON', async () => {
    const { root, window } = await folderWith({ 'guides/a.md': 'old' });
    const text = '---json\n{ "title": "\\ud83c" }\n---\n';
    const saved = await service['guide.save']({ ...save, path: 'guides/a.md', text }, window);
    expect(saved).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'guides/a.md'), 'utf8')).toBe(text);
  });

  it('[F01] sweeps what a killed save left beside a guide', async () => {
    const { root, window } = await folderWith({
      'guides/a.md': 'a',
      'guides/.shirube-0123456789abcdef.tmp': 'half',
    });
    const long = new Date(Date.now() - 3_600_000);
    utimesSync(join(root, 'guides/.shirube-0123456789abcdef.tmp'), long, long);
    await service['guide.open']({ path: 'guides/a.md' }, window);
    expect(readdirSync(join(root, 'guides'))).toEqual(['a.md']);
  });

  it('needs an open folder', async () => {
    const opened = await service['guide.open']({ path: 'a.md' }, fakeWindow());
    expect(opened).toMatchObject({ failure: { code: 'no-workspace' } });
  });
});

describe('saving a copy', () => {
  it('[F08] goes where the author says, and comes back relative where that is inside', async () => {
    const { root, window, started } = await folderWith({ 'guides/a.md': 'old' });
    const elsewhere = join(temporaryFolder(), 'a.md');
    window.answers.push(join(root, 'guides', 'b.md'), elsewhere, null);
    const params = { path: 'guides/a.md', text: '本文', bom: true };
    expect(await service['guide.saveCopy'](params, window)).toEqual({
      ok: true,
      value: { path: 'guides/b.md' },
    });
    expect(started[0]?.calls.at(-1)).toBe('filesChanged ["guides/b.md"]');
    expect(await service['guide.saveCopy'](params, window)).toEqual({
      ok: true,
      value: { path: elsewhere },
    });
    expect(readFileSync(elsewhere, 'utf8')).toBe('\ufeff本文');
    expect(await service['guide.saveCopy'](params, window)).toEqual({ ok: true, value: null });
    expect(window.chosen[0]).toEqual({
      title: '別の場所に保存',
      start: join(root, 'guides', 'aの控え.md'),
    });
  });
});

describe('creating a guide', () => {
  const params = { type: 'guide', name: 'Nurse', title: '看護師', slug: 'nurse', category: 'x' };

  async function created(path: string) {
    const root = temporaryFolder();
    const folder = await windowWithFolder(root, {
      newGuide: async () => ({ ok: true, value: { path, text: '# 看護師' } }),
    });
    return { root, ...folder, result: await service['guide.create'](params, folder.window) };
  }

  it('writes the text of the type, with its folder', async () => {
    const { root, result } = await created('guides/nurse.md');
    expect(result).toEqual({
      ok: true,
      value: { path: 'guides/nurse.md', hash: hashOf('# 看護師') },
    });
    expect(readFileSync(join(root, 'guides/nurse.md'), 'utf8')).toBe('# 看護師');
  });

  it('[F21] never writes over a guide that is there', async () => {
    const { window, result } = await created('nurse.md');
    expect(result.ok).toBe(true);
    expect(await service['guide.create'](params, window)).toMatchObject({
      failure: { code: 'already-exists' },
    });
  });

  it('[T22] never follows a path out of the folder', async () => {
    const { root, result } = await created('../nurse.md');
    expect(result).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect(readdirSync(root)).toEqual([]);
  });
});
