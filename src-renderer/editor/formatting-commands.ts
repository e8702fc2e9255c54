import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Puts a mark on both sides of each selection, or takes it away where it stands already. */
function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => {
      const before = state.sliceDoc(Math.max(0, range.from - mark.length), range.from);
      const after = state.sliceDoc(range.to, Math.min(state.doc.length, range.to + mark.length));
      if (before === mark && after === mark) {
        return {
          changes: [
            { from: range.from - mark.length, to: range.from },
            { from: range.to, to: range.to + mark.length },
          ],
          range: EditorSelection.range(range.from - mark.length, range.to - mark.length),
        };
      }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
      };
    });
    dispatch(state.update(changes, { userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}

/** Bold on and off. */
export const toggleBold = toggleMark('**');

/** Italic on and off. */
export const toggleItalic = toggleMark('*');

/** Makes each selection a link and selects where its address goes; `emptyText` stands for no selection. */
export function insertLink(emptyText: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => {
      const text = range.empty ? emptyText : state.sliceDoc(range.from, range.to);
      const addressAt = range.from + text.length + 3;
      return {
        changes: { from: range.from, to: range.to, insert: `[${text}]()` },
        range: EditorSelection.cursor(addressAt),
      };
    });
    dispatch(state.update(changes, { userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}
