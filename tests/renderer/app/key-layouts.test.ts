import { EditorView, runScopeHandlers } from '@codemirror/view';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Command, keyOf } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import { commandOf } from '../../../src-renderer/app/keys.ts';
import { openText } from '../editor/open-text.ts';
import { composingInits, keydownOf } from './key-events.ts';

const keyed = (commands as readonly (Command & { id: CommandId })[]).flatMap((command) => {
  const { id, key } = command;
  return key === undefined ? [] : [{ id, key, macKey: keyOf(command, true) ?? key }];
});

// The manuscript itself takes the keys of tables, where the caret is in one (table-keymap.test.ts).
const ofApplication = keyed.filter(({ id }) => !id.startsWith('table.'));

/** The command of an event at a place of the page. */
function at(event: KeyboardEvent, isMac: boolean): CommandId | undefined {
  document.body.dispatchEvent(event);
  return commandOf(event, isMac);
}

test.each(ofApplication)(
  '$key runs $id on Japanese and American keyboards, on a Mac and elsewhere',
  ({ id, key, macKey }) => {
    for (const layout of ['us', 'jis'] as const) {
      for (const isMac of [false, true]) {
        expect([layout, isMac, at(keydownOf(isMac ? macKey : key, layout, isMac), isMac)]).toEqual([
          layout,
          isMac,
          id,
        ]);
      }
    }
  },
);

test.each(keyed)('[P9] $key is no command while an input method composes', ({ key }) => {
  for (const more of composingInits) {
    expect(at(keydownOf(key, 'jis', false, more), false)).toBeUndefined();
  }
});

let view: EditorView;
beforeEach(() => {
  view = new EditorView({
    state: openText('# 題\n\n*   項目を選ぶ\n').state,
    parent: document.body,
  });
});
afterEach(() => view.destroy());

// These do the very same in CodeMirror's own keys.
const shared: readonly CommandId[] = ['edit.undo', 'edit.redo', 'edit.find', 'edit.complete'];

test.each(ofApplication.filter(({ id }) => !shared.includes(id)))(
  '$key is left to $id by the manuscript, with and without a selection',
  ({ key }) => {
    for (const [anchor, head] of [
      [9, 9],
      [9, 12],
      [0, 12],
    ] as const) {
      for (const layout of ['us', 'jis'] as const) {
        view.dispatch({ selection: { anchor, head } });
        const event = keydownOf(key, layout);
        expect([anchor, head, layout, runScopeHandlers(view, event, 'editor')]).toEqual([
          anchor,
          head,
          layout,
          false,
        ]);
      }
    }
  },
);

test('the keys of formatting work in the manuscript, and in no other field', () => {
  const source = document.body.appendChild(document.createElement('div'));
  source.className = 'source';
  source.append(view.dom);
  const form = document.body.appendChild(document.createElement('section'));
  form.className = 'formpane';
  const field = form.appendChild(document.createElement('input'));
  for (const { id, key } of keyed.filter((one) => one.id.startsWith('format.'))) {
    const [here, there] = [keydownOf(key), keydownOf(key)];
    view.contentDOM.dispatchEvent(here);
    field.dispatchEvent(there);
    expect([key, commandOf(here, false), commandOf(there, false)]).toEqual([key, id, undefined]);
  }
});
