import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionStatus,
  moveCompletionSelection,
  selectedCompletionIndex,
  startCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import {
  type Command,
  type EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { complete, opensByTyping } from './complete.ts';
import { mostOptions } from './match-options.ts';
import { type RowCompletion, toCompletion } from './option.ts';

/** How long after a key the list is asked for, so that the frame of the key is the manuscript's alone. */
const AFTER_KEY_MS = 60;

const setAsked = StateEffect.define<boolean>();

/** Whether the author asked for the list, rather than what was typed; until the caret goes elsewhere. */
const askedField = StateField.define<boolean>({
  create: () => false,
  update(asked, transaction) {
    for (const effect of transaction.effects) if (effect.is(setAsked)) return effect.value;
    if (!asked) return false;
    if (transaction.docChanged) {
      return transaction.isUserEvent('input.type') || transaction.isUserEvent('delete.backward');
    }
    return !transaction.selection;
  },
});

/** Settles when the composition that goes on has ended; at once where none does. */
function compositionEnd(view: EditorView): Promise<void> {
  if (!view.compositionStarted) return Promise.resolve();
  return new Promise((resolve) => {
    view.contentDOM.addEventListener('compositionend', () => setTimeout(resolve), { once: true });
  });
}

async function source(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos, view } = context;
  if (view?.compositionStarted) {
    // An open list stays as it is until the word is there; the text composed then asks anew.
    context.addEventListener('abort', () => undefined, { onDocChange: true });
    await compositionEnd(view);
    if (context.aborted) return null;
  }
  const found = await complete(state, pos, state.field(askedField));
  if (!found || found.options.length === 0) return null;
  return {
    from: found.from,
    to: found.to,
    options: found.options.slice(0, mostOptions).map(toCompletion),
    filter: false,
    getMatch: (completion: RowCompletion) => completion.match ?? [],
  };
}

/** Opens the list of what can be inserted at the caret, wherever that is; nothing while a word is composed. */
export const askForCompletion: Command = (view) => {
  if (view.compositionStarted || view.state.readOnly) return false;
  view.dispatch({ effects: setAsked.of(true) });
  return startCompletion(view);
};

/** Opens the list after what was typed or composed calls for it, a moment after the key. */
const openByTyping = ViewPlugin.fromClass(
  class {
    private readonly view: EditorView;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private composed = false;

    constructor(view: EditorView) {
      this.view = view;
    }

    update({ transactions, docChanged, selectionSet, view }: ViewUpdate) {
      if (!docChanged && !selectionSet) return;
      clearTimeout(this.timer);
      if (!transactions.some((transaction) => transaction.isUserEvent('input.type'))) return;
      if (view.compositionStarted) this.composed = true;
      else this.openSoon();
    }

    compositionEnded() {
      if (this.composed) this.openSoon();
      this.composed = false;
    }

    private openSoon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        const { view } = this;
        const { main } = view.state.selection;
        if (view.compositionStarted || !main.empty || completionStatus(view.state) !== null) return;
        if (!opensByTyping(view.state, main.head)) return;
        view.dispatch({ effects: setAsked.of(false) });
        startCompletion(view);
      }, AFTER_KEY_MS);
    }

    destroy() {
      clearTimeout(this.timer);
    }
  },
  {
    eventHandlers: {
      compositionend() {
        // The composed text is taken in after the event.
        setTimeout(() => this.compositionEnded());
      },
    },
  },
);

/** Only while the list is open and no word is being composed. */
function inList(command: Command): Command {
  return (view) =>
    !view.compositionStarted && completionStatus(view.state) === 'active' && command(view);
}

const accept: Command = (view) =>
  selectedCompletionIndex(view.state) !== null && acceptCompletion(view);

function asideOf(completion: Completion): Node | null {
  const { aside } = completion as RowCompletion;
  if (aside === undefined) return null;
  const element = document.createElement('span');
  element.className = 'cm-completionAside';
  element.textContent = aside;
  return element;
}

/**
 * Completion of names, links, words and pieces of Markdown. The list opens while typing in places that
 * call for it, and by Ctrl+Space anywhere (on macOS also Option+Escape, since Ctrl+Space may switch the
 * input method there); it takes keys only while it is open, and none while a word is composed.
 */
export function completion(): Extension {
  return [
    askedField,
    autocompletion({
      override: [source],
      activateOnTyping: false,
      icons: true,
      defaultKeymap: false,
      maxRenderedOptions: mostOptions,
      addToOptions: [{ render: asideOf, position: 90 }],
      tooltipClass: () => 'cm-completions',
    }),
    openByTyping,
    Prec.highest(
      keymap.of([
        { key: 'Ctrl-Space', run: askForCompletion },
        { mac: 'Alt-Escape', run: askForCompletion },
        { key: 'Escape', run: (view) => !view.compositionStarted && closeCompletion(view) },
        { key: 'ArrowDown', run: inList(moveCompletionSelection(true)) },
        { key: 'ArrowUp', run: inList(moveCompletionSelection(false)) },
        { key: 'PageDown', run: inList(moveCompletionSelection(true, 'page')) },
        { key: 'PageUp', run: inList(moveCompletionSelection(false, 'page')) },
        { key: 'Enter', run: inList(accept) },
        { key: 'Tab', run: inList(accept) },
      ]),
    ),
  ];
}
