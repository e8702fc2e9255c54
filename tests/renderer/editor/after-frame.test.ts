import { afterEach, expect, it, vi } from 'vitest';
import { afterFrame, takeAfterFrame } from '../../../src-renderer/editor/after-frame.ts';

afterEach(() => vi.restoreAllMocks());

/** Frames that come when the test says so. */
function holdFrames(): { readonly make: () => void } {
  const asked: FrameRequestCallback[] = [];
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((work) => asked.push(work));
  return { make: () => asked.splice(0).forEach((work) => work(0)) };
}

it('works come after the frame, in the order of the calls, and not within it', async () => {
  const frames = holdFrames();
  const done: string[] = [];
  afterFrame(() => done.push('first'));
  afterFrame(() => done.push('second'));
  frames.make();
  expect(done).toEqual([]);
  await vi.waitFor(() => expect(done).toEqual(['first', 'second']));
});

it('what comes one by one is taken together', async () => {
  const frames = holdFrames();
  const taken: (readonly number[])[] = [];
  const { add, flush } = takeAfterFrame<number>((items) => taken.push(items));
  add(1);
  add(2);
  frames.make();
  await vi.waitFor(() => expect(taken).toEqual([[1, 2]]));
  add(3);
  flush();
  expect(taken).toEqual([[1, 2], [3]]);
});

it('a window that is hidden makes no frames: what waits is done when it goes', () => {
  holdFrames();
  const done: string[] = [];
  afterFrame(() => done.push('saved'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(done).toEqual(['saved']);
});
