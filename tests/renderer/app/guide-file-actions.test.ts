import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenedGuide, Result } from '#core/ipc/contract';
import { lastClosedTab, openGuide, saveGuide } from '../../../src-renderer/app/guide-actions.ts';
import {
  askToTrash,
  createGuide,
  moveToFolder,
  renameGuide,
  trashGuide,
} from '../../../src-renderer/app/guide-file-actions.ts';
import { forgetFileActions } from '../../../src-renderer/app/file-undo.ts';
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
const afterFrame = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
async function undo() {
  toasts().at(-1)?.action?.onPress();
  await afterFrame();
}
const type = (session: Awaited<ReturnType<typeof openNurse>>, insert: string) =>
  session.dispatch({ changes: { from: session.length, insert }, userEvent: 'input.type' });

describe('renaming an open guide', () => {
  test('[P3] the tab follows with its session: text, history, caret and findings', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    session.dispatch({ selection: { anchor: 3 } });
    useWorkspaceStore.setState({ findings: new Map([[path, []]]) });

    expect(await renameGuide(path, to, false)).toBeUndefined();

    expect([tabs(), useDocumentsStore.getState().active]).toEqual([[to], to]);
    expect(sessionOf(to)).toBe(session);
    expect(sessionOf(path)).toBeUndefined();
    expect([session.path, session.state.selection.main.head]).toEqual([to, 3]);
    session.undo();
    expect(session.text()).toBe(text);
    expect([...useWorkspaceStore.getState().findings.keys()]).toEqual([to]);
    await saveGuide(to);
    expect(callsOf('guide.save')[0]).toMatchObject({ path: to, baseHash: 'old' });
  });

  test('what was typed just before is told to the checking process once, with the whole text', async () => {
    const session = await openNurse();
    type(session, 'あ');
    await renameGuide(path, to, false);
    type(session, 'い');
    await afterFrame();
    expect(callsOf('document.close')).toEqual([{ path }]);
    expect(callsOf('document.open').at(-1)).toMatchObject({
      ...{ path: to, text: `${text}あ`, version: 1 },
      base: { hash: 'old', unsaved: true },
    });
    expect(callsOf('document.change')).toMatchObject([{ path: to, version: 2 }]);
  });

  test('a save asked for meanwhile goes to the new name, never to the old one', async () => {
    const session = await openNurse();
    type(session, 'あ');
    let finish: (result: Result<unknown>) => void = () => undefined;
    answers['guide.rename'] = () => new Promise((resolve) => (finish = resolve));
    const renaming = renameGuide(path, to, false);
    const saving = saveGuide(path);
    finish(ok({ path: to }));
    await renaming;
    expect(await saving).toBe(true);
    expect(callsOf('guide.save').map((one) => one['path'])).toEqual([to]);
    expect(useDocumentsStore.getState().documents[0]).toMatchObject({
      path: to,
      saving: false,
      unsaved: false,
    });
  });

  test('a refused name leaves everything as it was, and says why', async () => {
    await openNurse();
    answers['guide.rename'] = () => refused('already-exists');
    expect(await renameGuide(path, to, true)).toMatch(/同じ名前のファイルがもうあります/);
    expect([tabs(), toasts()]).toEqual([[path], []]);
    expect(sessionOf(path)?.text()).toBe(text);
  });

  test('[P1] the URL name changes by its own bytes, is saved where nothing else waited, and comes back', async () => {
    const session = await openNurse();
    await renameGuide(path, to, true);
    const renamed = text.replace('"nurse"', '"ward_nurse"');
    expect(callsOf('guide.save')).toMatchObject([{ path: to, text: renamed }]);

    answers['guide.rename'] = () => ok({ path });
    await undo();
    expect(callsOf('guide.rename').at(-1)).toEqual({ path: to, to: path });
    expect(session.text()).toBe(text);
    expect(callsOf('guide.save').at(-1)).toMatchObject({ path, text });
    expect(tabs()).toEqual([path]);
  });

  test('[P3] with unsaved text, the new URL name waits with it', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    await renameGuide(path, to, true);
    expect(callsOf('guide.save')).toEqual([]);
    expect(session.text()).toContain('"ward_nurse"');
    expect(session.unsaved).toBe(true);
  });

  test('an undo that cannot be done says so', async () => {
    await openNurse();
    await renameGuide(path, to, false);
    answers['guide.rename'] = () => refused('already-exists');
    await undo();
    expect(useLayoutStore.getState().dialog).toBe('not-done');
    expect(useLayoutStore.getState().dialogText).toMatch(/同じ名前/);
    expect(tabs()).toEqual([to]);
  });
});

