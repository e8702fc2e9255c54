import { afterEach, expect, test } from 'vitest';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import { noContext, openText } from './open-text.ts';

let view: ManuscriptView | undefined;
afterEach(() => {
  view?.destroy();
  document.body.replaceChildren();
});

const focused = () =>
  [...document.querySelectorAll('.cm-in-focus')].map(({ textContent }) => textContent);

test('focus mode leaves the paragraphs of the carets bright, and goes without a trace', () => {
  const session = openText('一の段落\n続き\n\n二の段落\n\n三の段落\n');
  view = createManuscriptView(document.body, {
    onUpdate: () => undefined,
    onScroll: () => undefined,
    onCompositionEnd: () => undefined,
  });
  view.show(session);
  expect(focused()).toEqual([]);
  session.setContext({ ...noContext, focusMode: true });
  expect(focused()).toEqual(['一の段落', '続き']);
  expect(document.querySelector('.cm-focus-mode')).not.toBeNull();
  session.dispatch({ selection: { anchor: session.text().indexOf('二') } });
  expect(focused()).toEqual(['二の段落']);
  session.dispatch({ changes: { from: session.text().indexOf('二'), insert: '\n' } });
  session.dispatch({ selection: { anchor: 4, head: session.text().indexOf('三') } });
  expect(focused()).toHaveLength(session.text().split('\n').length - 1);
  session.setContext(noContext);
  expect(focused()).toEqual([]);
  expect(document.querySelector('.cm-focus-mode')).toBeNull();
});
