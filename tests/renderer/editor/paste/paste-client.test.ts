import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guideListStyle } from '#core/markdown/paste/pasted-html';
import {
  createPasteConverter,
  type PasteMessage,
  type PasteRequest,
} from '../../../../src-renderer/editor/paste/paste-client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pasted = {
  markdown: 'x',
  isInline: true,
  rows: undefined,
  droppedImages: 0,
  problem: undefined,
};

/** Workers that say what the test lets them. */
function workers() {
  const all: {
    sent: PasteRequest[];
    say: (message: PasteMessage) => void;
    ended: boolean;
    crash: () => void;
  }[] = [];
  const create = () => {
    const listeners = new Map<string, (event: never) => void>();
    const one = {
      sent: [] as PasteRequest[],
      ended: false,
      say: (data: PasteMessage) => listeners.get('message')?.({ data } as never),
      crash: () => listeners.get('error')?.(new Event('error') as never),
    };
    all.push(one);
    return {
      postMessage: (message: PasteRequest) => void one.sent.push(message),
      terminate: () => void (one.ended = true),
      addEventListener: (type: string, listener: (event: never) => void) =>
        void listeners.set(type, listener),
    } as never;
  };
  return { all, convert: createPasteConverter(create) };
}

test('no worker is started before the first paste, and one serves all', async () => {
  const { all, convert } = workers();
  expect(all).toHaveLength(0);
  const [first, second] = [convert('a', guideListStyle), convert('b', guideListStyle)];
  expect(all).toHaveLength(1);
  all[0]!.say({ type: 'ready' });
  expect(all[0]!.sent.map(({ html }) => html)).toEqual(['a']);
  all[0]!.say({ type: 'pasted', id: 1, pasted });
  all[0]!.say({ type: 'pasted', id: 2, pasted });
  expect(await first).toEqual(pasted);
  expect(await second).toEqual(pasted);
});

test('a worker that takes longer than two seconds is ended, and the next paste has a new one', async () => {
  const { all, convert } = workers();
  const slow = convert('a', guideListStyle);
  all[0]!.say({ type: 'ready' });
  vi.advanceTimersByTime(2000);
  expect(await slow).toBeUndefined();
  expect(all[0]!.ended).toBe(true);
  const next = convert('b', guideListStyle);
  all[1]!.say({ type: 'ready' });
  all[1]!.say({ type: 'pasted', id: 2, pasted });
  expect(await next).toEqual(pasted);
});

test('a worker that crashes, or that never loads, answers with nothing', async () => {
  const { all, convert } = workers();
  const crashed = convert('a', guideListStyle);
  all[0]!.crash();
  expect(await crashed).toBeUndefined();
  const never = convert('b', guideListStyle);
  vi.advanceTimersByTime(10_000);
  expect(await never).toBeUndefined();
});
