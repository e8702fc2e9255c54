import { create } from 'zustand';

/** Where the manuscript stands, for the preview beside it; apart from the rest, since it changes each frame. */
export const useScrollStore = create<{
  /** Line (from 0, with a fraction) at the top of the manuscript. */
  readonly topLine: number;
  /** How far the manuscript has come into the last stretch of its way, 0 to 1. */
  readonly end: number;
  readonly syncOn: boolean;
}>(() => ({ topLine: 0, end: 0, syncOn: true }));
