import { insertNewlineAndIndent } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import { EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useLayoutStore } from '../../../src-renderer/stores/layout-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';
import { composingInits, keydownOf } from '../app/key-events.ts';
import { openText } from './open-text.ts';

// A place for each kind of key: details, a heading, an item with one inside, a table, a quotation, code.
const text = [
  '---json\n{\n  "slug": "a"\n}\n---\n# 題\n',
  '*   項目\n    *   「内側」\n*   次の項目\n',
  '| 列 | 二 |\n| --- | --- |\n| あ | い |\n',
  '> 引用\n\n```\ncode(a)\n```\n\n**太い**文字\n',
].join('\n');

const places = ['"slug', '題', '項目', '「内側', 'あ', '引用', 'code', '太い'];

let session: OpenSession;
let manuscript: ManuscriptView;
let view: EditorView;

beforeEach(() => {
  const parent = document.body.appendChild(document.createElement('div'));
  session = openText(text);
  manuscript = createManuscriptView(parent, {
    onUpdate: () => undefined,
    onScroll: () => undefined,
    onCompositionEnd: () => undefined,
  });
  manuscript.show(session);
  view = EditorView.findFromDOM(parent.querySelector<HTMLElement>('.cm-editor')!)!;
});
afterEach(() => {
  manuscript.destroy();
  document.body.replaceChildren();
});

const stores = [useDocumentsStore, useLayoutStore, useToastStore, useAnnounceStore];

/** Everything a key could change. */
function snapshot(): unknown {
  const { doc, selection } = view.state;
  return [
    doc.toString(),
    selection.toJSON(),
    view.state,
    ...stores.map((store) => store.getState()),
  ];
}

/** All keys that the manuscript takes, `Shift` variants included. */
function boundKeys(): readonly string[] {
  const bindings: readonly KeyBinding[] = view.state.facet(keymap).flat();
  const keys = bindings.flatMap(({ key, win, linux, mac, shift }) =>
    [key, win, linux, mac]
      .filter((name) => name !== undefined)
      .flatMap((name) => (shift ? [name, `Shift-${name}`] : [name])),
  );
  // Keys that a handler could take by itself, without a binding.
  const all = new Set([...keys, 'Enter', 'Tab', 'Space', 'Escape', 'a', '|', 'F2', 'F12']);
  // These let Tab leave the manuscript for a while.
  const last = ['Escape', 'Ctrl-m', 'Shift-Alt-m'];
  return [...all].sort((one, other) => last.indexOf(one) - last.indexOf(other));
}

function select(place: string): void {
  const at = text.indexOf(place) + place.length;
  view.dispatch({ selection: { anchor: at } });
}

test('the keys of the manuscript do something when nobody composes', () => {
  const acting: string[] = [];
  // The dialog of a line number does not bear that another text takes its place.
  for (const key of boundKeys().filter((name) => name !== 'Mod-Alt-g')) {
    view.setState(openText(text).state);
    view.dispatch({
      selection: { anchor: text.indexOf('内側'), head: text.indexOf('次の') },
    });
    const before = view.state;
    view.contentDOM.dispatchEvent(keydownOf(key));
    if (view.state !== before) acting.push(key);
  }
  expect(acting).toEqual(
    expect.arrayContaining(['Enter', 'Tab', 'Shift-Tab', 'Backspace', 'F3', 'Alt-ArrowUp']),
  );
  expect(acting.length).toBeGreaterThan(40);
});

test.each(places)('[P9] no key of the manuscript acts on a composing event at %j', (place) => {
  select(place);
  const before = snapshot();
  for (const key of boundKeys()) {
    for (const more of composingInits) {
      view.contentDOM.dispatchEvent(keydownOf(key, 'jis', false, more));
      view.contentDOM.dispatchEvent(keydownOf(key, 'us', true, more));
      expect([key, more, snapshot()]).toEqual([key, more, before]);
    }
  }
});

test('[P9] no element inside the manuscript acts on one either: the search, the folded details', () => {
  openSearchPanel(view);
  const elements = [...view.dom.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.matches('input, button, [tabindex], [role]'),
  );
  expect(elements.length).toBeGreaterThan(5);
  const before = snapshot();
  for (const element of elements) {
    for (const key of ['Enter', 'Escape', 'Tab', 'Space', 'ArrowDown', 'F3', 'Mod-f']) {
      for (const more of composingInits) {
        element.dispatchEvent(keydownOf(key, 'jis', false, more));
        expect([element.className, key, snapshot()]).toEqual([element.className, key, before]);
      }
    }
  }
  expect(view.dom.querySelector('.cm-search')).not.toBeNull();
});

test('[P9] composing keys do not reach the page around the manuscript as keys of the manuscript', () => {
  select('項目');
  let reached = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) reached += 1;
  };
  document.addEventListener('keydown', onKey);
  for (const more of composingInits)
    view.contentDOM.dispatchEvent(keydownOf('Enter', 'jis', false, more));
  document.removeEventListener('keydown', onKey);
  expect(reached).toBe(0);
  // The very key acts once the composition is over.
  insertNewlineAndIndent(view);
  expect(view.state.doc.toString()).not.toBe(text);
});
