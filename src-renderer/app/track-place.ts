import type { GuideSession } from '../editor/guide-session.ts';

/** A place in a guide's text that moves with its changes. */
export interface TrackedPlace {
  /** UTF-16 offset as the text is now. */
  readonly offset: () => number;
  readonly stop: () => void;
}

/** Follows a place until it is stopped; text that comes in just there stands `behind` it, or `before` it. */
export function trackPlace(
  session: GuideSession,
  from: number,
  comesIn: 'behind' | 'before' = 'behind',
): TrackedPlace {
  let offset = from;
  const stop = session.onChange(({ edits }) => {
    let moved = offset;
    for (const edit of edits) {
      const isBefore = comesIn === 'before' && edit.from === offset && edit.to === offset;
      if (edit.from >= offset && !isBefore) continue;
      if (edit.to <= offset) moved += edit.insert.length - (edit.to - edit.from);
      // What it stood in is gone: it stands where that was.
      else moved += edit.from - offset;
    }
    offset = moved;
  });
  return { offset: () => offset, stop };
}
