import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Bridge } from '#core/ipc/bridge';
import { PageOut } from '../../../src-renderer/features/preview/PageOut.tsx';
import { createTextSession } from './fake-page.ts';
import { createEngineWorker } from './worker-of-engine.ts';

const text = '---json\n{"slug": "nurse", "title": "支える仕事"}\n---\n# 看護師\n\n本文\n';

/** The main process with these answers; what it was asked is kept. */
function answer(answers: Record<string, unknown>) {
  const asked: { method: string; params: unknown }[] = [];
  const request = (method: string, params: unknown) => {
    asked.push({ method, params });
    const value = answers[method];
    return value instanceof Promise ? value : Promise.resolve(value ?? { ok: true, value: null });
  };
  Object.assign(window, { app: { request } as unknown as Bridge });
  return asked;
}

function open(kind: 'pdf' | 'print') {
  const calls = { onWritten: vi.fn<(name: string) => void>(), onClose: vi.fn<() => void>() };
  render(
    <PageOut
      kind={kind}
      session={createTextSession(text)}
      workspaceId="w"
      profile={{ flavour: 'gfm-cjk' }}
      staticPath="/static"
      entries={new Map()}
      vocabulary={{}}
      look={{ styles: ['0'.repeat(32)], hasDark: false, notices: [] }}
      readTemplate={() => Promise.resolve(undefined)}
      siteName=""
      createWorker={createEngineWorker}
      {...calls}
    />,
  );
  return calls;
}

const chosen = { ok: true, value: true };

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('asks where to, then sends the page with its heading as title, and says nothing on the way', async () => {
  const asked = answer({
    'page.choosePdf': chosen,
    'page.exportPdf': { ok: true, value: { name: 'nurse.pdf' } },
  });
  const { onWritten, onClose } = open('pdf');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.map(({ method }) => method)).toEqual(['page.choosePdf', 'page.exportPdf']);
  const styles = [`site://w/.shirube-css/${'0'.repeat(32)}.css`];
  expect(asked[1]?.params).toMatchObject({ title: '看護師', styles });
  expect(asked[1]?.params).toMatchObject({
    html: expect.stringContaining('<p>本文</p>') as unknown,
  });
  expect(onWritten.mock.calls).toEqual([['nurse.pdf']]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('makes nothing where the author chooses no place', async () => {
  const asked = answer({ 'page.choosePdf': { ok: true, value: false } });
  const { onClose } = open('pdf');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.map(({ method }) => method)).toEqual(['page.choosePdf']);
});

it('says what it does where it takes more than a second, and stops when asked', async () => {
  const asked = answer({
    'page.choosePdf': chosen,
    'page.exportPdf': new Promise(() => undefined),
  });
  const { onClose } = open('pdf');
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(screen.queryByRole('dialog')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(1100));
  expect(screen.getByRole('status').textContent).toContain('PDFにしています');
  const stop = screen.getAllByRole('button', { name: 'やめる' }).at(-1);
  if (stop) fireEvent.click(stop);
  expect(asked.at(-1)?.method).toBe('page.cancel');
  expect(onClose).toHaveBeenCalled();
});

it('says in words why the page was not printed', async () => {
  answer({ 'page.print': { ok: false, failure: { code: 'not-printed', detail: '' } } });
  const { onClose } = open('print');
  expect((await screen.findByRole('alert')).textContent).toContain('印刷できませんでした。');
  expect(onClose).not.toHaveBeenCalled();
});
