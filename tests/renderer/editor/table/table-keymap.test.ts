import { completionStatus, startCompletion } from '@codemirror/autocomplete';
import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#core/commands/command';
import { tableCommands } from '#core/commands/table-commands';
import { pasteRows } from '../../../../src-renderer/editor/table/paste-rows.ts';
import {
  cellAbove,
  cellBelow,
  leaveTable,
  nextCell,
  previousCell,
} from '../../../../src-renderer/editor/table/table-navigation.ts';
import { editTable } from './table-editor.ts';

const head = '| a | b |\n| :--- | :--- |\n';

/** The text and carets after keys; each is taken by the table. */
function afterKeys(
  marked: string,
  ...keys: readonly (string | [string, KeyboardEventInit])[]
): string {
  const editor = editTable(marked);
  for (const key of keys) {
    const [name, init] = typeof key === 'string' ? [key, {}] : key;
    expect(editor.press(name, init)).toBe(true);
  }
  return editor.marked();
}

const shift = { shiftKey: true };

describe('Tab in a table', () => {
  it('selects the content of the next cell, and with Shift of the one before', () => {
    expect(afterKeys(`${head}| ‸1 |  二 つ |`, 'Tab')).toBe(`${head}| 1 |  «二 つ» |`);
    expect(afterKeys(`${head}| 1‸ | 2 |\n| 3 | 4 |`, 'Tab', 'Tab')).toBe(
      `${head}| 1 | 2 |\n| «3» | 4 |`,
    );
    expect(afterKeys(`${head}| ‸1 | 2 |`, ['Tab', shift])).toBe(
      '| a | «b» |\n| :--- | :--- |\n| 1 | 2 |',
    );
    expect(afterKeys(`|‸ a | b |\n|---|---|`, ['Tab', shift])).toBe('| «a» | b |\n|---|---|');
  });

  it('steps over the dashes', () => {
    expect(afterKeys(`| a | b‸ |\n|---|---|\n| 1 | 2 |`, 'Tab')).toBe(
      '| a | b |\n|---|---|\n| «1» | 2 |',
    );
    expect(afterKeys(`| a | b |\n|--‸-|---|\n| 1 | 2 |`, 'Tab')).toBe(
      '| a | b |\n|---|---|\n| «1» | 2 |',
    );
    expect(afterKeys(`| a | b |\n|---|-‸--|`, ['Tab', shift])).toBe('| a | «b» |\n|---|---|');
  });

  it('adds a row in the style of the table behind its last cell', () => {
    expect(afterKeys(`${head}| 1 | 2‸ |\n\n後`, 'Tab')).toBe(`${head}| 1 | 2 |\n| ‸ |  |\n\n後`);
    expect(afterKeys('|a|b|\n|-|-|\n|1|2‸|', 'Tab')).toBe('|a|b|\n|-|-|\n|1|2|\n| ‸| |');
    expect(afterKeys('> | 名前 | b   |\n> | ---- | --- |\n> | 佐藤 | 2‸   |', 'Tab')).toBe(
      '> | 名前 | b   |\n> | ---- | --- |\n> | 佐藤 | 2   |\n> | ‸     |     |',
    );
    expect(afterKeys('a | b‸\n--|--', 'Tab')).toBe('a | b\n--|--\n| ‸ |  |');
  });

  it('makes the cells that a short row lacks', () => {
    expect(afterKeys(`${head}| 1‸ |\n| 3 | 4 |`, 'Tab')).toBe(`${head}| 1 | ‸ |\n| 3 | 4 |`);
  });

  it('works at several carets, and adds one row for two of them', () => {
    expect(afterKeys(`${head}| ‸1 | 2 |\n| ‸3 | 4 |`, 'Tab')).toBe(
      `${head}| 1 | «2» |\n| 3 | «4» |`,
    );
    expect(afterKeys(`${head}| 1 | 2‸ ‸|`, 'Tab')).toBe(`${head}| 1 | 2 |\n| ‸ |  |`);
  });

  it('indents outside tables, as in code that only looks like one', () => {
    for (const marked of ['‸本文', `${head}\n‸本文`, `\`\`\`\n${head}| ‸1 | 2 |\n\`\`\``]) {
      expect(afterKeys(marked, 'Tab')).toBe(marked.replace(/^(.*)‸/m, '    $1‸'));
    }
  });
});

describe('Enter in a table', () => {
  it('selects the cell below, and with Shift the one above', () => {
    expect(afterKeys(`| a | b‸ |\n|---|---|\n| 1 | 2 |`, 'Enter')).toBe(
      '| a | b |\n|---|---|\n| 1 | «2» |',
    );
    expect(afterKeys(`${head}| 1 | 2 |\n| 3‸ | 4 |`, ['Enter', shift])).toBe(
      `${head}| «1» | 2 |\n| 3 | 4 |`,
    );
    expect(afterKeys(`| a‸ | b |\n|---|---|`, ['Enter', shift])).toBe('| «a» | b |\n|---|---|');
  });

  it('adds a row at the end, and from an empty last row leaves the table without it', () => {
    expect(afterKeys(`${head}| 1 | 2‸ |\n\n後`, 'Enter')).toBe(`${head}| 1 | 2 |\n|  | ‸ |\n\n後`);
    expect(afterKeys(`${head}| 1 | 2‸ |\n\n後`, 'Enter', 'Enter')).toBe(
      `${head}| 1 | 2 |\n\n‸\n\n後`,
    );
    expect(afterKeys(`> ${head.replace('\n|', '\n> |')}> | ‸ | |`, 'Enter')).toBe(
      `> ${head.replace('\n|', '\n> |')}>\n> ‸`,
    );
  });

  it('behind the dashes begins the first row', () => {
    expect(afterKeys('|a|b|\n|-|-|‸', 'Enter')).toBe('|a|b|\n|-|-|\n| ‸| |');
    expect(afterKeys('|a|b|\n|-|-|‸\n|1|2|', 'Enter')).toBe('|a|b|\n|-|-|\n|«1»|2|');
  });

  it('before the first pipe makes room above the table', () => {
    expect(afterKeys(`‸${head}`, 'Enter')).toBe(`\n‸${head}`);
  });

  it('goes on with a list outside', () => {
    expect(afterKeys('- 項‸', 'Enter')).toBe('- 項\n- ‸');
  });
});

