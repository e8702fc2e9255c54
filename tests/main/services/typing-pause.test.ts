import { expect, it } from 'vitest';
import { createTypingPause } from '../../../src-main/services/typing-pause.ts';

/** A clock that the test moves; `key` notes a change at a time. */
function start(keys: readonly number[] = []) {
  let time = 0;
  const left = [...keys];
  const pause = createTypingPause({
    now: () => time,
    wait(ms) {
      time += ms;
      while (left.length > 0 && (left[0] ?? 0) <= time) {
        left.shift();
        pause.note();
      }
      return Promise.resolve();
    },
  });
  const takes = (ms: number): void => pause.check(() => (time += ms));
  return { pause, takes, time: () => time };
}

it('a short text is checked a moment after the last key', async () => {
  const { pause, time } = start([20, 40, 60]);
  pause.note();
  await pause.over();
  expect(time()).toBeGreaterThanOrEqual(90);
  expect(time()).toBeLessThan(150);
});

it('a text that takes long waits for a longer pause, at most a second', async () => {
  const { pause, takes, time } = start();
  takes(200);
  const before = time();
  await pause.over();
  expect(time() - before).toBe(400);
  takes(30_000);
  const later = time();
  await pause.over();
  expect(time() - later).toBe(1000);
});

it('typing without end does not put the check off without end', async () => {
  const { pause, time } = start(Array.from({ length: 10_000 }, (_, index) => index * 10));
  pause.note();
  await pause.over();
  expect(time()).toBeLessThanOrEqual(330);
});
