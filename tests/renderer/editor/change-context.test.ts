import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { noContext, openText } from './open-text.ts';

test('[P9] another language or other settings wait for the end of a composition', () => {
  const session = openText('本文\n');
  const view = new EditorView({ parent: document.body });
  session.attach(view);
  const label = () => view.contentDOM.getAttribute('aria-label');
  Object.defineProperty(view, 'compositionStarted', { value: true, configurable: true });
  session.setContext({ ...noContext, locale: 'en', flavour: 'commonmark' });
  expect(label()).toBe('原稿');
  Object.defineProperty(view, 'compositionStarted', { value: false, configurable: true });
  session.compositionEnded();
  expect(label()).toBe('Manuscript');
  view.destroy();
});
