import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedGuide } from '#core/ipc/contract';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { openGuide, reloadGuide } from '../../../src-renderer/app/guide-actions.ts';
import { restoreVersion } from '../../../src-renderer/app/history-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';

const path = 'guides/nurse.md';
const minutes = 60_000;
let file: OpenedGuide;
/** What the history was asked to keep, and the text of the guide at that moment. */
let kept: { kind: string; text: string; present: string | undefined }[] = [];

async function open(values: Partial<OpenedGuide> = {}): Promise<OpenSession> {
  file = { path, text: '一\r\n二\r\n', bom: true, hash: 'h', ...values };
  const nothing = () => undefined;
  await openGuide(path, {
    ...{ locale: 'ja', flavour: 'gfm-cjk', blankMarks: true, knowledge: noKnowledge },
    ...{ onEditInForm: nothing, onFix: nothing, onFixAll: nothing },
  });
  const session = sessionOf(path);
  if (!session) throw new Error('not open');
  return session;
}

const type = (session: OpenSession, insert: string): void =>
  session.dispatch({ changes: { from: 0, insert }, userEvent: 'input.type' });

beforeEach(() => {
  kept = [];
  vi.useFakeTimers();
  vi.stubGlobal('app', {
    request(method: string, params: { kind: string; text: string }) {
      if (method === 'history.keep') {
        kept.push({ kind: params.kind, text: params.text, present: sessionOf(path)?.fileText() });
      }
      return Promise.resolve({ ok: true, value: method === 'guide.open' ? file : null });
    },
  });
});

afterEach(() => {
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  useToastStore.setState({ toasts: [] });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[P3] going back to a version keeps the present text first, and is one step with its own line ends', async () => {
  const session = await open();
  type(session, '私の');
  await restoreVersion(path, '昔の\n文\n', '今日9:05');
  expect(kept).toEqual([
    { kind: 'given-up', text: '私の一\r\n二\r\n', present: '私の一\r\n二\r\n' },
  ]);
  expect([session.fileText(), session.unsaved, session.baseHash]).toEqual([
    '昔の\n文\n',
    true,
    'h',
  ]);
  const toast = useToastStore.getState().toasts.at(-1);
  expect(toast?.text).toBe('今日9:05の版に戻しました');
  toast?.action?.onPress();
  expect(session.fileText()).toBe('私の一\r\n二\r\n');
});

test('going back to a version leaves a guide alone that can only be read', async () => {
  const session = await open({ readOnly: 'not-writable' });
  await restoreVersion(path, '昔の', '今日9:05');
  expect([session.fileText(), kept]).toEqual(['一\r\n二\r\n', []]);
});

test('the history has the text that is given up for that of the file', async () => {
  const session = await open();
  type(session, '私の');
  file = { ...file, text: '外の\r\n', hash: 'other' };
  await reloadGuide(path);
  expect(kept).toEqual([
    { kind: 'given-up', text: '私の一\r\n二\r\n', present: '私の一\r\n二\r\n' },
  ]);
  expect(session.fileText()).toBe('外の\r\n');
});

test('the history has the text of every five minutes of work that is not saved', async () => {
  const session = await open();
  vi.advanceTimersByTime(20 * minutes);
  expect(kept).toEqual([]);
  type(session, 'あ');
  vi.advanceTimersByTime(4 * minutes);
  type(session, 'い');
  expect(kept).toEqual([]);
  vi.advanceTimersByTime(2 * minutes);
  expect(kept.map(({ kind, text }) => [kind, text])).toEqual([['work', 'いあ一\r\n二\r\n']]);
  vi.advanceTimersByTime(20 * minutes);
  expect(kept).toHaveLength(1);
  type(session, 'う');
  session.markSaved('saved');
  vi.advanceTimersByTime(6 * minutes);
  expect(kept).toHaveLength(1);
  type(session, 'え');
  removeAllSessions();
  vi.advanceTimersByTime(6 * minutes);
  expect(kept).toHaveLength(1);
});
