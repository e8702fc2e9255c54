import type { StateCommand } from '@codemirror/state';
import type { tableCommands } from '#core/commands/table-commands';
import { translate } from '#core/messages/messages';
import { tableMessages } from '#core/messages/table';
import { insertTable } from '../editor/table/insert-table.ts';
import { isInTable } from '../editor/table/table-change.ts';
import {
  addColumnLeft,
  addColumnRight,
  addRowAbove,
  addRowBelow,
  alignColumn,
  deleteColumn,
  deleteRow,
  moveColumnLeft,
  moveColumnRight,
  moveRowDown,
  moveRowUp,
  tidyTables,
} from '../editor/table/table-operations.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { runInManuscript } from './run-in-manuscript.ts';

function tell(reason: keyof typeof tableMessages.ja): void {
  const { locale } = useSettingsStore.getState();
  showToast({ id: 'table', text: translate(tableMessages, locale, reason) });
}

/** Changes the table at the caret of the guide in front; where that cannot be, the reason is told. */
function change(command: StateCommand): () => void {
  return () =>
    runInManuscript((target) => {
      if (target.state.readOnly || command(target)) return true;
      tell(isInTable(target.state) ? 'nothing' : 'outside');
      return false;
    });
}

/** What the commands of the menu 表 do. */
export const tableRuns: Record<(typeof tableCommands)[number]['id'], () => unknown> = {
  'table.insert': () =>
    runInManuscript((target) => {
      const done = target.state.readOnly || insertTable(target);
      if (!done) tell(isInTable(target.state) ? 'within' : 'noPlace');
      return done;
    }),
  'table.addRowAbove': change(addRowAbove),
  'table.addRowBelow': change(addRowBelow),
  'table.moveRowUp': change(moveRowUp),
  'table.moveRowDown': change(moveRowDown),
  'table.deleteRow': change(deleteRow),
  'table.addColumnLeft': change(addColumnLeft),
  'table.addColumnRight': change(addColumnRight),
  'table.moveColumnLeft': change(moveColumnLeft),
  'table.moveColumnRight': change(moveColumnRight),
  'table.deleteColumn': change(deleteColumn),
  'table.alignLeft': change(alignColumn('left')),
  'table.alignCenter': change(alignColumn('center')),
  'table.alignRight': change(alignColumn('right')),
  'table.alignNone': change(alignColumn('none')),
  'table.tidy': change(tidyTables),
};
