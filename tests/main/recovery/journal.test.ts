import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecoveredGuide } from '#core/recovery/recovered-guide';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createJournal, type Journal } from '../../../src-main/services/journal.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';
import { keptLog } from '../../support/kept-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = { id: '0123456789abcdef', root: '/somewhere' };

function openJournal(folders: readonly string[] = [temporaryFolder()]) {
  const failing: boolean[] = [];
  const long: string[] = [];
  const givenUp: RecoveredGuide[] = [];
  const timers: (() => void)[] = [];
  const journal = createJournal({
    folders,
    saver: createSaver(),
    now: () => 1_700_000_000_000,
    later: (_, task) => void timers.push(task),
    onFailing: (now) => void failing.push(now),
    onLong: (_, path) => void long.push(path),
    onGivenUp: (_, __, guide) => void givenUp.push(guide),
    log: keptLog().log,
  });
  return { journal, folders, failing, long, givenUp, timers };
}

function type(journal: Journal, path: string, text: string, from = 0): void {
  for (const [index, character] of [...text].entries()) {
    journal.change(place, path, from + index + 1, typedChange(index, character));
  }
}

const begin = (journal: Journal, path: string, text = '', values = {}): void =>
  journal.open(place, path, { base: journalBase(text, values), version: 0, resumes: false });

/** The journals of a folder of guides, newest last, by the guide's own folder. */
function filesIn(folder: string): string[][] {
  const parent = join(folder, place.id);
  return readdirSync(parent).map((name) => readdirSync(join(parent, name)).sort());
}

/** What another start of the application finds. */
async function nextStart(folders: readonly string[], path = 'a.md') {
  const next = openJournal(folders);
  return {
    ...next,
    unsaved: await next.journal.unsaved(place),
    kept: await next.journal.take(place, path),
  };
}

