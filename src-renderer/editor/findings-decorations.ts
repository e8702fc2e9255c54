import type { Extension, Range, Text } from '@codemirror/state';
import { Decoration, gutter, GutterMarker, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { type Diagnostic, type Severity, severities } from '#core/lint/diagnostic';
import { findingsField, setFindings } from './findings.ts';
import { headField } from './head-field.ts';

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
    const mark = document.createElement('span');
    mark.className = `cm-mark mark-${this.severity}`;
    return mark;
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

function visibleRange(finding: Diagnostic, doc: Text): { from: number; to: number } | undefined {
  let { from, to } = finding;
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
    private hiddenLine: number | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly view: EditorView;

    constructor(view: EditorView) {
      this.view = view;
      this.decorations = this.build();
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.hideCaretLine();
      const composing = update.view.composing;
      const checked = update.transactions.some((tr) => tr.effects.some((e) => e.is(setFindings)));
      if (composing) this.decorations = this.decorations.map(update.changes);
      else if (update.docChanged || checked || update.viewportChanged)
        this.decorations = this.build();
    }

    private hideCaretLine() {
      this.hiddenLine = this.view.state.doc.lineAt(this.view.state.selection.main.head).number;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.hiddenLine = undefined;
        this.decorations = this.build();
        this.view.dispatch({});
      }, CARET_LINE_DELAY_MS);
    }

    private build(): DecorationSet {
      const { state, viewport } = this.view;
      const marks: Range<Decoration>[] = [];
      for (const finding of state.field(findingsField)) {
        if (finding.to < viewport.from || finding.from > viewport.to) continue;
        const range = visibleRange(finding, state.doc);
        if (!range || range.to <= range.from) continue;
        if (this.hiddenLine === state.doc.lineAt(range.from).number) continue;
        marks.push(underlines[finding.severity].range(range.from, range.to));
      }
      return Decoration.set(marks, true);
    }

    destroy() {
      clearTimeout(this.timer);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** The heaviest finding that begins on a line; findings in folded guide details stand on its first line. */
function worstOnLine(view: EditorView, from: number, to: number): Severity | undefined {
  let worst: Severity | undefined;
  const head = view.state.field(headField);
  const end = from === 0 && view.lineBlockAt(0).to >= head.to ? Math.max(to, head.to) : to;
  for (const finding of view.state.field(findingsField)) {
    if (finding.from > end) break;
    if (finding.from >= from && (worst === undefined || isHeavier(finding.severity, worst))) {
      worst = finding.severity;
    }
  }
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
      const finding = view.state
        .field(findingsField)
        .find(({ from }) => from >= line.from && from <= line.to);
      if (!finding) return false;
      view.dispatch({ selection: { anchor: finding.from }, scrollIntoView: true });
      view.focus();
      return true;
    },
  },
});

/** Findings at their places: a mark in the gutter and an underline, as the design's table says. */
export function findingsDecorations(): Extension {
  return [findingsField, underlinePlugin, findingsGutter];
}
