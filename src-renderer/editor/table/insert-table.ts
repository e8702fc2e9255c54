import type { StateCommand } from '@codemirror/state';
import { tableText } from '#core/markdown/table-make';
import { rowsOfTsv } from '#core/markdown/tsv-rows';
import { blockInsertion } from './insert-block.ts';
import { isNoProse, tableAt } from './table-at.ts';

// Two columns, as most tables of the guides have, and one row to begin with.
const emptyTable = [
  ['', ''],
  ['', ''],
] as const;

/**
 * Puts a table in below the caret's line, or in place of selected lines whose cells are parted by tabs; the
 * caret goes to its first cell. Does nothing in a table, in code and in the guide's details.
 */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (state.readOnly || tableAt(state, main.from)) return false;
  if (isNoProse(state, main.from) || isNoProse(state, main.to)) return false;
  const rows = rowsOfTsv(state.sliceDoc(main.from, main.to));
  // A selection that is no table stays, and the new one comes below it.
  const at = rows ? main : { from: state.doc.lineAt(main.to).to, to: state.doc.lineAt(main.to).to };
  const spec = blockInsertion(
    state,
    at,
    (prefix) => tableText(rows ?? emptyTable, { prefix }),
    (text) => text.indexOf('|') + 2,
  );
  dispatch(state.update({ ...spec, userEvent: 'input.table', scrollIntoView: true }));
  return true;
};
