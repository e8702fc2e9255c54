import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenedGuide, Result } from '#core/ipc/contract';
import { openGuide, saveGuide } from '../../../src-renderer/app/guide-actions.ts';
import {
  createGuide,
  followMoved,
  moveToFolder,
  renameGuide,
  trashGuide,
} from '../../../src-renderer/app/guide-file-actions.ts';
import { forgetFileActions, undoFileAction } from '../../../src-renderer/app/file-undo.ts';
import { currentEditorContext } from '../../../src-renderer/app/editor-context-of.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useLayoutStore } from '../../../src-renderer/stores/layout-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';
import { useWorkspaceStore } from '../../../src-renderer/stores/workspace-store.ts';

const path = 'guides/nurse.md';
const to = 'guides/ward_nurse.md';
const text = '---json\n{ "slug": "nurse" }\n---\n# Nurse\n\n## 1️⃣ Nurseとは\n\n見本の文\n';

/** What main answers, where the test says so; files by path otherwise. */
let answers: Record<string, (params: never) => Result<unknown> | Promise<Result<unknown>>>;
let files: Map<string, OpenedGuide>;
const calls: [string, Record<string, unknown>][] = [];
const callsOf = (method: string) => calls.filter(([name]) => name === method).map(([, one]) => one);

const ok = (value: unknown) => ({ ok: true as const, value });
const refused = (code: 'already-exists' | 'changed-on-disk' | 'io') =>
  ({ ok: false, failure: { code, detail: '' } }) as const;

beforeEach(() => {
  calls.length = 0;
  files = new Map([[path, { path, text, bom: false, hash: 'old' }]]);
  answers = {
    'guide.rename': () => ok({ path: to }),
    'guide.trash': () => ok({ id: '7' }),
    'guide.restore': () => ok({ path }),
    'guide.namedBy': () => ok({ byValue: [], byPath: [] }),
    'guide.save': () => ok({ hash: 'saved', savedAt: 1 }),
  };
  vi.stubGlobal('app', {
    async request(method: string, params: Record<string, unknown>) {
      calls.push([method, params]);
      const file = files.get(String(params?.['path']));
      if (method === 'guide.open') {
        return file ? ok({ ...file }) : { ok: false, failure: { code: 'not-found', detail: '' } };
      }
      return answers[method]?.(params as never) ?? ok(null);
    },
  });
});

afterEach(() => {
  removeAllSessions();
  forgetFileActions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  useToastStore.setState({ toasts: [] });
  useLayoutStore.setState({ dialog: undefined, dialogText: '' });
  useWorkspaceStore.setState({ findings: new Map() });
  vi.unstubAllGlobals();
});

async function openNurse() {
  await openGuide(path, currentEditorContext());
  const session = sessionOf(path);
  if (!session) throw new Error('not open');
  return session;
}

const tabs = () => useDocumentsStore.getState().documents.map((one) => one.path);
const toasts = () => useToastStore.getState().toasts;
const type = (session: Awaited<ReturnType<typeof openNurse>>, insert: string) =>
  session.dispatch({ changes: { from: session.length, insert }, userEvent: 'input.type' });

