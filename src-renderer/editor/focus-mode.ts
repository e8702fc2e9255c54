import { type EditorState, type Extension, type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { editorContext } from './editor-context.ts';

const inFocus = Decoration.line({ class: 'cm-in-focus' });

function isOn(state: EditorState): boolean {
  return state.facet(editorContext).focusMode === true;
}

/** Lines of the paragraphs that hold a selection: those between blank lines, as far as they can be seen. */
function paragraphs(view: EditorView): DecorationSet {
  const { state, viewport } = view;
  const { doc } = state;
  const isWritten = (number: number): boolean => /\S/.test(doc.line(number).text);
  const top = doc.lineAt(viewport.from).number;
  const bottom = doc.lineAt(viewport.to).number;
  const lines = new Map<number, Range<Decoration>>();
  for (const range of state.selection.ranges) {
    let first = Math.max(top, doc.lineAt(range.from).number);
    let last = Math.min(bottom, doc.lineAt(range.to).number);
    if (first > last) continue;
    if (isWritten(first)) while (first > top && isWritten(first - 1)) first -= 1;
    if (isWritten(last)) while (last < bottom && isWritten(last + 1)) last += 1;
    for (let number = first; number <= last; number += 1) {
      lines.set(number, inFocus.range(doc.line(number).from));
    }
  }
  return RangeSet.of([...lines.values()], true);
}

/** Lines in focus are marked and the style sheet dims the others: a key looks at one paragraph. */
const focusedLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = isOn(view.state) ? paragraphs(view) : Decoration.none;
    }

    update(update: ViewUpdate) {
      const on = isOn(update.state);
      if (!on) this.decorations = Decoration.none;
      else if (
        update.docChanged ||
        update.selectionSet ||
        update.viewportChanged ||
        !isOn(update.startState)
      ) {
        this.decorations = paragraphs(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Dims all but the paragraph of the caret while the window asks for it. */
export function focusMode(): Extension {
  return [
    focusedLines,
    EditorView.editorAttributes.compute([editorContext], (state): Record<string, string> =>
      isOn(state) ? { class: 'cm-focus-mode' } : {},
    ),
  ];
}
