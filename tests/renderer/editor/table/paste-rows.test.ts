import { describe, expect, it } from 'vitest';
import { pasteRows } from '../../../../src-renderer/editor/table/paste-rows.ts';
import { editTable } from './table-editor.ts';

/** The text and caret after rows have been pasted. */
function afterPaste(marked: string, rows: readonly (readonly string[])[]): string {
  const { view, session, marked: now } = editTable(marked);
  const before = session.text();
  expect(pasteRows(view, rows)).toBe(true);
  const result = now();
  session.undo();
  expect(session.text()).toBe(before);
  return result;
}

const two = [
  ['名前', '年'],
  ['佐藤', '30'],
];

describe('rows pasted in a table', () => {
  it('fill its cells from the caret on and leave all others as they are', () => {
    expect(afterPaste('| a | b |\n|---|:-:|\n| ‸1 |  2|\n|3   | 4 |\n\n後', two)).toBe(
      '| a | b |\n|---|:-:|\n| 名前 |  年|\n|佐藤   | 30‸ |\n\n後',
    );
  });

  it('add the rows and columns that they need, and leave what stands beyond the columns there', () => {
    expect(afterPaste('| a | b |\n| :-- | --- |\n| 1 | 2‸ | 余 |', two)).toBe(
      '| a | b |  |\n| :-- | --- | --- |\n| 1 | 名前 | 年 | 余 |\n|  | 佐藤 | 30‸ |',
    );
  });

  it('begin below the header where the caret is in the dashes', () => {
    expect(afterPaste('| a | b |\n| --- | -‸-- |', [['x']])).toBe(
      '| a | b |\n| --- | --- |\n|  | x‸ |',
    );
  });

  it('keep to the quote or list of the table', () => {
    expect(afterPaste('- | a | b |\n  |---|---|\n  | ‸1 | 2 |', two)).toBe(
      '- | a | b |\n  |---|---|\n  | 名前 | 年 |\n  | 佐藤 | 30‸ |',
    );
    expect(afterPaste('> a | b\n> --|--\n> ‸1 | 2\n\n後', two)).toBe(
      '> a | b\n> --|--\n> 名前 | 年\n> | 佐藤 | 30‸ |\n\n後',
    );
  });

  it('[T10] have their pipes escaped and their line breaks made blanks', () => {
    expect(afterPaste('|a|b|\n|-|-|\n|‸1|2|', [['x|y\\|z', '一\r\n 二\t三\\']])).toBe(
      '|a|b|\n|-|-|\n|x\\|y\\|z|一 二 三\\‸ |',
    );
  });
});

describe('rows pasted elsewhere', () => {
  const table = '| 名前 | 年 |\n| :--- | :--- |\n| 佐藤 | 30 ‸|';
  const pasted = table.replace(' ‸|', ' |‸');

  it('become a table with a blank line on either side', () => {
    expect(afterPaste('‸', two)).toBe(pasted);
    expect(afterPaste('前‸\n後', two)).toBe(`前\n\n${pasted}\n\n後`);
    expect(afterPaste('前\n\n‸\n\n後', two)).toBe(`前\n\n${pasted}\n\n後`);
    expect(afterPaste('前«中»後', two)).toBe(`前\n\n${pasted}\n\n後`);
  });

  it('stand in the quote or list item of the caret', () => {
    const inList = pasted.replaceAll('\n', '\n  ');
    expect(afterPaste('- 項‸\n- 次', two)).toBe(`- 項\n\n  ${inList}\n\n- 次`);
    expect(afterPaste('> 引用‸', two)).toBe(`> 引用\n>\n> ${pasted.replaceAll('\n', '\n> ')}`);
  });

  it('do nothing in code, in the guide details and in no cells', () => {
    for (const marked of ['```\na‸\n```\n', '---json\n{‸}\n---\n', '    a‸\n']) {
      const { view, session } = editTable(marked);
      const before = session.text();
      expect(pasteRows(view, two)).toBe(false);
      expect(session.text()).toBe(before);
    }
    expect(pasteRows(editTable('‸').view, [[]])).toBe(false);
  });
});
