import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  asyncProperty,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionKind } from '#core/history/history-version';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver, type Saver } from '../../../src-main/files/saver.ts';
import { createHistory, type History, keepGivenUp } from '../../../src-main/services/history.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';
import { keptLog } from '../../support/kept-log.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = { id: '0123456789abcdef', root: '/nowhere' };
const day = 24 * 60 * 60 * 1000;

interface Options {
  readonly folder?: string;
  readonly limit?: number;
  readonly saver?: Saver;
  readonly clock?: { now: number };
}

function openHistory({ folder = join(temporaryFolder(), 'history'), ...rest }: Options = {}) {
  const failing: boolean[] = [];
  const clock = rest.clock ?? { now: 1_800_000_000_000 };
  const { log, lines } = keptLog();
  const history = createHistory({
    folder,
    saver: rest.saver ?? createSaver(),
    now: () => clock.now,
    limit: rest.limit ?? 1_000_000_000,
    onFailing: (now) => void failing.push(now),
    log,
  });
  return { history, folder, failing, clock, lines };
}

const keep = (history: History, text: string, kind: VersionKind = 'save', path = 'a.md') =>
  history.keep(place, path, Buffer.from(text), kind);

const folderOf = (root: string, path = 'a.md'): string =>
  join(root, place.id, hashOf(path).slice(0, 16));

async function textsOf(history: History, path = 'a.md'): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (const { id } of await history.list(place, path)) {
    const bytes = await history.read(place, path, id);
    texts.push(bytes && Buffer.from(bytes).toString('utf8'));
  }
  return texts;
}

