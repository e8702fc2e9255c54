import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeRecord } from '../../../src-main/files/journal-file.ts';
import { createJournalFolder } from '../../../src-main/files/journal-folder.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createJournal } from '../../../src-main/services/journal.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';
import { keptLog } from '../../support/kept-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = { id: '0123456789abcdef', root: '/somewhere' };
const base = { kind: 'base', format: 1, root: '/somewhere', path: 'a.md' } as const;
/** What the application writes after an upgrade, as far as this version can know. */
const later = encodeRecord({ ...base, ...journalBase('later'), format: 2 } as never);

function start(folder: string) {
  return createJournal({
    folders: [folder],
    saver: createSaver(),
    now: () => 1_700_000_000_000,
    later: () => undefined,
    onFailing: () => undefined,
    onLong: () => undefined,
    onGivenUp: () => undefined,
    log: keptLog().log,
  });
}

/** A recovery folder in which a later version has left the text of a guide. */
async function afterDowngrade() {
  const folder = temporaryFolder();
  const before = start(folder);
  before.open(place, 'a.md', { base: journalBase('a'), version: 0, resumes: false });
  before.change(place, 'a.md', 1, typedChange(0, 'x'));
  await before.flush();
  const [name = ''] = readdirSync(join(folder, place.id));
  const own = join(folder, place.id, name);
  writeFileSync(join(own, '00000001.journal'), later);
  const everything = (): string[] =>
    readdirSync(own).map((file) => readFileSync(join(own, file), 'utf8'));
  return { folder, own, everything };
}

describe('a journal that a later version of the application has written', () => {
  it('[F32] is not offered, and stays byte for byte', async () => {
    const { folder, everything } = await afterDowngrade();
    const older = start(folder);
    expect(await older.unsaved(place)).toEqual([]);
    expect(await older.take(place, 'a.md')).toBeUndefined();
    expect(everything()).toEqual([later]);
  });

  it('[F32] stays through work on the same guide, saving it, closing it and giving it up', async () => {
    const { folder, everything } = await afterDowngrade();
    for (const discard of [false, true]) {
      const older = start(folder);
      await older.take(place, 'a.md');
      older.open(place, 'a.md', { base: journalBase('mine'), version: 0, resumes: false });
      for (let version = 1; version <= 3; version += 1) {
        older.change(place, 'a.md', version, typedChange(0, 'y'));
        await older.flush();
      }
      expect(everything()).toContain(later);
      expect(await start(folder).unsaved(place)).toEqual(['a.md']);
      if (!discard) older.saved(place, 'a.md', 3, 'saved');
      older.close(place, 'a.md', discard);
      await older.flush();
      expect(everything()).toEqual([later]);
    }
  });

  it('[F32] is read again by a version that knows it', async () => {
    const { own } = await afterDowngrade();
    const journal = createJournalFolder(own, createSaver());
    expect(await journal.readNewest()).toBeUndefined();
    const [aside = ''] = readdirSync(own);
    // To the later version its own format is what format 1 is to this one.
    writeFileSync(join(own, aside), encodeRecord({ ...base, ...journalBase('later') }));
    expect((await journal.readNewest())?.guide.base.text).toBe('later');
    expect(readdirSync(own)).toEqual(['00000001.journal']);
  });
});

it('[F01] a new generation sweeps what a killed one left', async () => {
  const folder = join(temporaryFolder(), 'guide');
  mkdirSync(folder);
  const left = join(folder, `.shirube-${'0'.repeat(16)}.tmp`);
  writeFileSync(left, 'half');
  utimesSync(left, 0, 0);
  await createJournalFolder(folder, createSaver()).begin(1, Buffer.from('x'));
  expect(readdirSync(folder)).toEqual(['00000001.journal']);
});
