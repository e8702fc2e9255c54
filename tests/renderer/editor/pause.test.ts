import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pauseOf } from '../../../src-renderer/editor/pause.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works once after the last touch, however many there were', () => {
  const work = vi.fn<() => void>();
  const { touch } = pauseOf(400, work);
  for (let key = 0; key < 10; key += 1) {
    touch();
    vi.advanceTimersByTime(300);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledOnce();
  touch();
  vi.advanceTimersByTime(400);
  expect(work).toHaveBeenCalledTimes(2);
});

it('does not work any more once it is stopped', () => {
  const work = vi.fn<() => void>();
  const { touch, stop } = pauseOf(400, work);
  touch();
  stop();
  vi.advanceTimersByTime(1000);
  expect(work).not.toHaveBeenCalled();
});
