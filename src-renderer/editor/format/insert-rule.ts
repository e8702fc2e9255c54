import { EditorSelection, type EditorState, type Line } from '@codemirror/state';
import type { TextEdit } from '#core/document/text-edit';
import { bodyRange, type FormatCommand, isInDetails, treeTo } from './format-command.ts';

// A rule of the guide is looked for this many lines around the caret.
const LOOK_LINES = 2000;

/** How the nearest rule of the guide is written; `---` where there is none. */
function ruleStyle(state: EditorState, near: Line): string {
  const { doc } = state;
  const read = (number: number): string | undefined => {
    if (number < 1 || number > doc.lines) return undefined;
    const line = doc.line(number);
    if (!/^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line.text)) return undefined;
    if (isInDetails(state, line.from)) return undefined;
    const start = line.from + line.text.search(/\S/);
    const { name } = treeTo(state, line.to).resolveInner(start, 1);
    return name === 'HorizontalRule' ? line.text.trim() : undefined;
  };
  for (let distance = 1; distance <= LOOK_LINES; distance += 1) {
    const found = read(near.number - distance) ?? read(near.number + distance);
    if (found !== undefined) return found;
  }
  return '---';
}

/** The last line of the block around a line that no rule can stand in; the line itself in a paragraph. */
function lastLine(state: EditorState, line: Line): Line {
  let end = line.to;
  for (let node = treeTo(state, end).resolve(line.from, 1); node.parent; node = node.parent) {
    const keeps =
      /^(?:Table|FencedCode|CodeBlock|HTMLBlock|CommentBlock|SetextHeading\d|BulletList|OrderedList|Blockquote)$/;
    if (keeps.test(node.name)) end = Math.max(end, node.to);
  }
  return state.doc.lineAt(end);
}

function isRule(state: EditorState, line: Line): boolean {
  const text = line.text.search(/\S/);
  if (text < 0) return false;
  return treeTo(state, line.to).resolveInner(line.from + text, 1).name === 'HorizontalRule';
}

/**
 * Puts a thematic break after the block with the caret, an empty line on both sides so that it makes
 * no heading of the line above; with the caret on one, takes it away.
 */
export const insertRule: FormatCommand = (state) => {
  const { doc } = state;
  const edits: TextEdit[] = [];
  const carets: { at: number; after: number }[] = [];
  const done = new Set<number>();
  for (const range of state.selection.ranges) {
    const body = bodyRange(state, { ...range, from: range.head, to: range.head } as typeof range);
    if (!body) continue;
    const line = doc.lineAt(body.to);
    if (isRule(state, line)) {
      if (!done.has(line.number)) edits.push({ from: line.from, to: line.to, insert: '' });
      done.add(line.number);
      continue;
    }
    const last = lastLine(state, line);
    if (done.has(last.number)) continue;
    done.add(last.number);
    const rule = ruleStyle(state, line);
    const isEmpty = last.text.trim() === '';
    const above = isEmpty && last.number > 1 ? doc.line(last.number - 1).text.trim() : '';
    // On the first line it would open guide details.
    const before = !isEmpty ? '\n\n' : above !== '' || last.number === 1 ? '\n' : '';
    const next = last.number < doc.lines ? doc.line(last.number + 1).text.trim() : undefined;
    const behind = next === undefined ? '\n\n' : next === '' ? '' : '\n';
    const insert = before + rule + behind;
    const from = isEmpty ? last.from : last.to;
    edits.push({ from, to: last.to, insert });
    // The caret goes past the empty line, to where the next section begins.
    carets.push({ at: from, after: (before + rule).length + 2 });
  }
  if (edits.length === 0) return { refused: 'details' };
  const changes = state.changes(edits.map((edit) => ({ ...edit })));
  const selection =
    carets.length > 0
      ? EditorSelection.create(
          carets.map(({ at, after }) =>
            EditorSelection.cursor(Math.min(changes.mapPos(at, -1) + after, changes.newLength)),
          ),
        )
      : state.selection.map(changes, 1);
  return { spec: { changes, selection, userEvent: 'input.format', scrollIntoView: true } };
};