describe('a guide whose file was moved outside', () => {
  test('[F37] goes on there with its unsaved text, history and caret, and is taken back from there', async () => {
    answers['guide.create'] = () => ok({ path, hash: 'old' });
    await createGuide({ type: 'job', name: 'Nurse', title: '題', slug: 'nurse', category: '' });
    const session = sessionOf(path)!;
    type(session, '書きかけ');
    answers['guide.follow'] = () => ok({ path: to });
    await followMoved(path, to);
    expect(callsOf('guide.follow')).toEqual([{ path, to, baseHash: 'old' }]);
    expect([tabs(), sessionOf(to), sessionOf(path)]).toEqual([[to], session, undefined]);
    expect(useDocumentsStore.getState().documents).toMatchObject([{ disk: 'same' }]);
    expect(toasts().map((toast) => toast.text)).toEqual([expect.stringContaining(to)]);
    session.undo();
    await undoFileAction();
    expect(callsOf('guide.trash')).toMatchObject([{ path: to, baseHash: 'old' }]);
  });

  test.each(['changed-on-disk', 'already-exists'] as const)(
    '[F37] stays as one whose file is gone where that cannot be (%s)',
    async (code) => {
      const session = await openNurse();
      type(session, '書きかけ');
      answers['guide.follow'] = () => refused(code);
      await followMoved(path, to);
      expect([tabs(), sessionOf(path)]).toEqual([[path], session]);
      expect(useDocumentsStore.getState().documents).toMatchObject([{ disk: 'deleted' }]);
    },
  );

  test('[F37] a save in between is refused, and goes to the new place after', async () => {
    const session = await openNurse();
    type(session, 'あ');
    answers['guide.save'] = () => refused('changed-on-disk');
    await saveGuide(path);
    answers['guide.follow'] = () => ok({ path: to });
    await followMoved(path, to);
    answers['guide.save'] = () => ok({ hash: 'saved', savedAt: 1 });
    expect(await saveGuide(to)).toBe(true);
    expect(callsOf('guide.save').at(-1)).toMatchObject({ path: to, baseHash: 'old' });
  });
});

describe('taking back by the menu', () => {
  test('goes back one after the other, wherever the file is by then', async () => {
    answers['guide.create'] = () => ok({ path, hash: 'old' });
    await createGuide({ type: 'job', name: 'Nurse', title: '題', slug: 'nurse', category: '' });
    await renameGuide(path, to, false);
    answers['guide.move'] = () => ok({ path: 'it/ward_nurse.md' });
    await moveToFolder(to, 'it');
    // Only what was done last is offered on the window.
    expect(toasts()).toHaveLength(1);
    await undoFileAction();
    expect(callsOf('guide.move').at(-1)).toEqual({ path: 'it/ward_nurse.md', folder: 'guides' });
    await undoFileAction();
    expect(callsOf('guide.rename').at(-1)).toEqual({ path: to, to: path });
    await undoFileAction();
    expect(callsOf('guide.trash')).toMatchObject([{ path, baseHash: 'old' }]);
    expect([tabs(), toasts()]).toEqual([[], []]);
    const before = calls.length;
    await undoFileAction();
    expect(calls.length).toBe(before);
    expect(toasts().at(-1)?.text).toMatch(/元に戻せる/);
  });

  test('[F21] a name that another file has taken is said, and can be tried again', async () => {
    await openNurse();
    await renameGuide(path, to, false);
    answers['guide.rename'] = () => refused('already-exists');
    await undoFileAction();
    expect(useLayoutStore.getState().dialogText).toMatch(/同じ名前/);
    expect(tabs()).toEqual([to]);
    answers['guide.rename'] = () => ok({ path });
    await undoFileAction();
    expect(tabs()).toEqual([path]);
  });

  test('a guide that somebody wrote in is kept, saved or not open at all', async () => {
    answers['guide.create'] = () => ok({ path, hash: 'old' });
    await createGuide({ type: 'job', name: 'Nurse', title: '題', slug: 'nurse', category: '' });
    removeAllSessions();
    answers['guide.trash'] = () => refused('changed-on-disk');
    await undoFileAction();
    expect(callsOf('guide.trash')).toMatchObject([{ path, baseHash: 'old' }]);
    expect(useLayoutStore.getState().dialog).toBe('not-done');
  });

  test('brings a guide back from the trash after its toast has gone', async () => {
    const session = await openNurse();
    await trashGuide(path);
    useToastStore.setState({ toasts: [] });
    await undoFileAction();
    expect(callsOf('guide.restore')).toEqual([{ id: '7' }]);
    expect(sessionOf(path)).toBe(session);
  });
});