describe('moving a guide to another folder', () => {
  const moved = 'guides/it/nurse.md';

  test('[P3] tab, text, history and caret follow, and the toast brings it back', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    answers['guide.move'] = () => ok({ path: moved });
    expect(await moveToFolder(path, 'guides/it')).toBeUndefined();
    expect(callsOf('guide.move')).toEqual([{ path, folder: 'guides/it' }]);
    expect([tabs(), sessionOf(moved)]).toEqual([[moved], session]);
    expect(toasts()[0]?.text).toBe('「nurse.md」を「guides/it」に移しました');
    answers['guide.move'] = () => ok({ path });
    await undo();
    expect(callsOf('guide.move').at(-1)).toEqual({ path: moved, folder: 'guides' });
    expect([tabs(), session.text()]).toEqual([[path], `${text}書きかけ`]);
    session.undo();
    expect(session.text()).toBe(text);
  });

  test('to the top of the folder', async () => {
    answers['guide.move'] = () => ok({ path: 'nurse.md' });
    await moveToFolder(path, '');
    expect(callsOf('guide.move')).toEqual([{ path, folder: '' }]);
    expect(toasts()[0]?.text).toContain('「ガイドのフォルダー」');
  });
});

test('[P3] a name whose guide is gone from the disk, with its text in this window, is not given away', async () => {
  await openNurse();
  files.set(to, { path: to, text: '# 消える\n', bom: false, hash: 'gone' });
  await openGuide(to, currentEditorContext());
  const orphan = sessionOf(to)!;
  type(orphan, '書きかけ');
  files.delete(to);
  expect(await renameGuide(path, to, false)).toMatch(/保存していない文章/);
  expect(callsOf('guide.rename')).toEqual([]);
  expect(sessionOf(to)).toBe(orphan);
  expect(tabs()).toEqual([path, to]);
});

describe('moving a guide to the trash', () => {
  test('[P3] the unsaved text goes along; undo brings the tab back with text and history', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    expect(await trashGuide(path)).toBeUndefined();
    expect(callsOf('guide.trash')).toEqual([
      { path, text: `${text}書きかけ`, bom: false, baseHash: 'old' },
    ]);
    expect([tabs(), sessionOf(path), lastClosedTab()]).toEqual([[], undefined, undefined]);

    await undo();
    expect(callsOf('guide.restore')).toEqual([{ id: '7' }]);
    expect(sessionOf(path)).toBe(session);
    expect(useDocumentsStore.getState().documents).toMatchObject([{ path, unsaved: true }]);
    session.undo();
    expect(session.text()).toBe(text);
    expect(session.unsaved).toBe(false);
  });

  test('a guide without unsaved text, or not open at all, is only named', async () => {
    await openNurse();
    await trashGuide(path);
    await trashGuide('guides/other.md');
    expect(callsOf('guide.trash')).toMatchObject([
      { path, text: null, baseHash: 'old' },
      { path: 'guides/other.md', text: null, baseHash: null },
    ]);
  });

  test('other bytes that come back are shown as they are, not under the old text', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    await trashGuide(path);
    files.set(path, { path, text: '# 別の文\n', bom: false, hash: 'theirs' });
    await undo();
    expect(sessionOf(path)).not.toBe(session);
    expect(sessionOf(path)?.text()).toBe('# 別の文\n');
  });

  test('[F35] a refusal keeps the tab and its text', async () => {
    const session = await openNurse();
    type(session, '書きかけ');
    answers['guide.trash'] = () => refused('changed-on-disk');
    await askToTrash(path);
    expect([tabs(), sessionOf(path)]).toEqual([[path], session]);
    expect(useLayoutStore.getState().dialog).toBe('not-done');
  });

  test('who names a guide is shown before, and nothing is moved until then', async () => {
    answers['guide.namedBy'] = () => ok({ byValue: ['guides/b.md'], byPath: [] });
    await askToTrash(path);
    expect(useLayoutStore.getState()).toMatchObject({ dialog: 'trash', dialogPath: path });
    expect(callsOf('guide.trash')).toEqual([]);
  });

  test('the toast says where it is when the system has no trash', async () => {
    answers['guide.trash'] = () => ok({ id: '7', keptIn: '.shirube/trash/1' });
    await trashGuide(path);
    expect(toasts()[0]?.text).toContain('.shirube/trash/1');
  });
});

describe('taking a new guide back', () => {
  const answersFor = { type: 'job', name: 'Nurse', title: '題', slug: 'nurse', category: '' };

  test('moves it to the trash while its bytes are ours', async () => {
    answers['guide.create'] = () => ok({ path, hash: 'old' });
    expect(await createGuide(answersFor)).toBeUndefined();
    const { from, to: end } = sessionOf(path)?.state.selection.main ?? { from: 0, to: 0 };
    expect(text.slice(from, end)).toBe('見本の文');
    await undo();
    expect(callsOf('guide.trash')).toEqual([{ path, text: null, bom: false, baseHash: 'old' }]);
    expect(tabs()).toEqual([]);
  });

  test('[P3] keeps it once something is written in it, saved or not', async () => {
    answers['guide.create'] = () => ok({ path, hash: 'old' });
    await createGuide(answersFor);
    const session = sessionOf(path);
    if (session) type(session, '書いた');
    await undo();
    expect(useLayoutStore.getState().dialogText).toMatch(/書き始めた文章/);
    expect(callsOf('guide.trash')).toEqual([]);
  });

  test('a name that is taken is said of the URL name', async () => {
    answers['guide.create'] = () => refused('already-exists');
    expect(await createGuide(answersFor)).toMatchObject({ field: 'slug' });
    answers['guide.create'] = () => refused('io');
    expect(await createGuide(answersFor)).toMatchObject({ field: undefined });
  });
});
