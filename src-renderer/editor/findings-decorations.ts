import type { Extension, Range, Text } from '@codemirror/state';
import { Decoration, gutter, GutterMarker, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { type Severity, severities } from '#core/lint/diagnostic';
import { findingPlaces, findingsFields, findingsOf, setFindings } from './findings.ts';
import { headField } from './head-field.ts';
import { pauseOf } from './pause.ts';
import { seenRanges, type SeenRanges } from './seen-ranges.ts';
import { severityMark } from './icon-element.ts';

// Marks on the caret's line appear this long after the last key, so that nothing flickers while typing.
const CARET_LINE_DELAY_MS = 400;

class SeverityMarker extends GutterMarker {
  readonly severity: Severity;

  constructor(severity: Severity) {
    super();
    this.severity = severity;
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof SeverityMarker && other.severity === this.severity;
  }

  override toDOM(): Node {
    return severityMark(this.severity);
  }
}

const markers = Object.fromEntries(
  severities.map((severity) => [severity, new SeverityMarker(severity)]),
) as Record<Severity, SeverityMarker>;

const underlines = Object.fromEntries(
  severities.map((severity) => [severity, Decoration.mark({ class: `sq-${severity}` })]),
) as Record<Severity, Decoration>;

function isHeavier(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) < severities.indexOf(b);
}

function visibleRange(
  place: { from: number; to: number },
  doc: Text,
): { from: number; to: number } | undefined {
  let { from, to } = place;
  if (to > doc.length || from > to) return undefined;
  if (from === to) {
    const line = doc.lineAt(from);
    if (line.length === 0) return undefined;
    from = Math.max(line.from, Math.min(from, line.to - 1));
    to = from + 1;
  }
  return { from, to };
}

/** Underlines of the findings inside the visible lines; the rest of the text costs nothing. */
const underlinePlugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    /** Where the line begins that is being typed in; its marks wait for a pause. */
    private typedLine: number | undefined;
    private isHiding = false;
    /** There is more to mark than is marked; not while composing, which marks must not disturb. */
    private isOld = false;
    private readonly pause = pauseOf(CARET_LINE_DELAY_MS, () => this.show());
    private readonly view: EditorView;
    private readonly seen: SeenRanges;

    constructor(view: EditorView) {
      this.view = view;
      this.seen = seenRanges([view.viewport]);
      this.decorations = this.build();
    }

    update(update: ViewUpdate) {
      if (update.docChanged) {
        this.decorations = this.decorations.map(update.changes);
        if (!update.view.composing) this.hideTypedLine();
      }
      // Asked at each update, since what was seen moves with the text.
      const showsMore = this.seen.showsMore(update);
      this.isOld ||=
        showsMore || update.transactions.some((tr) => tr.effects.some((e) => e.is(setFindings)));
      if (this.isOld && !update.view.composing) this.decorations = this.build();
    }

    private hideTypedLine() {
      const { state } = this.view;
      const line = state.doc.lineAt(state.selection.main.head);
      const before = this.decorations.size;
      this.typedLine = line.from;
      this.decorations = this.decorations.update({
        filter: (from) => from < line.from || from > line.to,
        filterFrom: line.from,
        filterTo: line.to,
      });
      this.isHiding ||= this.decorations.size < before;
      this.pause.touch();
    }

    private show() {
      this.typedLine = undefined;
      if (!this.isHiding) return;
      this.isHiding = false;
      this.decorations = this.build();
      this.view.dispatch({});
    }

    private build(): DecorationSet {
      const { state, viewport } = this.view;
      this.isOld = false;
      const marks: Range<Decoration>[] = [];
      state.field(findingPlaces).between(viewport.from, viewport.to, (from, to, { severity }) => {
        const range = visibleRange({ from, to }, state.doc);
        if (!range || range.to <= range.from) return;
        if (this.typedLine === state.doc.lineAt(range.from).from) this.isHiding = true;
        else marks.push(underlines[severity].range(range.from, range.to));
      });
      return Decoration.set(marks, true);
    }

    destroy() {
      this.pause.stop();
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** The heaviest finding that begins on a line; findings in folded guide details stand on its first line. */
function worstOnLine(view: EditorView, from: number, to: number): Severity | undefined {
  let worst: Severity | undefined;
  const head = view.state.field(headField);
  const end = from === 0 && view.lineBlockAt(0).to >= head.to ? Math.max(to, head.to) : to;
  view.state.field(findingPlaces).between(from, end, (start, _to, { severity }) => {
    if (start >= from && (worst === undefined || isHeavier(severity, worst))) worst = severity;
  });
  return worst;
}

const findingsGutter = gutter({
  class: 'cm-findings-gutter',
  lineMarker(view, line) {
    const worst = worstOnLine(view, line.from, line.to);
    return worst ? markers[worst] : null;
  },
  lineMarkerChange: (update) =>
    update.docChanged ||
    update.transactions.some((tr) => tr.effects.some((effect) => effect.is(setFindings))),
  domEventHandlers: {
    mousedown(view, line) {
      const finding = findingsOf(view.state).find(
        ({ from }) => from >= line.from && from <= line.to,
      );
      if (!finding) return false;
      view.dispatch({ selection: { anchor: finding.from }, scrollIntoView: true });
      view.focus();
      return true;
    },
  },
});

/** Findings at their places: a mark in the gutter and an underline, as the design's table says. */
export function findingsDecorations(): Extension {
  return [findingsFields, underlinePlugin, findingsGutter];
}
