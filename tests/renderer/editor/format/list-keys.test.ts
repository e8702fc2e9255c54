import { EditorView, runScopeHandlers } from '@codemirror/view';
import { expect, test } from 'vitest';
import { keydownOf } from '../../app/key-events.ts';
import { marked, openMarked } from './format-marked.ts';

/** The text after keys in the real manuscript, selections written as in `openMarked`. */
function press(text: string, ...keys: readonly string[]): string {
  const session = openMarked(text);
  const view = new EditorView({ state: session.state });
  session.attach(view);
  view.dispatch({ selection: openMarked(text).state.selection });
  for (const key of keys) runScopeHandlers(view, keydownOf(key), 'editor');
  const result = marked(session);
  session.detach();
  view.destroy();
  return result;
}

test.each([
  ['*   項目¦', '*   項目\n*   ¦'],
  ['*   項¦目', '*   項\n*   ¦目'],
  ['*   一\n    *   二¦', '*   一\n    *   二\n    *   ¦'],
  ['1. 一¦\n2. 二', '1. 一\n2. ¦\n3. 二'],
  ['1. 一¦\n1. 二', '1. 一\n2. ¦\n1. 二'],
  ['*   [x] 済み¦', '*   [x] 済み\n*   [ ] ¦'],
  ['- 項目¦', '- 項目\n- ¦'],
  ['> *   項目¦', '> *   項目\n> *   ¦'],
  // an empty item ends the list, level by level
  ['*   一\n*   ¦', '*   一\n\n¦'],
  ['*   一\n*   二\n*   ¦', '*   一\n*   二\n\n¦'],
  ['*   一\n    *   ¦', '*   一\n*   ¦'],
  ['1. 一\n2. ¦', '1. 一\n\n¦'],
  ['*   一\n*   [ ] ¦', '*   一\n\n¦'],
  // a loose list of the interview section stays loose
  ['*   一\n\n*   二¦', '*   一\n\n*   二\n\n*   ¦'],
])('Enter: %j becomes %j', (before, expected) => {
  expect(press(before, 'Enter')).toBe(expected);
});

test.each([
  // by the step of the guide, or as far as the words of the item before
  ['*   一\n*   二¦', '*   一\n    *   二¦'],
  ['- 一\n- 二¦', '- 一\n  - 二¦'],
  ['1. 一\n2. 二¦', '1. 一\n   1. 二¦'],
  ['- 外\n    - 内\n\n本文\n\n- 一\n- 二¦', '- 外\n    - 内\n\n本文\n\n- 一\n    - 二¦'],
  ['- 外\n   - 内\n\n本文\n\n- 一\n- 二¦', '- 外\n   - 内\n\n本文\n\n- 一\n   - 二¦'],
  ['*   一\n    *   内\n*   二¦', '*   一\n    *   内\n    *   二¦'],
  // with its children and their lines
  [
    '*   一\n*   二¦\n    続き\n    *   子\n*   三',
    '*   一\n    *   二¦\n        続き\n        *   子\n*   三',
  ],
  ['*   一\n*   二¦\n\n    段落\n\n*   三', '*   一\n    *   二¦\n\n        段落\n\n*   三'],
  // several at once
  ['*   一\n⟦*   二\n*   三⟧', '*   一\n    ⟦*   二\n    *   三⟧'],
  // numbers of the lists edited, and of no other
  ['1. 一\n2. 二¦\n3. 三\n\n本文\n\n5. 別', '1. 一\n   1. 二¦\n2. 三\n\n本文\n\n5. 別'],
  ['1. 一\n1. 二¦\n1. 三', '1. 一\n   1. 二¦\n1. 三'],
  ['3. 一\n4. 二¦\n5. 三', '3. 一\n   1. 二¦\n4. 三'],
  // nothing before it to be in: it stays, and the focus does
  ['*   一¦\n*   二', '*   一¦\n*   二'],
  ['> *   一\n> *   二¦', '> *   一\n>     *   二¦'],
])('Tab: %j becomes %j', (before, expected) => {
  expect(press(before, 'Tab')).toBe(expected);
});

test.each([
  ['*   一\n    *   二¦', '*   一\n*   二¦'],
  ['*   一\n    *   二¦\n        *   子\n    *   三', '*   一\n*   二¦\n    *   子\n    *   三'],
  ['1. 一\n   1. 二¦\n   2. 三\n2. 四', '1. 一\n2. 二¦\n   1. 三\n3. 四'],
  ['*   一¦', '*   一¦'],
  ['- 一\n\t- 二¦', '- 一\n- 二¦'],
  ['> *   一\n>     *   二¦', '> *   一\n> *   二¦'],
])('Shift-Tab: %j becomes %j', (before, expected) => {
  expect(press(before, 'Shift-Tab')).toBe(expected);
});

test.each([
  '*   一\n*   二¦\n    続き\n\n    段落',
  '1. 一\n2. 二¦\n3. 三',
  '- 一\n- ⟦二\n- 三⟧\n- 四',
])('[P1] Tab and Shift-Tab give %j back', (text) => {
  expect(press(text, 'Tab')).not.toBe(text);
  expect(press(text, 'Tab', 'Shift-Tab')).toBe(text);
});

test('Tab is none of the list in a table, in code and in plain text', () => {
  expect(press('| あ¦ |\n| --- |', 'Tab')).not.toContain('| あ¦ |\n| --- |\n    ');
  expect(press('*   一\n\n    ```\n    a¦\n    ```', 'Tab')).toBe(
    '*   一\n\n    ```\n        a¦\n    ```',
  );
  expect(press('本文¦', 'Tab')).toBe('    本文¦');
});