describe('the history of a guide', () => {
  it('has every text that was kept, in their order, with when and why', async () => {
    const { history, clock } = openHistory();
    await keep(history, '一つ目');
    clock.now += 1000;
    await keep(history, '二つ目🎌', 'work');
    expect(await history.list(place, 'a.md')).toMatchObject([
      { id: 1, at: 1_800_000_000_000, kind: 'save', characters: 3 },
      { id: 2, at: 1_800_000_001_000, kind: 'work', characters: 4 },
    ]);
    expect(await textsOf(history)).toEqual(['一つ目', '二つ目🎌']);
    expect(await history.list(place, 'b.md')).toEqual([]);
  });

  it('keeps a text once, however often it comes back, and not again while it is the newest', async () => {
    const { history, folder } = openHistory();
    for (const text of ['x', 'x', 'y', 'x']) await keep(history, text);
    expect(await textsOf(history)).toEqual(['x', 'y', 'x']);
    expect(readdirSync(folderOf(folder)).filter((name) => name.endsWith('.md'))).toHaveLength(2);
  });

  it('calls a text saved once it is, though it was kept before as work', async () => {
    const { history } = openHistory();
    await keep(history, 'x', 'work');
    await keep(history, 'x', 'save');
    await keep(history, 'x', 'work');
    const kinds = (await history.list(place, 'a.md')).map(({ kind }) => kind);
    expect(kinds).toEqual(['save']);
  });

  it('is not flooded by guides that save themselves every few seconds: one in five minutes, and the newest', async () => {
    const { history, clock, folder } = openHistory();
    await keep(history, '手で');
    for (let second = 15; second <= 900; second += 15) {
      clock.now = 1_800_000_000_000 + second * 1000;
      await keep(history, `自動${second}`, 'auto');
    }
    await keep(history, '手で', 'save');
    expect(await textsOf(history)).toEqual(['手で', '自動300', '自動600', '自動900', '手で']);
    expect(readdirSync(folderOf(folder)).filter((name) => name.endsWith('.md'))).toHaveLength(4);
    // What was forgotten is no longer taken for kept.
    await history.keepFound(place, 'a.md', hashOf('自動15'), async () => Buffer.from('自動15'));
    expect((await textsOf(history)).at(-1)).toBe('自動15');
  });

  it('says of a text that saved itself that the author saved it, once that is so', async () => {
    const { history } = openHistory();
    await keep(history, 'x', 'work');
    await keep(history, 'x', 'auto');
    expect((await history.list(place, 'a.md')).map(({ kind }) => kind)).toEqual(['auto']);
    await keep(history, 'x', 'save');
    await keep(history, 'x', 'auto');
    expect((await history.list(place, 'a.md')).map(({ kind }) => kind)).toEqual(['save']);
  });

  it('is readable by its owner only', async () => {
    const { history, folder } = openHistory();
    await keep(history, 'x');
    for (const path of [folder, join(folder, place.id), folderOf(folder)]) {
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
    for (const name of readdirSync(folderOf(folder))) {
      expect(statSync(join(folderOf(folder), name)).mode & 0o777).toBe(0o600);
    }
  });

  it('keeps what lay in a file before, and reads the file only where it has to', async () => {
    const { history } = openHistory();
    let reads = 0;
    const read = async () => {
      reads += 1;
      return Buffer.from('元');
    };
    await history.keepFound(place, 'a.md', hashOf('元'), read);
    await keep(history, '新');
    await history.keepFound(place, 'a.md', hashOf('元'), read);
    await history.keepFound(place, 'a.md', hashOf('新'), read);
    expect(reads).toBe(1);
    await history.keepFound(place, 'a.md', null, read);
    expect(await history.list(place, 'a.md')).toMatchObject([{ kind: 'found' }, { kind: 'save' }]);
  });

  it('keeps the text of a journal that is put aside, with its line ends', async () => {
    const { history } = openHistory();
    const base = journalBase('a\nb', { lineEnds: { dominant: '\r\n', exceptions: [] } });
    const changes = [typedChange(3, 'c'), typedChange(0, 'x')];
    await keepGivenUp(history, place, 'a.md', { path: 'a.md', base, changes, saves: [] });
    expect(await textsOf(history)).toEqual(['xa\r\nbc']);
  });

  it('follows its guide to another name, behind what that name had before, and back', async () => {
    const { history, folder } = openHistory();
    for (const text of ['a1', 'both', 'a3', 'both']) await keep(history, text);
    for (const text of ['b1', 'both']) await keep(history, text, 'save', 'b.md');
    await history.move(place, 'a.md', 'b.md');
    expect(await textsOf(history, 'b.md')).toEqual(['b1', 'both', 'a1', 'both', 'a3', 'both']);
    expect(await textsOf(history)).toEqual([]);
    expect(existsSync(folderOf(folder))).toBe(false);
    await history.move(place, 'b.md', 'a.md');
    expect((await textsOf(history)).slice(-4)).toEqual(['a1', 'both', 'a3', 'both']);
    await history.move(place, 'none.md', 'a.md');
    expect(await textsOf(history)).toHaveLength(6);
  });
});

describe('a guide that was renamed outside', () => {
  async function folderWith(text: string) {
    const root = temporaryFolder();
    const here = { ...place, root };
    const { history } = openHistory();
    writeFileSync(join(root, 'a.md'), text);
    await history.keep(here, 'a.md', Buffer.from('before'), 'found');
    await history.keep(here, 'a.md', Buffer.from(text), 'save');
    return { root, here, history };
  }

  it('[F37] has its history again, by its bytes, whether that is looked at or saved first', async () => {
    for (const savesFirst of [false, true]) {
      const { root, here, history } = await folderWith('text');
      mkdirSync(join(root, 'moved'));
      renameSync(join(root, 'a.md'), join(root, 'moved/b.md'));
      if (savesFirst) {
        const read = async () => Buffer.from('text');
        await history.keepFound(here, 'moved/b.md', hashOf('text'), read);
      }
      expect(await history.list(here, 'moved/b.md')).toMatchObject([
        { kind: 'found' },
        { kind: 'save' },
      ]);
      expect(await history.list(here, 'a.md')).toEqual([]);
      renameSync(join(root, 'moved/b.md'), join(root, 'c.md'));
      expect(await history.list(here, 'c.md')).toHaveLength(2);
    }
  });

  it('never takes the history of a guide that is still there, or had other bytes', async () => {
    const { root, here, history } = await folderWith('text');
    copyFileSync(join(root, 'a.md'), join(root, 'copy.md'));
    expect(await history.list(here, 'copy.md')).toEqual([]);
    renameSync(join(root, 'a.md'), join(root, 'b.md'));
    writeFileSync(join(root, 'b.md'), 'others');
    expect(await history.list(here, 'b.md')).toEqual([]);
    expect(await history.list(here, 'a.md')).toHaveLength(2);
  });
});

describe('a history under faults', () => {
  it('[F25] goes by its own count where the clock is set back ten years, and then right again', async () => {
    const { history, clock } = openHistory();
    await keep(history, 'first');
    clock.now -= 3650 * day;
    await keep(history, 'second');
    clock.now += 3650 * day;
    await keep(history, 'third');
    await history.prune();
    // The second looks ten years old, but came after the first.
    expect(await textsOf(history)).toEqual(['first', 'second', 'third']);
  });

  it('[F31] moves a damaged index aside and makes it from the names of the files', async () => {
    for (const damage of ['', '{"format":1,"versions":[{"id":', '\0\0\0\0', '{"format":9}']) {
      const { history, folder } = openHistory();
      for (const text of ['x', 'y', 'x', 'z']) await keep(history, text, 'work');
      const index = join(folderOf(folder), 'index.json');
      writeFileSync(index, damage);
      const next = openHistory({ folder });
      expect(await textsOf(next.history)).toEqual(['y', 'x', 'z']);
      const aside = readdirSync(folderOf(folder)).filter((name) => name.includes('json.damaged'));
      expect(aside.map((name) => readFileSync(join(folderOf(folder), name), 'utf8'))).toEqual([
        damage,
      ]);
      expect((await next.history.list(place, 'a.md')).map(({ id }) => id)).toEqual([2, 3, 4]);
      await keep(next.history, 'w');
      expect(await textsOf(next.history)).toEqual(['y', 'x', 'z', 'w']);
    }
  });

  it('[F29] never gives a damaged text for the one that was kept, and keeps it aside', async () => {
    const { history, folder } = openHistory();
    await keep(history, 'right');
    const [name = ''] = readdirSync(folderOf(folder)).filter((one) => one.endsWith('.md'));
    writeFileSync(join(folderOf(folder), name), 'wrong');
    expect(await history.read(place, 'a.md', 1)).toBeUndefined();
    expect(readFileSync(join(folderOf(folder), `${name}.damaged`), 'utf8')).toBe('wrong');
    expect(await history.list(place, 'a.md')).toEqual([]);
  });

  it('[F04] [F30] says once that nothing can be kept, and once that it can be again', async () => {
    const real = createSaver();
    let full = true;
    const saver: Saver = {
      ...real,
      save: async (request) =>
        full
          ? { ok: false, failure: { code: 'disk-full', detail: 'ENOSPC write' } }
          : real.save(request),
    };
    const { history, failing, lines } = openHistory({ saver });
    await keep(history, 'one');
    await keep(history, 'two');
    expect(failing).toEqual([true]);
    expect(lines).toHaveLength(2);
    full = false;
    await keep(history, 'three');
    expect(failing).toEqual([true, false]);
    expect(await textsOf(history)).toEqual(['three']);
  });

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    '[F04] [F09] has what it had on a volume that is full or read only',
    async () => {
      const volume = temporaryFolder();
      const { remount } = mountSmallVolume(volume);
      const { history, failing } = openHistory({ folder: join(volume, 'history') });
      await keep(history, 'small');
      await keep(history, 'x'.repeat(2_000_000));
      expect(failing).toEqual([true]);
      remount('ro');
      await keep(history, 'refused');
      expect(await textsOf(history)).toEqual(['small']);
      remount('rw');
      await keep(history, 'kept');
      expect(failing).toEqual([true, false]);
      expect(await textsOf(history)).toEqual(['small', 'kept']);
    },
  );
});

