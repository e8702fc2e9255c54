import type { StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { insertTable } from '../../../../src-renderer/editor/table/insert-table.ts';
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
} from '../../../../src-renderer/editor/table/table-operations.ts';
import { editTable } from './table-editor.ts';

/** The text and carets after a command; one undo gives back the text and what was selected. */
function after(command: StateCommand, marked: string): string {
  const editor = editTable(marked);
  const [before, selected] = [editor.session.text(), editor.marked()];
  expect(command(editor.view)).toBe(true);
  const result = editor.marked();
  if (editor.session.text() !== before) {
    editor.session.undo();
    expect(editor.marked()).toBe(selected);
    editor.session.redo();
    expect(editor.session.text()).toBe(result.replace(/[‸«»]/g, ''));
  }
  return result;
}

/** Whether a command leaves this text alone, and says so. */
function refuses(command: StateCommand, marked: string): boolean {
  const editor = editTable(marked);
  return !command(editor.view) && editor.marked() === marked;
}

const rows = (...all: readonly string[]): string => ['前', '', ...all, '', '後'].join('\n');
const head = ['| 名前 |  年|', '| :--- | --: |'];

describe('rows', () => {
  it('are added above and below in the style of the table', () => {
    const marked = rows(...head, '| 佐‸藤 | 30 |');
    expect(after(addRowAbove, marked)).toBe(rows(...head, '|  |  |', '| 佐‸藤 | 30 |'));
    expect(after(addRowBelow, marked)).toBe(rows(...head, '| 佐‸藤 | 30 |', '|  |  |'));
  });

  it('are added below the header, never above it', () => {
    const marked = rows('| 名前 |  ‸年|', head[1]!, '| a | b |');
    expect(after(addRowBelow, marked)).toBe(
      rows('| 名前 |  ‸年|', head[1]!, '|  |  |', '| a | b |'),
    );
    expect(refuses(addRowAbove, marked)).toBe(true);
  });

  it('are deleted, several at once where they are selected', () => {
    expect(after(deleteRow, rows(...head, '| ‸1 | 2 |', '| 3 | 4 |'))).toBe(
      rows(...head, '| ‸3 | 4 |'),
    );
    expect(after(deleteRow, rows(...head, '| 1 | 2 |', '| 3 | 4‸ |'))).toBe(
      rows(...head, '| 1 | 2‸ |'),
    );
    expect(after(deleteRow, rows(...head, '«| 1 | 2 |', '| 3 | 4 |', '»| 5 | 6 |'))).toBe(
      rows(...head, '| ‸5 | 6 |'),
    );
    expect(after(deleteRow, rows(...head, '| ‸1 | 2 |', '| 3 | 4 |', '| ‸5 | 6 |'))).toBe(
      rows(...head, '| ‸3 | 4 |'),
    );
  });

  it('the header goes with all others only', () => {
    expect(refuses(deleteRow, rows('| 名‸前 |  年|', head[1]!, '| 1 | 2 |'))).toBe(true);
    expect(after(deleteRow, rows(`«${head[0]!}`, head[1]!, '| 1 | 2 |»'))).toBe(rows('‸'));
  });

  it('move up and down, the chosen ones together, and never over the dashes', () => {
    expect(after(moveRowDown, rows(...head, '| ‸1 |2|', '|3 | 4 |'))).toBe(
      rows(...head, '|3 | 4 |', '| ‸1 |2|'),
    );
    expect(after(moveRowUp, rows(...head, '| 1 |2|', '| «3 | 4 |', '| 5 | 6» |'))).toBe(
      rows(...head, '| «3 | 4 |', '| 5 | 6» |', '| 1 |2|'),
    );
    expect(refuses(moveRowUp, rows(...head, '| ‸1 |2|', '|3 | 4 |'))).toBe(true);
    expect(refuses(moveRowDown, rows(...head, '| 1 |2|', '|3 | ‸4 |'))).toBe(true);
    expect(refuses(moveRowDown, rows('| 名‸前 |  年|', head[1]!, '| 1 | 2 |'))).toBe(true);
  });
});

