import { linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createHistory } from '../../../src-main/services/history.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { keptLog } from '../../support/kept-log.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A folder with a guide that has a second name, outside of it, and what saves there. */
async function guideWithTwoNames(historyFolder = join(temporaryFolder(), 'history')) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  const [path, other] = [join(root, 'guides/a.md'), join(temporaryFolder(), 'other.md')];
  writeFileSync(path, 'old');
  linkSync(path, other);
  const saver = createSaver();
  const history = createHistory({
    ...{ folder: historyFolder, saver, now: Date.now, limit: 1e9 },
    ...{ onFailing: () => undefined, log: keptLog().log },
  });
  const service = createGuideService({
    ...{ saver, history, reasons: createReadOnlyReasons(), journal: fakeJournal() },
    ...{ now: () => 42, locale: async () => 'ja' },
  });
  const { window } = await windowWithFolder(root);
  const place = { id: window.session?.id ?? '', root };
  const save = (text: string, auto = false) =>
    service['guide.save']({ path: 'guides/a.md', text, bom: false, baseHash: null, auto }, window);
  const texts = () => [path, other].map((one) => readFileSync(one, 'utf8'));
  const isOne = () => statSync(path).ino === statSync(other).ino;
  const kept = async () => (await history.list(place, 'guides/a.md')).map(({ kind }) => kind);
  return { window, save, texts, isOne, kept, history };
}

describe('a guide that is in use under other names', () => {
  it('[F15] is not asked about by a save that nobody asked for, which then waits for the author', async () => {
    const { window, save, texts, isOne } = await guideWithTwoNames();
    expect(await save('new', true)).toMatchObject({ failure: { code: 'several-names' } });
    expect([window.questions, texts(), isOne()]).toEqual([[], ['old', 'old'], true]);
    window.answers.push(0);
    expect(await save('new')).toMatchObject({ ok: true });
    expect(await save('newer', true)).toMatchObject({ ok: true });
    expect([window.questions.length, texts()]).toEqual([1, ['newer', 'newer']]);
  });

  it('[F15] asks once; all names change, and what was there is in the history', async () => {
    const { window, save, texts, isOne, kept, history } = await guideWithTwoNames();
    window.answers.push(0);
    expect(await save('new')).toMatchObject({ ok: true });
    expect(await save('newer')).toMatchObject({ ok: true });
    await history.idle();
    expect([texts(), isOne()]).toEqual([['newer', 'newer'], true]);
    expect(window.questions).toEqual([
      {
        kind: 'question',
        message: '「a.md」は、ほかの名前でも使われているファイルです',
        detail: expect.stringContaining('名前が2個あります'),
        buttons: ['すべての名前を変える', 'この名前だけ変える', 'やめる'],
        cancel: 2,
      },
    ]);
    expect((await kept())[0]).toBe('found');
  });

  it('[F15][T20] asks once; only this name changes where that is wanted', async () => {
    const { window, save, texts, isOne } = await guideWithTwoNames();
    window.answers.push(1);
    const saved = await save('new');
    expect([saved.ok, saved.ok && 'warnings' in saved.value]).toEqual([true, false]);
    expect(await save('newer')).toMatchObject({ ok: true });
    expect([texts(), isOne(), window.questions.length]).toEqual([['newer', 'old'], false, 1]);
  });

  it('[F15] writes nothing where the author does not choose, and asks again the next time', async () => {
    const { window, save, texts, isOne } = await guideWithTwoNames();
    window.answers.push(2, 1);
    expect(await save('new')).toMatchObject({ ok: false, failure: { code: 'several-names' } });
    expect([texts(), isOne()]).toEqual([['old', 'old'], true]);
    expect(await save('new')).toMatchObject({ ok: true });
    expect(window.questions.length).toBe(2);
  });

  it('[F15] asks one question, however many saves come meanwhile', async () => {
    const { window, save, texts } = await guideWithTwoNames();
    window.answers.push(0);
    const saves = await Promise.all(['1', '2', '3'].map((text) => save(text)));
    expect(saves.every(({ ok }) => ok)).toBe(true);
    expect([texts()[0] === texts()[1], window.questions.length]).toEqual([true, 1]);
  });

  it('[F15] writes into the file only where its former text could be kept', async () => {
    const taken = join(temporaryFolder(), 'history');
    // A file where the folder of the history should be.
    writeFileSync(taken, '');
    const { window, save, texts } = await guideWithTwoNames(taken);
    window.answers.push(0);
    expect(await save('new')).toMatchObject({ ok: false, failure: { code: 'io' } });
    expect(texts()).toEqual(['old', 'old']);
  });
});
