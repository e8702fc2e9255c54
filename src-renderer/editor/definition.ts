import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { type Command, Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import type { TextRange } from '#core/document/pointer';
import { isMac } from '../ui/key-label.ts';
import { editorContext } from './editor-context.ts';
import { namedAt } from './link-at.ts';

/** Goes to what is named at the caret; nothing while a word is composed. */
export const goToDefinition: Command = (view) => {
  if (view.compositionStarted) return false;
  const named = namedAt(view.state, view.state.selection.main.head);
  if (!named) return false;
  view.state.facet(editorContext).knowledge.goTo(named);
  return true;
};

const setLink = StateEffect.define<TextRange | undefined>();
const link = Decoration.mark({ class: 'cm-go-link' });

/** The name under the pointer while the key that follows names is held. */
const linkField = StateField.define<TextRange | undefined>({
  create: () => undefined,
  update(range, transaction) {
    for (const effect of transaction.effects) if (effect.is(setLink)) return effect.value;
    return transaction.docChanged ? undefined : range;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (range) =>
      range ? Decoration.set([link.range(range.from, range.to)]) : Decoration.none,
    ),
});

function followsNames(event: MouseEvent): boolean {
  const [held, other] = isMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return held && !other && !event.altKey && !event.shiftKey;
}

function namedUnder(view: EditorView, event: MouseEvent) {
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
  return at === null ? undefined : namedAt(view.state, at);
}

/** Ctrl (macOS: Cmd) with the pointer underlines what can be followed, and follows it on a click. */
const followByPointer = ViewPlugin.define(() => ({}), {
  eventHandlers: {
    mousemove(event, view) {
      const shown = view.state.field(linkField);
      const named = followsNames(event) && !view.composing ? namedUnder(view, event) : undefined;
      if (shown?.from === named?.from && shown?.to === named?.to) return;
      view.dispatch({ effects: setLink.of(named && { from: named.from, to: named.to }) });
    },
    mouseleave(_event, view) {
      if (view.state.field(linkField)) view.dispatch({ effects: setLink.of(undefined) });
    },
    keyup(event, view) {
      const isHeld = isMac() ? event.key === 'Meta' : event.key === 'Control';
      if (isHeld && view.state.field(linkField)) view.dispatch({ effects: setLink.of(undefined) });
    },
    mousedown(event, view) {
      if (event.button !== 0 || !followsNames(event) || view.composing) return false;
      const named = namedUnder(view, event);
      if (!named) return false;
      event.preventDefault();
      view.dispatch({ effects: setLink.of(undefined) });
      view.state.facet(editorContext).knowledge.goTo(named);
      return true;
    },
  },
});

/** Following names by the pointer; the key is a command of the application. */
export function definition(): Extension {
  return [linkField, Prec.high(followByPointer)];
}