describe('the journal', () => {
  it('[F27] has what was typed before the application was killed, and no file for what was only opened', async () => {
    const { journal, folders, timers } = openJournal();
    begin(journal, 'a.md', '元の文');
    begin(journal, 'b.md', 'ほか');
    type(journal, 'a.md', 'abc');
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(await journal.flush()).toBe(true);
    const { unsaved, kept } = await nextStart(folders);
    expect(unsaved).toEqual(['a.md']);
    expect(kept?.base.text).toBe('元の文');
    expect(kept?.changes.map(({ edits }) => edits[0]?.insert)).toEqual(['a', 'b', 'c']);
    expect(filesIn(folders[0] ?? '')).toHaveLength(1);
  });

  it('is readable by its owner only', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'a');
    await journal.flush();
    const [folder = ''] = readdirSync(join(folders[0] ?? '', place.id));
    const path = join(folders[0] ?? '', place.id, folder);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, '00000001.journal')).mode & 0o777).toBe(0o600);
  });

  it('holds nothing unsaved after a save, and again what is typed on', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    journal.saved(place, 'a.md', 3, 'h');
    await journal.flush();
    expect((await nextStart(folders)).unsaved).toEqual([]);
    type(journal, 'a.md', 'd', 3);
    await journal.flush();
    const { unsaved, kept } = await nextStart(folders);
    expect([unsaved, kept?.saves]).toEqual([['a.md'], [{ after: 3, hash: 'h' }]]);
  });

  it('a save of an older version leaves what was typed since unsaved', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    journal.saved(place, 'a.md', 2, 'h');
    await journal.flush();
    expect((await nextStart(folders)).unsaved).toEqual(['a.md']);
  });

  it('goes with a closed guide that is saved, stays with one that is not, and is put aside where it was given up', async () => {
    const { journal, folders, givenUp } = openJournal();
    for (const path of ['saved.md', 'kept.md', 'given-up.md']) {
      begin(journal, path);
      type(journal, path, 'a');
    }
    journal.saved(place, 'saved.md', 1, 'h');
    await journal.flush();
    journal.close(place, 'saved.md', false);
    journal.close(place, 'kept.md', false);
    type(journal, 'given-up.md', 'b', 1);
    journal.close(place, 'given-up.md', true);
    await journal.flush();
    // For the history, what was not written yet included.
    expect(givenUp.map(({ path, changes }) => [path, changes.length])).toEqual([
      ['given-up.md', 2],
    ]);
    expect((await nextStart(folders)).unsaved).toEqual(['kept.md']);
    const names = readdirSync(join(folders[0] ?? '', place.id));
    expect(names.filter((name) => name.includes('.aside-'))).toHaveLength(1);
  });

  it('is written on after it was taken, and follows the file to another name', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    await journal.flush();
    const second = await nextStart(folders);
    second.journal.open(place, 'a.md', { base: journalBase('abc'), version: 3, resumes: true });
    type(second.journal, 'a.md', 'de', 3);
    await second.journal.flush();
    second.journal.move(place, 'a.md', 'b.md');
    await second.journal.flush();
    const third = await nextStart(folders, 'b.md');
    expect([third.unsaved, third.kept?.changes.length]).toEqual([['b.md'], 5]);
    expect(await third.journal.take(place, 'a.md')).toBeUndefined();
  });

  it.each([
    ['that is still in the window', false],
    ['of the last time', true],
  ])(
    '[P3] a rename onto the name of a deleted guide with unsaved text %s loses neither text',
    async (_, isOfBefore) => {
      const first = openJournal();
      const { folders } = first;
      begin(first.journal, 'b.md', '消えた');
      type(first.journal, 'b.md', 'xyz');
      await first.journal.flush();
      const { journal, givenUp } = isOfBefore ? openJournal(folders) : first;
      if (!isOfBefore) type(journal, 'b.md', '!', 3);
      begin(journal, 'a.md', '残る');
      type(journal, 'a.md', 'ab');
      journal.move(place, 'a.md', 'b.md');
      type(journal, 'b.md', 'c', 2);
      await journal.flush();
      expect(givenUp).toMatchObject([{ path: 'b.md', base: { text: '消えた' } }]);
      expect(givenUp[0]?.changes).toHaveLength(isOfBefore ? 3 : 4);
      const names = readdirSync(join(folders[0] ?? '', place.id));
      expect(names.filter((name) => name.includes('.aside-'))).toHaveLength(1);
      const next = await nextStart(folders, 'b.md');
      expect([next.unsaved, next.kept?.base.text]).toEqual([['b.md'], '残る']);
      expect(next.kept?.changes).toHaveLength(3);
    },
  );

  it('never loses unsaved text of the last time to a guide that is opened without asking for it', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    await journal.flush();
    const { journal: next, givenUp } = openJournal(folders);
    begin(next, 'a.md');
    type(next, 'a.md', 'z');
    await next.flush();
    expect(givenUp.map(({ changes }) => changes.length)).toEqual([3]);
    const names = readdirSync(join(folders[0] ?? '', place.id));
    expect(names.filter((name) => name.includes('.aside-'))).toHaveLength(1);
    expect((await nextStart(folders)).kept?.changes).toHaveLength(1);
  });

  it('[F62] keeps the generation before the newest, and no older one', async () => {
    const { journal, folders } = openJournal();
    for (let generation = 1; generation <= 4; generation += 1) {
      journal.open(place, 'a.md', {
        base: journalBase(`text ${generation}`, { unsaved: true }),
        ...{ version: generation * 10, resumes: false },
      });
      await journal.flush();
    }
    expect(filesIn(folders[0] ?? '')).toEqual([['00000003.journal', '00000004.journal']]);
  });

  it('[F29] takes the generation before one that is damaged, and keeps the damaged one aside', async () => {
    const { journal, folders } = openJournal();
    for (const text of ['first', 'second']) {
      const base = journalBase(text, { unsaved: true });
      journal.open(place, 'a.md', { base, version: 0, resumes: false });
      await journal.flush();
    }
    const parent = join(folders[0] ?? '', place.id);
    const newest = join(parent, readdirSync(parent)[0] ?? '', '00000002.journal');
    const bytes = readFileSync(newest);
    bytes[bytes.indexOf('second')] = 0;
    writeFileSync(newest, bytes);
    expect((await nextStart(folders)).kept?.base.text).toBe('first');
    expect(filesIn(folders[0] ?? '')[0]).toContain('00000002.journal.damaged');
  });

  it('[F29] keeps what is behind the whole records aside before it writes over it', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'ab');
    await journal.flush();
    const parent = join(folders[0] ?? '', place.id);
    const file = join(parent, readdirSync(parent)[0] ?? '', '00000001.journal');
    writeFileSync(file, `${readFileSync(file, 'utf8')}deadbeef {"kind":"change"`);
    const { journal: next, kept } = await nextStart(folders);
    expect(kept?.changes).toHaveLength(2);
    next.open(place, 'a.md', { base: journalBase('ab'), version: 2, resumes: true });
    type(next, 'a.md', 'c', 2);
    await next.flush();
    expect((await nextStart(folders)).kept?.changes).toHaveLength(3);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toContain('deadbeef');
  });

  it('[F30] goes to the second place where the first refuses', async () => {
    const folders = [join(temporaryFolder(), 'a file'), temporaryFolder()];
    writeFileSync(folders[0] ?? '', 'in the way');
    const { journal, failing } = openJournal(folders);
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    expect(await journal.flush()).toBe(true);
    expect(failing).toEqual([]);
    expect((await nextStart(folders)).unsaved).toEqual(['a.md']);
  });

  it.each([
    ['that others can look into', (at: string) => mkdirSync(at, { mode: 0o755 })],
    ['that is a link', (at: string) => symlinkSync(temporaryFolder(), at)],
  ])('[F30] neither writes to nor reads from a shared place %s', async (_, make) => {
    const blocked = join(temporaryFolder(), 'blocked');
    writeFileSync(blocked, 'in the way');
    const shared = join(temporaryFolder(), 'shared');
    const { journal } = openJournal([shared]);
    begin(journal, 'a.md');
    type(journal, 'a.md', 'a');
    await journal.flush();
    rmSync(shared, { recursive: true });
    make(shared);
    const next = openJournal([blocked, shared]);
    begin(next.journal, 'a.md');
    type(next.journal, 'a.md', 'a');
    expect([await next.journal.flush(), next.failing.at(-1)]).toEqual([false, true]);
    expect(readdirSync(shared)).toEqual([]);
  });

  it('[F30] says so where no place takes it, tries again, and has everything then', async () => {
    const blocked = join(temporaryFolder(), 'blocked');
    writeFileSync(blocked, 'in the way');
    const { journal, failing, timers } = openJournal([blocked]);
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    expect([await journal.flush(), failing.at(-1)]).toEqual([false, true]);
    type(journal, 'a.md', 'd', 3);
    rmSync(blocked);
    timers.at(-1)?.();
    expect([await journal.flush(), failing.at(-1)]).toEqual([true, false]);
    expect((await nextStart([blocked])).kept?.changes).toHaveLength(4);
  });

  it('[F30] keeps trying for a guide that was closed while no place took its text', async () => {
    const blocked = join(temporaryFolder(), 'blocked');
    writeFileSync(blocked, 'in the way');
    const { journal } = openJournal([blocked]);
    begin(journal, 'a.md');
    type(journal, 'a.md', 'abc');
    journal.close(place, 'a.md', false);
    expect(await journal.flush()).toBe(false);
    rmSync(blocked);
    expect(await journal.flush()).toBe(true);
    expect((await nextStart([blocked])).unsaved).toEqual(['a.md']);
  });

  it('[F13] is written whole again where its folder is gone', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'ab');
    await journal.flush();
    rmSync(join(folders[0] ?? '', place.id), { recursive: true });
    type(journal, 'a.md', 'c', 2);
    expect(await journal.flush()).toBe(true);
    expect((await nextStart(folders)).kept?.changes).toHaveLength(3);
  });

  it('asks for the text anew once it has grown long, and begins with it', async () => {
    const { journal, folders, long } = openJournal();
    begin(journal, 'a.md');
    journal.change(place, 'a.md', 1, typedChange(0, 'あ'.repeat(5_000_000)));
    journal.change(place, 'a.md', 2, typedChange(0, 'い'));
    expect(long).toEqual(['a.md']);
    await journal.flush();
    const base = journalBase('short', { unsaved: true });
    journal.open(place, 'a.md', { base, version: 2, resumes: false });
    type(journal, 'a.md', 'z', 2);
    await journal.flush();
    const { kept } = await nextStart(folders);
    expect([kept?.base.text, kept?.changes.length]).toEqual(['short', 1]);
  });

  it('takes no change twice', async () => {
    const { journal, folders } = openJournal();
    begin(journal, 'a.md');
    type(journal, 'a.md', 'ab');
    type(journal, 'a.md', 'ab');
    await journal.flush();
    expect((await nextStart(folders)).kept?.changes).toHaveLength(2);
  });

  it('forgets what was put aside after 30 days', async () => {
    const folder = temporaryFolder();
    const parent = join(folder, place.id);
    mkdirSync(join(parent, '0123456789abcdef.aside-1600000000000'), { recursive: true });
    mkdirSync(join(parent, '0123456789abcdef.aside-1699999999999'), { recursive: true });
    const { journal } = openJournal([folder]);
    await journal.unsaved(place);
    expect(readdirSync(parent)).toEqual(['0123456789abcdef.aside-1699999999999']);
  });
});
