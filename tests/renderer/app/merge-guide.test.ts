import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { composeMerge, conflictsOf } from '#core/merge/merge-guides';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { readMerge, saveMerged } from '../../../src-renderer/app/merge-guide.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';

const path = 'guides/nurse.md';
const base = '---json\r\n{"title": "看護師"}\r\n---\r\n一。\r\n\r\n二。\r\n';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const guide = (text: string) => ({ path, text, bom: false, hash: hashOf(text) });

let file: string;
const calls: [string, unknown][] = [];
const called = (name: string) => calls.filter(([method]) => method === name).map(([, it]) => it);

/** A main process that refuses to save over what is not in the file, as the real one does. */
function answer(method: string, params: { text?: string; baseHash?: string | null }): unknown {
  if (method === 'guide.open') return { ok: true, value: guide(file) };
  if (method !== 'guide.save') return { ok: true, value: null };
  if (params.baseHash !== hashOf(file))
    return { ok: false, failure: { code: 'changed-on-disk', detail: '' } };
  file = params.text ?? '';
  return { ok: true, value: { hash: hashOf(file), savedAt: 1 } };
}

beforeEach(async () => {
  file = base;
  calls.length = 0;
  vi.stubGlobal('app', {
    request(method: string, params: { text?: string; baseHash?: string | null }) {
      calls.push([method, params]);
      return Promise.resolve(answer(method, params));
    },
  });
  const nothing = () => undefined;
  await openGuide(path, {
    locale: 'ja',
    flavour: 'gfm-cjk',
    blankMarks: true,
    knowledge: noKnowledge,
    onEditInForm: nothing,
    onFix: nothing,
    onFixAll: nothing,
  });
});

afterEach(() => {
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  vi.unstubAllGlobals();
});

function type(from: string, to: string): void {
  const session = sessionOf(path);
  const at = session?.text().indexOf(from) ?? -1;
  session?.edit([{ from: at, to: at + from.length, insert: to }], 'command');
}

const shown = () => useDocumentsStore.getState().documents.find((one) => one.path === path);

describe('[F35] an edited guide whose file has changed', () => {
  it('keeps both texts, then saves what the author agrees to over the file that was looked at', async () => {
    type('一。', '一、わたし。');
    file = base.replace('二。', '二、ほか。');
    const theirs = file;
    const found = await readMerge(path);
    if (!found?.merged) throw new Error('nothing to merge');
    expect(conflictsOf(found.merged)).toEqual([]);
    expect(called('guide.save')).toEqual([]);

    const { text } = composeMerge(found.merged, new Map());
    expect(await saveMerged(path, text, found.file)).toBe(true);

    const mine = base.replace('一。', '一、わたし。');
    expect(called('history.keep')).toMatchObject([
      { text: mine, kind: 'given-up' },
      { text: theirs, kind: 'found' },
    ]);
    expect(calls.findIndex(([name]) => name === 'history.keep')).toBeLessThan(
      calls.findIndex(([name]) => name === 'guide.save'),
    );
    expect(file).toBe(mine.replace('二。', '二、ほか。'));
    await expect.poll(shown).toMatchObject({ unsaved: false, disk: 'same' });
    sessionOf(path)?.undo();
    expect(sessionOf(path)?.fileText()).toBe(mine);
  });

  it('a file that changes once more is refused, and the next look knows what was agreed to', async () => {
    type('一。', '一、わたし。');
    file = base.replace('二。', '二、ほか。');
    const found = await readMerge(path);
    if (!found?.merged) throw new Error('nothing to merge');
    const { text } = composeMerge(found.merged, new Map());
    file = file.replace('看護師', '看護師さん');
    const newer = file;

    expect(await saveMerged(path, text, found.file)).toBe(false);
    expect(file).toBe(newer);
    // The mark follows a frame later.
    await expect.poll(shown).toMatchObject({ unsaved: true, disk: 'changed' });

    const again = await readMerge(path);
    if (!again?.merged) throw new Error('nothing to merge');
    expect(again.merged.places.map(({ taken, theirs }) => [taken, theirs])).toEqual([
      ['theirs', '"看護師さん"'],
      ['mine', '一。'],
    ]);
    expect(await saveMerged(path, composeMerge(again.merged, new Map()).text, again.file)).toBe(
      true,
    );
    expect(file).toBe(newer.replace('一。', '一、わたし。'));
  });

  it('merges nothing where the text that both come from is not proved by its hash', async () => {
    type('一。', '一、わたし。');
    const session = sessionOf(path);
    if (session) session.baseHash = hashOf('another text');
    file = base.replace('二。', '二、ほか。');
    expect(await readMerge(path)).toEqual({ file: guide(file) });
  });
});
