import type { ChangeDesc } from '@codemirror/state';
import type { ViewUpdate } from '@codemirror/view';

/** A stretch of text; UTF-16 offsets. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What could be seen of a text, for plugins that look at nothing else. */
export interface SeenRanges {
  /** Whether an update shows text that could not be seen before it; every key moves the viewport's end. */
  showsMore(update: ViewUpdate): boolean;
}

function mapStretch({ from, to }: Stretch, changes: ChangeDesc): Stretch {
  return { from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) };
}

/** Starts with what can be seen now; `showsMore` must be asked at each update. */
export function seenRanges(first: readonly Stretch[]): SeenRanges {
  let seen = first;
  return {
    showsMore({ view, changes, viewportChanged }) {
      if (!changes.empty) seen = seen.map((stretch) => mapStretch(stretch, changes));
      if (!viewportChanged) return false;
      const now = view.visibleRanges;
      const isMore = now.some(
        ({ from, to }) => !seen.some((known) => known.from <= from && to <= known.to),
      );
      seen = isMore ? now : seen;
      return isMore;
    },
  };
}
