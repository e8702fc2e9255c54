import { create } from 'zustand';

/** Where the manuscript stands, for the preview beside it; apart from the rest, since it changes each frame. */
export const useScrollStore = create<{
  /** Line (from 0, with a fraction) at the top of the manuscript. */
  readonly topLine: number;
  readonly syncOn: boolean;
}>(() => ({ topLine: 0, syncOn: true }));
