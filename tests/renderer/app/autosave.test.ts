import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FailureCode, OpenedGuide } from '#core/ipc/contract';
import type { Settings } from '#core/ipc/settings';
import { saveBeforeExport, startAutosave } from '../../../src-renderer/app/autosave.ts';
import { currentEditorContext } from '../../../src-renderer/app/editor-context-of.ts';
import {
  closeGuide,
  openGuide,
  reopenGuide,
  saveGuide,
} from '../../../src-renderer/app/guide-actions.ts';
import { renameGuide, trashGuide } from '../../../src-renderer/app/guide-file-actions.ts';
import { manuscript } from '../../../src-renderer/app/manuscript.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { changeDocument, useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useLayoutStore } from '../../../src-renderer/stores/layout-store.ts';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';

const usual = useSettingsStore.getState().settings;
const file: OpenedGuide = { path: 'a.md', text: '# 題\n', bom: false, hash: 'h0' };

let failure: FailureCode | undefined;
let saves: Record<string, unknown>[];
let kept: unknown;
let answerRename: ((value: unknown) => void) | undefined;
let answerTrash: ((value: unknown) => void) | undefined;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  failure = undefined;
  kept = null;
  saves = [];
  vi.stubGlobal('app', {
    async request(method: string, params: { readonly path: string }) {
      if (method === 'guide.open') return { ok: true, value: { ...file, path: params.path } };
      if (method === 'recovery.take') return { ok: true, value: kept };
      if (method === 'guide.rename') return new Promise((resolve) => (answerRename = resolve));
      if (method === 'guide.trash') return new Promise((resolve) => (answerTrash = resolve));
      if (method !== 'guide.save') return { ok: true, value: null };
      saves.push(params);
      return failure
        ? { ok: false, failure: { code: failure, detail: '' } }
        : { ok: true, value: { hash: `h${saves.length}`, savedAt: saves.length } };
    },
  });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  stop = startAutosave();
});

afterEach(() => {
  stop();
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined, place: 'editor' });
  useSettingsStore.setState({ settings: usual });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const choose = (changes: Partial<Settings>): void =>
  useSettingsStore.setState({ settings: { ...usual, ...changes } });
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
const documentOf = (path = 'a.md') =>
  useDocumentsStore.getState().documents.find((one) => one.path === path);

async function open(path = 'a.md') {
  await openGuide(path, currentEditorContext());
  return sessionOf(path)!;
}

function type(session: Awaited<ReturnType<typeof open>>, insert = 'あ'): void {
  session.dispatch({ changes: { from: session.length, insert }, userEvent: 'input.type' });
}

async function leaveWindow(): Promise<void> {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
  await pass(0.1);
}

