import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellContent } from '#core/markdown/table-row';
import { placeAt, tableAt } from '../../../../src-renderer/editor/table/table-at.ts';
import * as operations from '../../../../src-renderer/editor/table/table-operations.ts';
import { tableCase } from '../../../core/markdown/table-cases.ts';
import { openText } from '../open-text.ts';

const { alignColumn, ...rest } = operations;
const commands = { ...rest, alignLeft: alignColumn('left'), alignRight: alignColumn('right') };

/** The content of the cell at the caret, and how much of it stands before the caret. */
function cellAtCaret({ state }: ReturnType<typeof openText>) {
  const { head } = state.selection.main;
  const table = tableAt(state, head);
  if (!table) return undefined;
  const { row, column } = placeAt(table, state.doc, head);
  return { content: cellContent(table.rows[row]?.cells[column] ?? ''), column };
}

// Whose cell is still there afterwards.
const keeping = Object.entries(commands).filter(([name]) => !name.startsWith('delete'));

test.each(Object.entries(commands))(
  '[P2] %s is one step, which undo takes back and redo does again, to the very text',
  (_name, command) => {
    fc.assert(
      fc.property(tableCase, fc.nat(), ({ text, line }, at) => {
        const session = openText(text);
        const { from } = session.state.doc.line(line + 1);
        session.dispatch({ selection: { anchor: from + (at % (text.length + 1 - from)) } });
        const did = command({ state: session.state, dispatch: (one) => session.dispatch(one) });
        const after = session.text();
        expect(did).toBe(after !== text);
        if (!did) return;
        session.undo();
        expect(session.text()).toBe(text);
        session.redo();
        expect(session.text()).toBe(after);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(keeping)('%s leaves the caret in its cell, wherever that goes', (_name, command) => {
  fc.assert(
    fc.property(tableCase, fc.nat(), ({ text, line }, at) => {
      const session = openText(text);
      const { from } = session.state.doc.line(line + 1);
      session.dispatch({ selection: { anchor: from + (at % (text.length + 1 - from)) } });
      const before = cellAtCaret(session);
      const did = command({ state: session.state, dispatch: (one) => session.dispatch(one) });
      if (did) expect(cellAtCaret(session)?.content).toBe(before?.content);
    }),
    { numRuns: 60 },
  );
});
