import { type Extension, Prec, type StateCommand } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import { isInTable } from './table-change.ts';
import { cellAbove, cellBelow, leaveTable, nextCell, previousCell } from './table-navigation.ts';
import {
  addRowBelow,
  moveColumnLeft,
  moveColumnRight,
  moveRowDown,
  moveRowUp,
} from './table-operations.ts';

/**
 * An operation as a key: in a table the key is taken even where there is nothing to do, since what it does
 * elsewhere, such as moving a line over the row of dashes, would break the table.
 */
function inTable(command: StateCommand): Command {
  return (view) => {
    if (view.composing || view.compositionStarted) return false;
    return command(view) || (!view.state.readOnly && isInTable(view.state));
  };
}

/** The keys of tables; those of commands are the ones that `table-commands.ts` shows. */
export function tableKeys(): Extension {
  // Before the keys of Markdown, whose Enter goes on with a list or a quote.
  return Prec.high(
    keymap.of([
      { key: 'Tab', run: nextCell, shift: previousCell },
      { key: 'Enter', run: cellBelow, shift: cellAbove },
      { key: 'Mod-Enter', run: inTable(addRowBelow) },
      { key: 'Escape', run: leaveTable },
      { key: 'Alt-ArrowUp', run: inTable(moveRowUp) },
      { key: 'Alt-ArrowDown', run: inTable(moveRowDown) },
      { key: 'Mod-Alt-ArrowLeft', run: inTable(moveColumnLeft) },
      { key: 'Mod-Alt-ArrowRight', run: inTable(moveColumnRight) },
    ]),
  );
}