describe('after a rest', () => {
  beforeEach(() => choose({ autosave: 'rest', autosaveRest: 5 }));

  test('a guide is saved once the author has written nothing for so long, and says that nobody asked', async () => {
    const session = await open();
    for (let key = 0; key < 4; key += 1) {
      type(session);
      await pass(4);
    }
    expect(saves).toEqual([]);
    await pass(1.1);
    expect(saves).toMatchObject([{ path: 'a.md', text: '# 題\nああああ', auto: true }]);
    expect(documentOf()).toMatchObject({ unsaved: false, savedAt: 1 });
    await pass(60);
    expect(saves).toHaveLength(1);
  });

  test('what was written before the author chose so is saved too, and nothing after another choice', async () => {
    choose({ autosave: 'off' });
    const session = await open();
    type(session);
    await pass(60);
    expect(saves).toEqual([]);
    choose({ autosave: 'rest', autosaveRest: 60 });
    await pass(59);
    expect(saves).toEqual([]);
    await pass(2);
    expect(saves).toHaveLength(1);
    type(session);
    await pass(1);
    choose({ autosave: 'off' });
    await pass(120);
    expect(saves).toHaveLength(1);
  });

  test('[F57] a word being composed is work that goes on: nothing is saved until it has ended', async () => {
    const session = await open();
    type(session);
    let composing = true;
    vi.spyOn(session, 'composing', 'get').mockImplementation(() => composing);
    await pass(30);
    expect(saves).toEqual([]);
    composing = false;
    await pass(5.1);
    expect(saves).toHaveLength(1);
  });

  test('[F57] nor while a word is composed in a field of the form', async () => {
    const session = await open();
    type(session);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await pass(30);
    expect(saves).toEqual([]);
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await pass(2);
    expect(saves).toHaveLength(1);
    field.remove();
  });

  test.each([
    ['a conflict', { disk: 'changed' }],
    ['a file that was deleted', { disk: 'deleted' }],
    ['text of the last time that the author has not decided about', { recoveredAt: 1 }],
  ] as const)('[P3] never over %s', async (_, state) => {
    const session = await open();
    changeDocument('a.md', state);
    type(session);
    await pass(60);
    expect(saves).toEqual([]);
    await saveGuide('a.md');
    expect(documentOf()).toMatchObject({ disk: 'same', recoveredAt: undefined });
    type(session);
    await pass(6);
    expect(saves).toHaveLength(2);
  });

  test('[P3] a file that changed unseen is not written over: the conflict is told, by no question', async () => {
    failure = 'changed-on-disk';
    const session = await open();
    type(session);
    await pass(6);
    expect(saves).toMatchObject([{ baseHash: 'h0' }]);
    expect(documentOf()).toMatchObject({ disk: 'changed', unsaved: true, saveFailure: undefined });
    type(session);
    await pass(300);
    expect(saves).toHaveLength(1);
    expect(useLayoutStore.getState().dialog).toBeUndefined();
  });

  test('[F09] a disk that refuses is told of once; saving rests, and goes on by itself when it works again', async () => {
    failure = 'io';
    const session = await open();
    type(session);
    await pass(6);
    expect(saves).toHaveLength(1);
    const told: unknown[] = [];
    const unsubscribe = useDocumentsStore.subscribe(() => told.push(documentOf()?.saveFailure));
    for (let key = 0; key < 4; key += 1) {
      type(session);
      await pass(6);
    }
    // Five rests, one try again.
    expect(saves).toHaveLength(1);
    await pass(31);
    expect(saves).toHaveLength(2);
    expect(told.every((one) => one !== undefined)).toBe(true);
    unsubscribe();
    expect(useLayoutStore.getState().dialog).toBeUndefined();
    failure = undefined;
    await pass(31);
    expect(documentOf()).toMatchObject({ unsaved: false, saveFailure: undefined });
    expect(saves.at(-1)).toMatchObject({ text: '# 題\nあああああ' });
    await pass(120);
    expect(saves).toHaveLength(3);
  });

  test('[F55] what is being renamed is saved under its new name; what goes to the trash is not saved', async () => {
    const session = await open();
    type(session);
    await pass(4);
    const renaming = renameGuide('a.md', 'b.md', false);
    await pass(3);
    expect(saves).toEqual([]);
    answerRename?.({ ok: true, value: { path: 'b.md' } });
    await renaming;
    await pass(6);
    expect(saves).toMatchObject([{ path: 'b.md' }]);
    type(session);
    const trashing = trashGuide('b.md');
    await pass(60);
    answerTrash?.({ ok: true, value: { id: '1' } });
    await trashing;
    await pass(60);
    expect(saves).toHaveLength(1);
  });

  test('[F55] a review of the export begins with what is saved, and nothing is saved under it', async () => {
    const session = await open();
    type(session);
    await saveBeforeExport();
    expect(saves).toHaveLength(1);
    useDocumentsStore.setState({ place: 'export' });
    type(session);
    await pass(60);
    expect(saves).toHaveLength(1);
    useDocumentsStore.setState({ place: 'editor' });
    await pass(6);
    expect(saves).toHaveLength(2);
  });

  test('a guide that can only be read is left alone', async () => {
    const session = await open();
    vi.spyOn(session, 'unsaved', 'get').mockReturnValue(true);
    Object.assign(session, { readOnly: true });
    choose({ autosave: 'leave' });
    await leaveWindow();
    choose({ autosave: 'rest', autosaveRest: 5 });
    await pass(60);
    expect(saves).toEqual([]);
  });
});

describe('when the author leaves', () => {
  beforeEach(() => choose({ autosave: 'leave' }));

  test('the guide that is left is saved, not the one that is shown', async () => {
    type(await open('a.md'));
    const other = await open('b.md');
    await pass(0.1);
    expect(saves).toMatchObject([{ path: 'a.md', auto: true }]);
    type(other);
    await pass(300);
    expect(saves).toHaveLength(1);
  });

  test('a tab that is closed is saved, in front or not', async () => {
    type(await open('a.md'));
    closeGuide('a.md');
    await pass(0.1);
    expect(saves).toMatchObject([{ path: 'a.md' }]);
  });

  test('all are saved when the window is left, not when the focus goes to the preview', async () => {
    type(await open('a.md'));
    await pass(1);
    window.dispatchEvent(new Event('blur'));
    await pass(1);
    expect(saves).toEqual([]);
    await leaveWindow();
    expect(saves).toMatchObject([{ path: 'a.md' }]);
    await leaveWindow();
    expect(saves).toHaveLength(1);
  });

  test('[F57] a word that is composed just then is waited for', async () => {
    const session = await open();
    type(session);
    let composing = true;
    vi.spyOn(session, 'composing', 'get').mockImplementation(() => composing);
    await leaveWindow();
    expect(saves).toEqual([]);
    composing = false;
    type(session, '語');
    manuscript.compositionEnded();
    await pass(0.1);
    expect(saves).toMatchObject([{ text: '# 題\nあ語' }]);
  });

  test('[F33] text that came back from the last time waits for the author', async () => {
    kept = {
      path: 'a.md',
      base: {
        text: '# 題\n',
        lineEnds: { dominant: '\n', exceptions: [] },
        bom: false,
        hash: 'h0',
        unsaved: false,
      },
      changes: [{ edits: [{ from: 4, to: 4, insert: '前回' }], at: 5 }],
      saves: [],
    };
    await reopenGuide('a.md', currentEditorContext());
    expect(documentOf()).toMatchObject({ unsaved: true, recoveredAt: 5 });
    await leaveWindow();
    expect(saves).toEqual([]);
  });
});

test('off, nothing is saved by itself', async () => {
  type(await open('a.md'));
  await open('b.md');
  await leaveWindow();
  await pass(600);
  expect(saves).toEqual([]);
});
