import { diffArrays } from 'diff';

/** A range of a list; indexes from 0, end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A run of items of three lists: the same in all, changed by one side, alike by both, or differently. */
export interface Run {
  readonly kind: 'same' | 'mine' | 'theirs' | 'agreed' | 'conflict';
  readonly base: Span;
  readonly mine: Span;
  readonly theirs: Span;
}

/** Items of the base (`base`) that a side has replaced by others of its own (`own`). */
interface Hunk {
  readonly base: Span;
  readonly own: Span;
}

// Beyond this many changed items an exact comparison takes longer than an author waits.
const maxEditLength = 3000;
// A paragraph is the same one, rewritten, when this share of it stayed at its two ends.
const leastShared = 1 / 3;

function isRewritten(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return head + tail >= leastShared * Math.max(before.length, after.length);
}

/** Parts a hunk where items at its ends are former ones, rewritten: each of them changes for itself. */
function partHunk(
  { base, own }: Hunk,
  before: readonly string[],
  after: readonly string[],
): Hunk[] {
  const pair = (at: number, ownAt: number): boolean => {
    const [old, now] = [before[at], after[ownAt]];
    return old !== undefined && now !== undefined && isRewritten(old, now);
  };
  const one = (at: number, ownAt: number): Hunk => ({
    base: { from: at, to: at + 1 },
    own: { from: ownAt, to: ownAt + 1 },
  });
  const most = Math.min(base.to - base.from, own.to - own.from);
  const first: Hunk[] = [];
  while (first.length < most && pair(base.from + first.length, own.from + first.length)) {
    first.push(one(base.from + first.length, own.from + first.length));
  }
  const last: Hunk[] = [];
  while (
    last.length < most - first.length &&
    pair(base.to - 1 - last.length, own.to - 1 - last.length)
  ) {
    last.unshift(one(base.to - 1 - last.length, own.to - 1 - last.length));
  }
  const middle = {
    base: { from: base.from + first.length, to: base.to - last.length },
    own: { from: own.from + first.length, to: own.to - last.length },
  };
  const isEmpty = middle.base.from === middle.base.to && middle.own.from === middle.own.to;
  return [...first, ...(isEmpty ? [] : [middle]), ...last];
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const changes = diffArrays([...before], [...after], { maxEditLength }) ?? [
    { added: false, removed: true, value: before, count: before.length },
    { added: true, removed: false, value: after, count: after.length },
  ];
  const hunks: Hunk[] = [];
  let [at, ownAt] = [0, 0];
  let start: { readonly at: number; readonly ownAt: number } | undefined;
  const close = (): void => {
    if (start) {
      const hunk = { base: { from: start.at, to: at }, own: { from: start.ownAt, to: ownAt } };
      hunks.push(...partHunk(hunk, before, after));
    }
    start = undefined;
  };
  for (const { added, removed, value } of changes) {
    if (!added && !removed) close();
    else start ??= { at, ownAt };
    if (!added) at += value.length;
    if (!removed) ownAt += value.length;
  }
  close();
  return hunks;
}

/** Whether two changes concern the same items, or put something in at the same place. */
function touches(a: Span, b: Span): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}

/** A conflict without what both sides have in common at its two ends, which they agree on. */
function partConflict(run: Run, mine: readonly string[], theirs: readonly string[]): Run[] {
  const { base } = run;
  let [from, to] = [run.mine.from, run.mine.to];
  let [theirFrom, theirTo] = [run.theirs.from, run.theirs.to];
  while (from < to && theirFrom < theirTo && mine[from] === theirs[theirFrom]) {
    from += 1;
    theirFrom += 1;
  }
  while (from < to && theirFrom < theirTo && mine[to - 1] === theirs[theirTo - 1]) {
    to -= 1;
    theirTo -= 1;
  }
  const isAgreed = from === to && theirFrom === theirTo;
  const at = { from: base.from, to: base.from };
  const end = { from: base.to, to: base.to };
  const runs: Run[] = [
    {
      kind: 'agreed',
      base: isAgreed ? base : at,
      mine: { from: run.mine.from, to: from },
      theirs: { from: run.theirs.from, to: theirFrom },
    },
    {
      kind: 'conflict',
      base: isAgreed ? end : base,
      mine: { from, to },
      theirs: { from: theirFrom, to: theirTo },
    },
    {
      kind: 'agreed',
      base: end,
      mine: { from: to, to: run.mine.to },
      theirs: { from: theirTo, to: run.theirs.to },
    },
  ];
  return runs.filter((one) => [one.base, one.mine, one.theirs].some((span) => span.from < span.to));
}

/**
 * Compares two changed lists with the one both come from (Khanna, Kunal and Pierce: "A formal
 * investigation of diff3"), but for changes of neighbouring items, which are no conflict here.
 */
export function compareThree(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly Run[] {
  const hunks = [
    ...hunksOf(base, mine).map((hunk) => ({ ...hunk, side: 'mine' as const })),
    ...hunksOf(base, theirs).map((hunk) => ({ ...hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.base.from - b.base.from || a.base.to - b.base.to);
  const runs: Run[] = [];
  const moved = { mine: 0, theirs: 0 };
  let done = 0;
  const spanOf = (side: 'mine' | 'theirs', { from, to }: Span, by: number): Span => ({
    from: from + by,
    to: to + moved[side],
  });
  const same = (to: number): void => {
    const span = { from: done, to };
    if (span.from === span.to) return;
    runs.push({
      kind: 'same',
      base: span,
      mine: spanOf('mine', span, moved.mine),
      theirs: spanOf('theirs', span, moved.theirs),
    });
    done = to;
  };
  for (let next = 0; next < hunks.length;) {
    const first = hunks[next];
    if (!first) break;
    let span = first.base;
    const before = { ...moved };
    const sides = new Set<'mine' | 'theirs'>();
    same(span.from);
    for (let hunk = hunks[next]; hunk; hunk = hunks[next]) {
      if (sides.size > 0 && !touches(hunk.base, span)) break;
      sides.add(hunk.side);
      span = { from: span.from, to: Math.max(span.to, hunk.base.to) };
      moved[hunk.side] += hunk.own.to - hunk.own.from - (hunk.base.to - hunk.base.from);
      next += 1;
    }
    const run = {
      base: span,
      mine: spanOf('mine', span, before.mine),
      theirs: spanOf('theirs', span, before.theirs),
    };
    done = span.to;
    if (sides.size === 1) runs.push({ kind: sides.has('mine') ? 'mine' : 'theirs', ...run });
    else runs.push(...partConflict({ kind: 'conflict', ...run }, mine, theirs));
  }
  same(base.length);
  return runs;
}
