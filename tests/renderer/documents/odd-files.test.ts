import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { openSession } from '../../../src-renderer/editor/open-session.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { noContext } from '../editor/open-text.ts';
import { oddFiles } from './odd-files.ts';

const service = createGuideService({
  saver: createSaver(),
  reasons: createReadOnlyReasons(),
  journal: fakeJournal(),
  history: fakeHistory(),
  now: () => 42,
  locale: async () => 'ja',
});

/** A file on a real disk, opened as the window opens it. */
async function openOnDisk(bytes: Uint8Array) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  const file = join(root, 'guides/a.md');
  writeFileSync(file, bytes);
  const { window } = await windowWithFolder(root);
  const opened = await service['guide.open']({ path: 'guides/a.md' }, window);
  if (!opened.ok) throw new Error(opened.failure.code);
  const session = openSession(opened.value, noContext);
  return {
    session,
    opened: opened.value,
    onDisk: () => readFileSync(file),
    async save() {
      const { path, bom, baseHash } = session;
      const params = { path, text: session.fileText(), bom, baseHash };
      const saved = await service['guide.save'](params, window);
      if (saved.ok) session.markSaved(saved.value.hash);
      return saved;
    },
  };
}

const editable = oddFiles.filter(({ readOnly }) => readOnly !== true);
const others = oddFiles.filter(({ readOnly }) => readOnly === true);

it('[P1] there are enough odd files to speak of', () => {
  expect(editable.length).toBeGreaterThanOrEqual(40);
  expect(new Set(oddFiles.map(({ name }) => name)).size).toBe(oddFiles.length);
});

it.each(editable.map(({ name, bytes }) => [name, bytes] as const))(
  '[P1][F45][F47][F48] %s is saved byte for byte, and an edit changes its own bytes only',
  async (_name, bytes) => {
    const { session, onDisk, save } = await openOnDisk(bytes);
    expect(await save()).toMatchObject({ ok: true });
    expect(onDisk().equals(bytes)).toBe(true);

    // The word is looked for in the bytes themselves; where it is not, the edit is made at the end.
    const word = Buffer.from('本文');
    const original = Buffer.from(bytes);
    const found = original.indexOf(word);
    const at = found === -1 ? original.length : found;
    const rest = original.subarray(found === -1 ? at : at + word.length);
    const place = session.text().indexOf('本文');
    const edit =
      place === -1
        ? { from: session.length, to: session.length, insert: '書き足し' }
        : { from: place, to: place + 2, insert: '書き足し' };
    session.edit([edit], 'command');
    expect(session.unsaved).toBe(true);
    expect(await save()).toMatchObject({ ok: true });
    const expected = Buffer.concat([original.subarray(0, at), Buffer.from('書き足し'), rest]);
    expect(onDisk().equals(expected)).toBe(true);

    session.undo();
    expect(await save()).toMatchObject({ ok: true });
    expect(onDisk().equals(bytes)).toBe(true);
  },
);

it.each(others.map(({ name, bytes }) => [name, bytes] as const))(
  '[F46] %s is opened to look at, and its bytes stay',
  async (_name, bytes) => {
    const { session, opened, onDisk, save } = await openOnDisk(bytes);
    expect(opened.readOnly).toBe('not-utf8');
    session.edit([{ from: 0, to: session.length, insert: '' }], 'form');
    expect(session.unsaved).toBe(false);
    expect(await save()).toMatchObject({ failure: { code: 'not-utf8' } });
    expect(onDisk().equals(bytes)).toBe(true);
  },
);