describe('what a history forgets', () => {
  it('is what is older than 30 days, but never the newest of a guide', async () => {
    const { history, clock } = openHistory();
    for (const text of ['x', 'y', 'x']) await keep(history, text);
    await keep(history, 'alone', 'save', 'b.md');
    clock.now += 31 * day;
    await keep(history, 'z');
    await history.prune();
    expect(await textsOf(history)).toEqual(['z']);
    expect(await textsOf(history, 'b.md')).toEqual(['alone']);
  });

  it('is what is beyond the limit, the oldest first in all guides', async () => {
    const { history, clock, folder } = openHistory({ limit: 1_000_000 });
    const text = (letter: string) => letter.repeat(300_000);
    for (const [path, letter] of [
      ['a.md', 'a'],
      ['b.md', 'b'],
      ['a.md', 'c'],
      ['a.md', 'd'],
      ['c.md', 'e'],
    ] as const) {
      clock.now += 1000;
      await keep(history, text(letter), 'save', path);
    }
    await history.prune();
    const lengths = readdirSync(join(folder, place.id), { recursive: true, encoding: 'utf8' });
    const total = lengths
      .filter((name) => name.endsWith('.md'))
      .reduce((sum, name) => sum + statSync(join(folder, place.id, name)).size, 0);
    expect(total).toBe(900_000);
    // b is the only version of its guide, so c goes in its place.
    expect((await textsOf(history)).map((one) => one?.[0])).toEqual(['d']);
    expect((await textsOf(history, 'b.md')).map((one) => one?.[0])).toEqual(['b']);
    expect((await textsOf(history, 'c.md')).map((one) => one?.[0])).toEqual(['e']);
  });
});

