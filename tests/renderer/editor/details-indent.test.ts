import { insertNewlineAndIndent } from '@codemirror/commands';
import type { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { openText } from './open-text.ts';

/** The text after Enter where the mark `|` stands. */
function afterEnter(marked: string): string {
  const session = openText(marked.replace('|', ''));
  let state: EditorState = session.state.update({
    selection: { anchor: marked.indexOf('|') },
  }).state;
  insertNewlineAndIndent({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  const { head } = state.selection.main;
  const text = state.doc.toString();
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

const guide = (details: string, body = ''): string => `---json\n${details}\n---\n${body}`;

test('Enter in the guide details keeps the indent of its line', () => {
  expect(afterEnter(guide('{\n  "a": 1,|\n  "b": 2\n}'))).toBe(
    guide('{\n  "a": 1,\n  |\n  "b": 2\n}'),
  );
  expect(afterEnter(guide('{\n    "a": [\n        1,|\n        2\n    ]\n}'))).toBe(
    guide('{\n    "a": [\n        1,\n        |\n        2\n    ]\n}'),
  );
});

test('Enter after an opening bracket goes one level of the file deeper', () => {
  expect(afterEnter(guide('{|\n}'))).toBe(guide('{\n  |\n}'));
  expect(afterEnter(guide('{\n   "a": {|\n      "b": 1\n   }\n}'))).toBe(
    guide('{\n   "a": {\n      |\n      "b": 1\n   }\n}'),
  );
  expect(afterEnter(guide('{\n  "a": [|]\n}'))).toBe(guide('{\n  "a": [\n    |\n  ]\n}'));
});

test('Enter before a closing bracket comes one level out', () => {
  expect(afterEnter(guide('{\n  "a": [\n    1|]\n}'))).toBe(guide('{\n  "a": [\n    1\n  |]\n}'));
});

test('Enter in YAML details and in the body is not that of JSON', () => {
  expect(afterEnter('---\na:\n  b: 1|\n---\n')).toBe('---\na:\n  b: 1\n  |\n---\n');
  expect(afterEnter(guide('{\n  "a": 1\n}', '# A\n\n本文[|\n'))).toBe(
    guide('{\n  "a": 1\n}', '# A\n\n本文[\n|\n'),
  );
});
