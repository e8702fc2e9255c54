import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedGuide } from '#core/ipc/contract';
import { onChangedOnDisk, openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { followWorkspace } from '../../../src-renderer/app/workspace-actions.ts';
import { changeDocument, useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useWorkspaceStore } from '../../../src-renderer/stores/workspace-store.ts';

const path = 'guides/nurse.md';
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
let file: OpenedGuide | undefined;
const listeners = new Map<string, (value: unknown) => void>();

beforeEach(async () => {
  file = { path, text: '# 看護師\n', bom: false, hash: 'first' };
  vi.stubGlobal('app', {
    on: (event: string, listener: (value: unknown) => void) => void listeners.set(event, listener),
    request(method: string) {
      if (method !== 'guide.open') return Promise.resolve({ ok: true, value: null });
      return Promise.resolve(
        file
          ? { ok: true, value: file }
          : { ok: false, failure: { code: 'not-found', detail: 'ENOENT' } },
      );
    },
  });
  const none = () => undefined;
  await openGuide(path, {
    locale: 'ja',
    flavour: 'gfm-cjk',
    blankMarks: true,
    knowledge: noKnowledge,
    onEditInForm: none,
    onFix: none,
    onFixAll: none,
  });
});

afterEach(() => {
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  vi.unstubAllGlobals();
});

const disk = () => useDocumentsStore.getState().documents.find((one) => one.path === path)?.disk;
const text = () => sessionOf(path)?.fileText();

test('[F44] a file that became empty is not taken for what the guide says', async () => {
  file = { path, text: '', bom: false, hash: nothing };
  await onChangedOnDisk(path, nothing);
  expect([text(), disk()]).toEqual(['# 看護師\n', 'changed']);
  // Fetched by the sync service after all.
  file = { path, text: '# 看護師（改）\n', bom: false, hash: 'second' };
  await onChangedOnDisk(path, 'second');
  expect([text(), disk()]).toEqual(['# 看護師（改）\n', 'same']);
});

test('[F36][F43] a file that is back as it was is no deleted one any more', async () => {
  file = undefined;
  await onChangedOnDisk(path, null);
  expect([text(), disk()]).toEqual(['# 看護師\n', 'deleted']);
  await onChangedOnDisk(path, 'first');
  expect([text(), disk()]).toEqual(['# 看護師\n', 'same']);
});

test('[F43] a save that was refused while the volume was away is no failure once it is back', () => {
  followWorkspace();
  const away = listeners.get('workspace.away');
  const failure = () =>
    useDocumentsStore.getState().documents.find((one) => one.path === path)?.saveFailure?.code;
  away?.({ away: true });
  changeDocument(path, { saveFailure: { code: 'folder-away', detail: 'root' } });
  expect([useWorkspaceStore.getState().away, failure()]).toEqual([true, 'folder-away']);
  away?.({ away: false });
  expect([useWorkspaceStore.getState().away, failure()]).toEqual([false, undefined]);
  // Another failure stays.
  changeDocument(path, { saveFailure: { code: 'disk-full', detail: 'ENOSPC' } });
  away?.({ away: false });
  expect(failure()).toBe('disk-full');
});