const paths = ['a.md', 'b.md', 'c.md'] as const;
const stepArbitrary = oneof(
  {
    weight: 6,
    arbitrary: record({
      do: constant('keep' as const),
      path: constantFrom(...paths),
      text: constantFrom('', 'x', 'y', 'z', '長い文章\r\n', '\ufeff# 🎌'),
      // Those of saves that nobody asked for make room for each other, which has tests of its own.
      kind: constantFrom<VersionKind>('save', 'work', 'given-up', 'found'),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: constant('move' as const),
      from: constantFrom(...paths),
      to: constantFrom(...paths),
    }),
  },
  record({ do: constant('restart' as const) }),
  record({ do: constant('clock' as const), by: integer({ min: -3650, max: 1 }) }),
  record({ do: constant('damage' as const), path: constantFrom(...paths) }),
);

it('[P3] gives back every text that it ever took, byte for byte, whatever is kept, moved and damaged in between', async () => {
  await assert(
    asyncProperty(array(stepArbitrary, { maxLength: 20 }), async (steps) => {
      const model = new Map<string, readonly string[]>();
      let open = openHistory();
      for (const step of steps) {
        if (step.do === 'keep') {
          const before = model.get(step.path) ?? [];
          await keep(open.history, step.text, step.kind, step.path);
          if (before.at(-1) !== step.text) model.set(step.path, [...before, step.text]);
        } else if (step.do === 'move' && step.from !== step.to) {
          await open.history.move(place, step.from, step.to);
          const [moved, there] = [model.get(step.from) ?? [], model.get(step.to) ?? []];
          model.set(step.to, [...there, ...moved]);
          model.set(step.from, []);
        } else if (step.do === 'restart') {
          await open.history.prune();
          open = openHistory(open);
        } else if (step.do === 'clock') open.clock.now += step.by * day;
        else if (step.do === 'damage') {
          if (!existsSync(folderOf(open.folder, step.path))) continue;
          writeFileSync(join(folderOf(open.folder, step.path), 'index.json'), 'damaged');
          // The names tell each text, where it came last.
          const texts = model.get(step.path) ?? [];
          const lasts = texts.filter((text, at) => texts.lastIndexOf(text) === at);
          model.set(step.path, lasts);
        }
      }
      for (const path of paths) {
        expect(await textsOf(open.history, path)).toEqual(model.get(path) ?? []);
        const ids = (await open.history.list(place, path)).map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);
