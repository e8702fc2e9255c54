import { type Range, RangeSet } from '@codemirror/state';
import { type Decoration, type DecorationSet, ViewPlugin } from '@codemirror/view';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { type SeenRanges, seenRanges } from './seen-ranges.ts';

/** Makes the decorations of a range that can be seen and is all or part of one line. */
type DecorateRange = (view: EditorView, from: number, to: number) => readonly Range<Decoration>[];

interface Span {
  readonly from: number;
  readonly to: number;
}

// Before a line of a hundred thousand characters is measured, all of it counts as seen: thousands of marks
// would make that first measuring take a minute.
const mostSeen = 30_000;

function isMeasured({ from, to }: Span): boolean {
  return to - from <= mostSeen;
}

function decorateWithin(
  view: EditorView,
  span: Span,
  decorate: DecorateRange,
): Range<Decoration>[] {
  const { doc } = view.state;
  const found: Range<Decoration>[] = [];
  for (const seen of view.visibleRanges) {
    if (!isMeasured(seen)) continue;
    const last = Math.min(seen.to, span.to);
    for (let at = Math.max(seen.from, span.from); at <= last;) {
      const { to } = doc.lineAt(at);
      found.push(...decorate(view, at, Math.min(to, last)));
      at = to + 1;
    }
  }
  return found;
}

class VisibleLines {
  decorations: DecorationSet;
  private late = false;
  private readonly decorate: DecorateRange;
  private readonly seen: SeenRanges;

  constructor(view: EditorView, decorate: DecorateRange) {
    this.decorate = decorate;
    this.seen = seenRanges(view.visibleRanges);
    this.decorations = this.all(view);
  }

  update(update: ViewUpdate): void {
    const { view, changes } = update;
    this.late ||= this.seen.showsMore(update);
    if (view.composing) {
      this.late ||= update.docChanged;
      this.decorations = this.decorations.map(changes);
    } else if (this.late) {
      this.decorations = this.all(view);
    } else if (update.docChanged) {
      this.decorations = this.changed(update);
    }
  }

  private all(view: EditorView): DecorationSet {
    const span = { from: 0, to: view.state.doc.length };
    this.late = !view.visibleRanges.every(isMeasured);
    return RangeSet.of(decorateWithin(view, span, this.decorate), true);
  }

  private changed({ view, changes, state }: ViewUpdate): DecorationSet {
    let decorations = this.decorations.map(changes);
    changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
      const span = { from: state.doc.lineAt(fromB).from, to: state.doc.lineAt(toB).to };
      decorations = decorations.update({
        filterFrom: span.from,
        filterTo: span.to,
        filter: () => false,
        add: decorateWithin(view, span, this.decorate),
        sort: true,
      });
    });
    return decorations;
  }
}

/**
 * A plugin that decorates the lines that can be seen, each by itself: after a change those that it has touched,
 * all where others have come into sight. While an input method composes, marks only move with the text, as new
 * ones around it would end the composition.
 */
export function visibleLines(decorate: DecorateRange) {
  return ViewPlugin.define((view) => new VisibleLines(view, decorate), {
    decorations: (plugin) => plugin.decorations,
  });
}
