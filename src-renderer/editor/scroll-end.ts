/** Pixels before the end of a pane over which the other pane goes to its own end. */
const stretch = 60;

/**
 * How far a pane has come into the last stretch of its way, from 0 to 1. Panes hold unlike much behind
 * the line at their top, so lines alone would leave the other pane's end out of reach.
 */
export function nearEnd({ scrollTop, scrollHeight, clientHeight }: Element): number {
  const way = scrollHeight - clientHeight;
  if (way <= 0) return 0;
  return 1 - Math.min(1, Math.max(0, (way - scrollTop) / Math.min(way, stretch)));
}

/** Where a pane scrolls to for a line at `top`, when the other pane has come `end` into its last stretch. */
export function towardsEnd(
  top: number,
  end: number,
  { scrollHeight, clientHeight }: Element,
): number {
  const way = Math.max(0, scrollHeight - clientHeight);
  const place = Math.min(way, Math.max(0, top));
  return place + end * (way - place);
}
