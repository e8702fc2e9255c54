import { EditorSelection } from '@codemirror/state';
import { afterEach, expect, it } from 'vitest';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import { openText } from './open-text.ts';

let view: ManuscriptView;
afterEach(() => view.destroy());

function show() {
  const session = openText('一行目です\n二行目です\n');
  const host = document.body.appendChild(document.createElement('div'));
  const nothing = () => undefined;
  view = createManuscriptView(host, {
    onUpdate: nothing,
    onScroll: nothing,
    onCompositionEnd: nothing,
  });
  view.show(session);
  return { session, host };
}

it('a single caret is the browser’s own; a selection is drawn, and no longer than it is one', () => {
  const { session, host } = show();
  const drawn = () => host.querySelector('.cm-selectionLayer') !== null;
  const tinted = () => host.querySelector('.cm-plain-caret') !== null;
  expect([drawn(), tinted()]).toEqual([false, true]);
  session.dispatch({ selection: { anchor: 0, head: 3 } });
  expect([drawn(), tinted()]).toEqual([true, false]);
  session.dispatch({ changes: { from: 0, to: 3, insert: '字' }, selection: { anchor: 1 } });
  expect([drawn(), tinted()]).toEqual([false, true]);
  expect(session.text()).toBe('字です\n二行目です\n');
});

it('further carets are drawn', () => {
  const { session, host } = show();
  session.dispatch({
    selection: EditorSelection.create([EditorSelection.cursor(1), EditorSelection.cursor(8)]),
  });
  expect(host.querySelector('.cm-cursorLayer')).not.toBeNull();
  expect(session.state.selection.ranges).toHaveLength(2);
});
