import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedGuide } from '#core/ipc/contract';
import { onChangedOnDisk, openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';

const path = 'guides/nurse.md';
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
let file: OpenedGuide | undefined;

beforeEach(async () => {
  file = { path, text: '# 看護師\n', bom: false, hash: 'first' };
  vi.stubGlobal('app', {
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
