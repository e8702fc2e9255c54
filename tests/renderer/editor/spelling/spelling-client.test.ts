import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type {
  SpellingAnswer,
  SpellingRequest,
} from '../../../../src-renderer/editor/spelling/spelling-protocol.ts';
import { createSpellingClient } from '../../../../src-renderer/editor/spelling/spelling-client.ts';

class FakeWorker extends EventTarget {
  readonly requests: SpellingRequest[] = [];
  terminated = false;

  postMessage(request: SpellingRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(data: SpellingAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let workers: FakeWorker[];
let client: ReturnType<typeof createSpellingClient>;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  client = createSpellingClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
});

afterEach(() => vi.useRealTimers());

test('the dictionary is loaded for the first word, and each word is asked for once', () => {
  expect(workers).toEqual([]);
  const heard = vi.fn();
  client.onKnown(heard);
  expect(client.wrong(['good', 'baad'])).toEqual(new Set());
  expect(client.wrong(['good', 'baad', 'new'])).toEqual(new Set());
  expect(workers[0]?.requests).toEqual([
    { type: 'check', words: ['good', 'baad'] },
    { type: 'check', words: ['new'] },
  ]);
  workers[0]?.answer({ type: 'checked', words: ['good', 'baad'], wrong: ['baad'] });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(client.wrong(['good', 'baad'])).toEqual(new Set(['baad']));
  expect(workers[0]?.requests).toHaveLength(2);
});

test('suggestions that take too long are given up with the worker, and a new one is asked', async () => {
  const slow = client.suggest('pneumonooo');
  client.wrong(['lost']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await slow).toEqual([]);
  expect(workers[0]?.terminated).toBe(true);
  client.wrong(['lost']);
  expect(workers[1]?.requests).toEqual([{ type: 'check', words: ['lost'] }]);
  const quick = client.suggest('wiht');
  workers[1]?.answer({ type: 'suggested', id: 2, words: ['with'] });
  expect(await quick).toEqual(['with']);
});

test('a worker that dies takes nothing with it', async () => {
  const asked = client.suggest('wiht');
  workers[0]?.dispatchEvent(new Event('error', { cancelable: true }));
  expect(await asked).toEqual([]);
  client.wrong(['again']);
  expect(workers).toHaveLength(2);
});
