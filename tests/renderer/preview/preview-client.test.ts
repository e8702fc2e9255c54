import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type PreviewWorker,
  startPreview,
} from '../../../src-renderer/features/preview/preview-client.ts';
import type {
  PreviewAnswer,
  PreviewMessage,
  PreviewRequest,
} from '../../../src-renderer/features/preview/preview-protocol.ts';
import { createTextSession } from './fake-page.ts';

const patch = {
  order: { at: 0, remove: 0, insert: [] },
  sections: [],
  done: true,
  problem: undefined,
};

/** A worker whose answers the test gives. */
function createFakeWorker() {
  const target = new EventTarget();
  const requests: PreviewRequest[] = [];
  const worker = {
    postMessage: (request: PreviewRequest) => requests.push(request),
    terminate: vi.fn<() => void>(),
    addEventListener: target.addEventListener.bind(target),
  };
  const say = (data: PreviewMessage) => target.dispatchEvent(new MessageEvent('message', { data }));
  return {
    worker: worker as unknown as PreviewWorker,
    requests,
    terminate: worker.terminate,
    ready: () => say({ type: 'ready' }),
    answer: (done = true, fresh = false) =>
      say({
        type: 'page',
        id: requests.at(-1)?.id ?? 0,
        fresh,
        bodyLine: 0,
        patch: { ...patch, done },
      }),
    crash: () => target.dispatchEvent(new Event('error')),
  };
}

function open() {
  const workers: ReturnType<typeof createFakeWorker>[] = [];
  const session = createTextSession('# 題\n');
  const answers: PreviewAnswer[] = [];
  const stale: boolean[] = [];
  const stop = startPreview({
    session,
    profile: { flavour: 'gfm-cjk' },
    createWorker() {
      const made = createFakeWorker();
      workers.push(made);
      return made.worker;
    },
    onAnswer: (answer) => answers.push(answer),
    onStale: (is) => stale.push(is),
    schedule: (work) => work(),
  });
  const type = (insert: string) => session.edit([{ from: 0, to: 0, insert }], 'command');
  const worker = (index: number) => {
    const made = workers[index];
    if (!made) throw new Error(`worker ${index} was never started`);
    return made;
  };
  return { workers, worker, session, answers, stale, stop, type };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the preview worker of a guide', () => {
  it('gets the text once it is ready, and edits after that', () => {
    const { worker, type } = open();
    type('早い字');
    worker(0).ready();
    worker(0).answer();
    type('x');
    expect(worker(0).requests).toMatchObject([
      { type: 'text', text: '早い字# 題\n' },
      { type: 'edits', edits: [[{ from: 0, to: 0, insert: 'x' }]] },
    ]);
  });

  it('gets one request at a time; edits meanwhile go together in the next', () => {
    const { worker, type } = open();
    worker(0).ready();
    type('a');
    type('b');
    expect(worker(0).requests.length).toBe(1);
    worker(0).answer();
    expect(worker(0).requests[1]).toMatchObject({ edits: [[{ insert: 'a' }], [{ insert: 'b' }]] });
  });

  it('[F56] is replaced after two seconds without an answer, and the page stays with a mark', () => {
    const { workers, worker, stale, type } = open();
    worker(0).ready();
    worker(0).answer();
    type('bomb');
    vi.advanceTimersByTime(1999);
    expect(workers.length).toBe(1);
    vi.advanceTimersByTime(1);
    expect(worker(0).terminate).toHaveBeenCalled();
    expect(stale.at(-1)).toBe(true);
    worker(1).ready();
    expect(worker(1).requests).toMatchObject([{ type: 'text', text: 'bomb# 題\n' }]);
    worker(1).answer();
    expect(stale.at(-1)).toBe(false);
  });

  it('[F56] is replaced after a crash', () => {
    const { worker, stale } = open();
    worker(0).ready();
    worker(0).answer();
    worker(0).crash();
    worker(1).ready();
    worker(1).answer();
    expect(stale).toEqual([false, true, false]);
  });

  it('[F56] [T31] waits for another text when one text has killed two workers', () => {
    const { workers, worker, stale, type } = open();
    worker(0).ready();
    worker(0).answer();
    type('bomb');
    vi.advanceTimersByTime(2000);
    worker(1).ready();
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(2);
    expect(stale.at(-1)).toBe(true);
    type('x');
    vi.advanceTimersByTime(999);
    expect(workers.length).toBe(2);
    vi.advanceTimersByTime(1);
    worker(2).ready();
    worker(2).answer();
    expect(stale.at(-1)).toBe(false);
  });

  it('[F56] shows the new page only when it is whole, after a restart', () => {
    const { worker, answers } = open();
    worker(0).ready();
    worker(0).answer();
    worker(0).crash();
    worker(1).ready();
    worker(1).answer(false, true);
    expect(answers.length).toBe(1);
    worker(1).answer(true);
    expect(answers.length).toBe(3);
  });

  it('is given time as long as it goes on answering in parts', () => {
    const { workers, worker } = open();
    worker(0).ready();
    for (let part = 0; part < 5; part += 1) {
      vi.advanceTimersByTime(1500);
      worker(0).answer(false);
    }
    expect(workers.length).toBe(1);
    vi.advanceTimersByTime(2000);
    expect(workers.length).toBe(2);
  });

  it('ends with the preview', () => {
    const { workers, worker, stop, type } = open();
    worker(0).ready();
    stop();
    type('x');
    vi.advanceTimersByTime(60_000);
    expect(worker(0).terminate).toHaveBeenCalled();
    expect(workers.length).toBe(1);
  });
});
