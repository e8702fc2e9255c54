import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import type { TransactionSpec } from '@codemirror/state';
import { closeHoverTooltips, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import type { EditorView, Tooltip } from '@codemirror/view';
import type { Locale } from '#core/messages/messages';
import { translate } from '#core/messages/messages';
import { spellingMessages } from '#core/messages/spelling';
import { type Misspelling, misspellingAt, passWord } from './misspellings.ts';
import type { Spelling } from './spelling.ts';

const HOVER_DELAY_MS = 300;

const showSpellingCard = StateEffect.define<number | undefined>();

function button(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = className;
  node.textContent = label;
  node.addEventListener('click', onPress);
  return node;
}

function close(view: EditorView): void {
  view.dispatch({ effects: [showSpellingCard.of(undefined), closeHoverTooltips] });
  view.focus();
}

/** Puts a word in the place of a misspelling, which may have moved since its card was opened. */
function replace(view: EditorView, { word, from }: Misspelling, by: string): void {
  const now = misspellingAt(view.state, from);
  if (!now || now.word !== word || view.compositionStarted) return;
  view.dispatch({
    changes: { from: now.from, to: now.to, insert: by },
    selection: { anchor: now.from + by.length },
    effects: [showSpellingCard.of(undefined), closeHoverTooltips],
    userEvent: 'input.replace.spelling',
  });
  view.focus();
}

function createCard(
  view: EditorView,
  found: Misspelling,
  spelling: Spelling,
  locale: Locale,
  takeFocus: boolean,
): HTMLElement {
  const text = (key: keyof typeof spellingMessages.ja) =>
    translate(spellingMessages, locale, key, { word: found.word });
  const title = document.createElement('strong');
  title.className = 'grow';
  title.textContent = text('unknown');
  const header = document.createElement('header');
  header.append(title);
  const choices = document.createElement('div');
  choices.className = 'spellingchoices';
  choices.textContent = text('searching');
  const footer = document.createElement('footer');
  footer.append(
    button('btn small', text('add'), () => {
      close(view);
      spelling.add(found.word);
    }),
    button('btn small', text('pass'), () => {
      view.dispatch({ effects: passWord.of(found.word) });
      close(view);
    }),
  );
  const card = document.createElement('div');
  card.className = 'hovercard spellingcard';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', text('card'));
  card.append(header, choices, footer);
  void spelling.suggest(found.word).then((words) => {
    const had = card.contains(document.activeElement);
    if (view.state.readOnly) choices.textContent = words.join('、');
    else if (words.length === 0) choices.textContent = text('none');
    else {
      choices.replaceChildren(
        ...words.map((word) => button('btn small', word, () => replace(view, found, word))),
      );
      if (takeFocus && had) choices.querySelector('button')?.focus();
    }
  });
  return card;
}

/** Opens the card of the misspelling at an offset at once; `undefined` where there is none. */
export function openSpellingCard(state: EditorState, offset: number): TransactionSpec | undefined {
  if (!misspellingAt(state, offset)) return undefined;
  return { effects: [closeHoverTooltips, showSpellingCard.of(offset)] };
}

/** The card of a misspelling: likely words, and ways to let it pass; by pointer after a moment, or by key. */
export function spellingCard(spelling: Spelling, locale: Locale): Extension {
  const tooltipFor = (state: EditorState, offset: number, byKey: boolean): Tooltip | null => {
    const found = misspellingAt(state, offset);
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      above: false,
      create(view) {
        const dom = document.createElement('div');
        dom.className = 'cm-finding-card';
        dom.append(createCard(view, found, spelling, locale, byKey));
        dom.addEventListener('keydown', (event) => {
          if (event.isComposing || event.key !== 'Escape') return;
          event.preventDefault();
          close(view);
        });
        return { dom, mount: () => byKey && dom.querySelector('button')?.focus() };
      },
    };
  };
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, transaction) {
      for (const effect of transaction.effects) {
        if (!effect.is(showSpellingCard)) continue;
        return effect.value === undefined
          ? null
          : tooltipFor(transaction.state, effect.value, true);
      }
      return transaction.docChanged || transaction.selection ? null : tooltip;
    },
    provide: (own) => showTooltip.from(own),
  });
  return [
    field,
    hoverTooltip(
      (view, offset) => {
        if (view.composing || view.state.field(field) !== null) return null;
        return tooltipFor(view.state, offset, false);
      },
      { hoverTime: HOVER_DELAY_MS, hideOnChange: true },
    ),
    keymap.of([
      {
        key: 'Escape',
        run(view) {
          if (view.state.field(field) === null) return false;
          view.dispatch({ effects: showSpellingCard.of(undefined) });
          return true;
        },
      },
    ]),
  ];
}
