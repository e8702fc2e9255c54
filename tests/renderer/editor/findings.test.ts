import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import {
  findingsFields,
  presentFinding,
  setFindings,
} from '../../../src-renderer/editor/findings.ts';
import { finding } from '../finding-fixture.ts';

const shown = finding('no such guide', { from: 2, to: 4 });

function stateWith(...findings: readonly ReturnType<typeof finding>[]): EditorState {
  const state = EditorState.create({ doc: 'abcdefgh', extensions: findingsFields });
  return state.update({ effects: setFindings.of(findings) }).state;
}

test('a finding that was shown is found again where it has moved to', () => {
  const { state } = stateWith(shown).update({ changes: { from: 0, insert: '12' } });
  expect(presentFinding(state, shown)).toMatchObject({ from: 4, to: 6 });
});

test('a click on a finding that a newer check has found again is not lost', () => {
  const again = finding('no such guide', { from: 2, to: 4 });
  expect(presentFinding(stateWith(again), shown)).toBe(again);
});

test('a newer check that says something else there, or the same elsewhere, is another finding', () => {
  const other = finding('empty', { from: 2, to: 4 });
  const elsewhere = finding('no such guide', { from: 5, to: 6 });
  expect(presentFinding(stateWith(other, elsewhere), shown)).toBe(undefined);
});
