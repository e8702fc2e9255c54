import type { Extension } from '@codemirror/state';
import { Decoration, type EditorView } from '@codemirror/view';
import { displayWidth } from '#core/text/display-width';
import { visibleLines } from './visible-lines.ts';

// Blanks, marks of quotes, then the mark of a list item with its box: what the text of a line begins after.
const lead = /^(?:[ \t\u3000]|>)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
/** Deepest indent of wrapped lines in em; a deeper one would leave no room in a narrow pane. */
const deepest = 12;
const measuredAt = 100;

/** Tells how wide a text is in the font of the manuscript, in em. */
function createRuler(view: EditorView): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return displayWidth;
  context.font = `${measuredAt}px ${getComputedStyle(view.contentDOM).fontFamily}`;
  return (text) => context.measureText(text).width / measuredAt;
}

function spaceOut(text: string, tabSize: number): string {
  let spaced = '';
  for (const character of text) {
    spaced += character === '\t' ? ' '.repeat(tabSize - (spaced.length % tabSize)) : character;
  }
  return spaced;
}

/**
 * Lines that wrap go on below the beginning of their text, past the mark of a list item, a quote or an indent.
 * Made anew for another font, since the indent is as wide as the marks are drawn.
 */
export function hangingIndent(): Extension {
  const known = new Map<string, Decoration>();
  let ruler: ((text: string) => number) | undefined;
  return visibleLines((view, from) => {
    const line = view.state.doc.lineAt(from);
    if (from > line.from) return [];
    const marks = lead.exec(line.text.slice(0, 80))?.[0] ?? '';
    if (marks === '' || marks.length === line.length) return [];
    let decoration = known.get(marks);
    if (!decoration) {
      ruler ??= createRuler(view);
      const width = Math.min(deepest, ruler(spaceOut(marks, view.state.tabSize)));
      const style = `--hang: ${width.toFixed(3)}em`;
      decoration = Decoration.line({ class: 'cm-hang', attributes: { style } });
      known.set(marks, decoration);
    }
    return [decoration.range(line.from)];
  });
}
