import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedGuide, Result } from '#core/ipc/contract';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { convertGuide, openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';

const path = 'guides/nurse.md';
const before: OpenedGuide = {
  path,
  text: '# 看護師\n',
  bom: false,
  hash: 'old',
  readOnly: 'not-utf8',
  encoding: 'shift_jis',
};
const after: OpenedGuide = { path, text: '# 看護師\n', bom: false, hash: 'new' };

let file: OpenedGuide;
let answer: Result<{ readonly original: string }>;
const calls: [string, unknown][] = [];

beforeEach(async () => {
  file = before;
  calls.length = 0;
  vi.stubGlobal('app', {
    request(method: string, params: unknown) {
      calls.push([method, params]);
      if (method === 'guide.open') return Promise.resolve({ ok: true, value: file });
      if (method === 'guide.convert') return Promise.resolve(answer);
      return Promise.resolve({ ok: true, value: null });
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
  useToastStore.setState({ toasts: [] });
  vi.unstubAllGlobals();
});

const shown = () => useDocumentsStore.getState().documents.find((one) => one.path === path);

test('[F46] a converted guide can be edited in its tab, and a toast says where the original is', async () => {
  expect(shown()).toMatchObject({ readOnly: 'not-utf8', encoding: 'shift_jis' });
  const old = sessionOf(path);
  answer = { ok: true, value: { original: 'guides/nurse.md.shift_jis.orig' } };
  file = after;

  await convertGuide(path);

  expect(calls).toContainEqual(['guide.convert', { path, baseHash: 'old' }]);
  expect(shown()).toMatchObject({ readOnly: undefined, encoding: undefined, unsaved: false });
  const session = sessionOf(path);
  expect(session).not.toBe(old);
  expect(session?.baseHash).toBe('new');
  session?.edit([{ from: 0, to: 1, insert: '##' }], 'command');
  expect(session?.text()).toBe('## 看護師\n');
  await vi.waitFor(() => expect(shown()?.unsaved).toBe(true));
  // Main goes on looking at the file only while the guide was not closed.
  expect(calls.filter(([method]) => method === 'document.close')).toEqual([]);
  const [toast] = useToastStore.getState().toasts;
  expect(toast?.text).toContain('guides/nurse.md.shift_jis.orig');
  toast?.action?.onPress();
  expect(calls.at(-1)).toEqual(['shell.reveal', { path: 'guides/nurse.md.shift_jis.orig' }]);
});

test('[F46] a guide that could not be converted stays as it is, and says why', async () => {
  answer = { ok: false, failure: { code: 'disk-full', detail: 'ENOSPC' } };

  await convertGuide(path);

  expect(shown()).toMatchObject({
    readOnly: 'not-utf8',
    convertFailure: { code: 'disk-full' },
  });
  expect(sessionOf(path)?.readOnly).toBe(true);
  expect(useToastStore.getState().toasts).toEqual([]);
});

test('[F35][F46] a guide that changed meanwhile is read again, and a second try knows the new file', async () => {
  answer = { ok: false, failure: { code: 'changed-on-disk', detail: '' } };
  file = { ...before, text: '# 別の文\n', hash: 'theirs' };

  await convertGuide(path);
  answer = { ok: true, value: { original: 'x.orig' } };
  await convertGuide(path);

  expect(sessionOf(path)?.text()).toBe('# 別の文\n');
  expect(
    calls.filter(([method]) => method === 'guide.convert').map(([, params]) => params),
  ).toEqual([
    { path, baseHash: 'old' },
    { path, baseHash: 'theirs' },
  ]);
});
