/** A rectangle in pixels of the desktop. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest window that the layout is made for. */
export const smallestWindow = { width: 960, height: 640 };
const usual = { width: 1440, height: 900 };

/**
 * Where a window opens: where it was, moved and shrunk so that all of it is on the display it mostly
 * was on; in the usual size in the middle of `primary` where that display is gone.
 */
export function placeWindow(
  before: Rectangle | undefined,
  displays: readonly Rectangle[],
  primary: Rectangle,
): Rectangle {
  const [best] =
    before === undefined
      ? []
      : displays
          .map((display) => ({ display, shown: overlap(before, display) }))
          .filter(({ shown }) => shown > 0)
          .sort((a, b) => b.shown - a.shown);
  if (before === undefined || best === undefined) {
    const width = fit(usual.width, smallestWindow.width, primary.width);
    const height = fit(usual.height, smallestWindow.height, primary.height);
    return {
      x: Math.round(primary.x + Math.max(0, primary.width - width) / 2),
      y: Math.round(primary.y + Math.max(0, primary.height - height) / 2),
      width,
      height,
    };
  }
  const { display } = best;
  const width = fit(Math.round(before.width), smallestWindow.width, display.width);
  const height = fit(Math.round(before.height), smallestWindow.height, display.height);
  return {
    x: fit(Math.round(before.x), display.x, display.x + display.width - width),
    y: fit(Math.round(before.y), display.y, display.y + display.height - height),
    width,
    height,
  };
}

/** Between the two bounds; the lower one wins where they cross. */
function fit(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