describe('Escape in a table', () => {
  it('leaves it and changes nothing', () => {
    expect(afterKeys(`${head}| «1» | 2 |\n\n\n後`, 'Escape')).toBe(`${head}| 1 | 2 |\n\n‸\n後`);
    expect(afterKeys(`${head}| ‸1 | 2 |\n\n後`, 'Escape')).toBe(`${head}| 1 | 2 |\n‸\n後`);
    expect(afterKeys(`${head}| ‸1 | 2 |`, 'Escape')).toBe(`${head}| 1 | 2 |‸`);
    expect(editTable(`${head}| 1 | 2 |‸`).press('Escape')).toBe(false);
    expect(editTable('本‸文').press('Escape')).toBe(false);
  });
});

const names: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

describe('keys of table commands', () => {
  const table = `${head}| 1 | 2 |\n| 3 | ‸4 |\n| 5 | 6 |`;
  const expected: Readonly<Record<string, string>> = {
    'CmdOrCtrl+Enter': `${head}| 1 | 2 |\n| 3 | ‸4 |\n|  |  |\n| 5 | 6 |`,
    'Alt+Up': `${head}| 3 | ‸4 |\n| 1 | 2 |\n| 5 | 6 |`,
    'Alt+Down': `${head}| 1 | 2 |\n| 5 | 6 |\n| 3 | ‸4 |`,
    'CmdOrCtrl+Alt+Left': '| b | a |\n| :--- | :--- |\n| 2 | 1 |\n| ‸4 | 3 |\n| 6 | 5 |',
    'CmdOrCtrl+Alt+Right': table,
  };
  const keys = (tableCommands as readonly Command[]).flatMap(({ key }) => key ?? []);

  it.each(keys)('%s does what the menu says', (key) => {
    const parts = key.split('+');
    const name = parts.at(-1)!;
    const init = { ctrlKey: parts.includes('CmdOrCtrl'), altKey: parts.includes('Alt') };
    expect(afterKeys(table, [names[name] ?? name, init])).toBe(expected[key]);
  });

  it('never move a line over the dashes', () => {
    const first = `${head}| ‸1 | 2 |`;
    expect(afterKeys(first, ['ArrowUp', { altKey: true }])).toBe(first);
    const header = '| ‸a | b |\n| :--- | :--- |\n| 1 | 2 |';
    expect(afterKeys(header, ['ArrowDown', { altKey: true }])).toBe(header);
  });

  it('move lines outside tables', () => {
    expect(afterKeys('一\n二‸', ['ArrowUp', { altKey: true }])).toBe('二‸\n一');
  });
});

describe('[P9] while an input method composes', () => {
  const marked = `${head}| 1 | ‸2 |`;

  it.each(['Tab', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft'])(
    '%s belongs to it, and the table stays as it is',
    (key) => {
      const mod = { ctrlKey: true };
      for (const init of [{}, shift, { altKey: true }, mod, { ...mod, altKey: true }]) {
        const editor = editTable(marked);
        // As after the first letter of a composition.
        const { inputState } = editor.view as unknown as { inputState: { composing: number } };
        inputState.composing = 1;
        expect(editor.press(key, { ...init, isComposing: true, keyCode: 229 })).toBe(false);
        expect(editor.press(key, { ...init, isComposing: true })).toBe(false);
        expect(editor.marked()).toBe(marked);
      }
    },
  );

  it.each([nextCell, previousCell, cellBelow, cellAbove, leaveTable])(
    'no command of a key acts before its first letter either (%#)',
    (command) => {
      const editor = editTable(marked);
      editor.view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { data: '' }));
      expect(editor.view.compositionStarted).toBe(true);
      expect(command(editor.view)).toBe(false);
      expect(pasteRows(editor.view, [['x', 'y']])).toBe(false);
      expect(editor.marked()).toBe(marked);
    },
  );
});

describe('beside a list of proposals', () => {
  it('Tab, Enter and Escape are its keys', async () => {
    const { view, marked } = editTable(`${head}| :1‸ | 2 |`);
    startCompletion(view);
    await vi.waitFor(() => expect(completionStatus(view.state)).toBe('active'));
    for (const command of [nextCell, previousCell, cellBelow, cellAbove, leaveTable]) {
      expect(command(view)).toBe(false);
    }
    expect(marked()).toBe(`${head}| :1‸ | 2 |`);
  });
});

describe('a text that cannot be edited', () => {
  it('is gone through by Tab, and stays as it is', () => {
    const editor = editTable(`${head}| ‸1 | 2 |`, true);
    expect(editor.press('Tab')).toBe(true);
    expect(editor.marked()).toBe(`${head}| 1 | «2» |`);
    editor.press('Tab');
    editor.press('Enter');
    editor.press('ArrowUp', { altKey: true });
    editor.press('Enter', { ctrlKey: true });
    expect(editor.session.text()).toBe(`${head}| 1 | 2 |`);
  });
});
