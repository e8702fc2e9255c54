/** Bounds of a region's size in pixels. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

const step = 16;
const bigStep = 64;

/** Keeps a size within its bounds; where they contradict each other the minimum wins. */
export function clampSize(size: number, { min, max }: SizeRange): number {
  return Math.max(min, Math.min(size, max));
}

interface SplitterKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/**
 * The size after a key on a splitter, or `undefined` where the key means nothing to it: arrows move
 * 16 px, with Shift 64 px, Home and End go to the bounds. `forward` is the arrow that makes it larger.
 */
export function sizeAfterKey(
  { key, shiftKey }: SplitterKey,
  size: number,
  range: SizeRange,
  forward: 'ArrowRight' | 'ArrowLeft' | 'ArrowUp',
): number | undefined {
  if (key === 'Home') return range.min;
  if (key === 'End') return range.max;
  const back = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight', ArrowUp: 'ArrowDown' }[forward];
  if (key !== forward && key !== back) return undefined;
  const distance = shiftKey ? bigStep : step;
  return clampSize(size + (key === forward ? distance : -distance), range);
}