describe('columns', () => {
  const marked = rows('| 名前 |  ‸年|', head[1]!, '|佐藤 | 30 |', '|鈴木|');

  it('are added on either side, aligned as their neighbour', () => {
    expect(after(addColumnLeft, marked)).toBe(
      rows('| 名前 |  |  ‸年|', '| :--- | ---: | --: |', '|佐藤 |  | 30 |', '|鈴木|  |'),
    );
    expect(after(addColumnRight, marked)).toBe(
      rows('| 名前 |  ‸年|  |', '| :--- | --: | ---: |', '|佐藤 | 30 |  |', '|鈴木|'),
    );
  });

  it('are as wide as their dashes in a tidy table', () => {
    expect(after(addColumnRight, '| a‸   |\n| --- |\n| b   |')).toBe(
      '| a‸   |     |\n| --- | --- |\n| b   |     |',
    );
  });

  it('are deleted, and with the last one the table', () => {
    expect(after(deleteColumn, marked)).toBe(
      rows('| 名前‸ |', '| :--- |', '|佐藤 |', '|鈴木|').replace('名前‸', '‸名前'),
    );
    expect(after(deleteColumn, rows('| «a | b» |', '|---|---|'))).toBe(rows('‸'));
    expect(after(deleteColumn, 'a | ‸b\n--|--\n1 | 2')).toBe('| ‸a |\n|--|\n| 1 |');
  });

  it('move left and right with their blanks and their alignment', () => {
    const moved = rows('|  ‸年| 名前 |', '| --: | :--- |', '| 30 |佐藤 |', '|  |鈴木|');
    expect(after(moveColumnLeft, marked)).toBe(moved);
    expect(after(moveColumnRight, moved)).toBe(
      rows('| 名前 |  ‸年|', head[1]!, '|佐藤 | 30 |', '|鈴木|  |'),
    );
    expect(refuses(moveColumnRight, marked)).toBe(true);
  });

  it('are aligned in the dashes alone, which keep their length', () => {
    expect(after(alignColumn('center'), marked)).toBe(marked.replace('--:', ':-:'));
    expect(after(alignColumn('left'), marked)).toBe(marked.replace('--:', ':--'));
    expect(after(alignColumn('none'), marked)).toBe(marked.replace('--:', '---'));
    expect(refuses(alignColumn('right'), marked)).toBe(true);
    expect(after(alignColumn('right'), rows(head[0]!, '| :‸--- | --: |'))).toBe(
      rows(head[0]!, '| -‸--: | --: |'),
    );
  });
});

describe('tidying', () => {
  it('puts pipe below pipe in the tables at carets, and in no other', () => {
    const other = '|x|y|\n|-|-|\n|1|長い文|';
    const marked = `|名前|‸年|\n|:-|-:|\n|a|2026|\n\n${other}`;
    expect(after(tidyTables, marked)).toBe(
      `| 名前 |   ‸年 |\n| :--- | ---: |\n| a    | 2026 |\n\n${other}`,
    );
    expect(refuses(tidyTables, after(tidyTables, marked))).toBe(true);
  });

  it('works on several tables in one step', () => {
    const marked = '|a‸|b|\n|-|-|\n\n|c|d‸|\n|-|-|';
    expect(after(tidyTables, marked)).toBe(
      '| a‸   | b   |\n| --- | --- |\n\n| c   | d‸   |\n| --- | --- |',
    );
  });
});

describe('a table put in', () => {
  const table = '| ‸ |  |\n| :--- | :--- |\n|  |  |';

  it('is a block of its own with the caret in its first cell', () => {
    expect(after(insertTable, '‸')).toBe(table);
    expect(after(insertTable, '前の‸段落\n次の行')).toBe(`前の段落\n\n${table}\n\n次の行`);
    expect(after(insertTable, '- 項‸\n- 次')).toBe(
      `- 項\n\n  ${table.replaceAll('\n', '\n  ')}\n\n- 次`,
    );
  });

  it('leaves selected words alone, and takes the place of lines with tabs', () => {
    expect(after(insertTable, '前の«段»落')).toBe(`前の段落\n\n${table}`);
    expect(after(insertTable, '前\n«名前\t年\n佐藤\t30|31\n»後')).toBe(
      '前\n\n| ‸名前 | 年 |\n| :--- | :--- |\n| 佐藤 | 30\\|31 |\n\n後',
    );
  });

  it('does not go into a table, code or the guide details', () => {
    expect(refuses(insertTable, rows(...head, '| ‸1 | 2 |'))).toBe(true);
    expect(refuses(insertTable, '```\na‸\n```')).toBe(true);
    expect(refuses(insertTable, '---json\n{‸}\n---\n')).toBe(true);
  });
});

describe('outside tables', () => {
  it.each([
    addRowAbove,
    addRowBelow,
    deleteRow,
    moveRowUp,
    moveRowDown,
    addColumnLeft,
    addColumnRight,
    deleteColumn,
    moveColumnLeft,
    moveColumnRight,
    alignColumn('left'),
    tidyTables,
  ])('no command does anything (%#)', (command) => {
    expect(refuses(command, '本‸文 | a\n\n|a|b|\n|-|-|')).toBe(true);
    expect(refuses(command, '```\n|a|b|\n|-|-|\n|1‸|2|\n```')).toBe(true);
    expect(refuses(command, '---json\n{}\n|a|b|\n|-|-|‸\n---\n')).toBe(true);
  });
});
