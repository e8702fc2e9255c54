import { afterEach, expect, test, vi } from 'vitest';
import { openGuide, saveGuide } from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { noContext } from '../editor/open-text.ts';

const path = 'guides/nurse.md';

afterEach(() => {
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  vi.unstubAllGlobals();
});

test('[F27] what was typed in the very frame of a save reaches the journal before the file', async () => {
  const asked: string[] = [];
  const answers: Record<string, unknown> = {
    'guide.open': { path, text: '# 看護師\n', bom: false, hash: 'old' },
    'guide.save': { hash: 'new', savedAt: 0 },
  };
  vi.stubGlobal('app', {
    request(method: string) {
      asked.push(method);
      return Promise.resolve({ ok: true, value: answers[method] ?? null });
    },
  });
  await openGuide(path, noContext);
  sessionOf(path)?.dispatch({ changes: { from: 0, insert: 'x' }, userEvent: 'input.type' });
  expect(await saveGuide(path)).toBe(true);
  const order = asked.filter((one) => one === 'document.change' || one === 'guide.save');
  expect(order).toEqual(['document.change', 'guide.save']);
});
