import { codeFolding, foldedRanges, unfoldEffect } from '@codemirror/language';
import { EditorState, type Extension, type StateEffect, type Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import { editorContext } from '../editor-context.ts';
import { foldGutter } from './fold-gutter.ts';
import type { FoldRange } from './fold-range.ts';

/** The chip that stands for what is folded, with the number of hidden lines. */
function chip(view: EditorView, onOpen: (event: Event) => void, lines: number): HTMLElement {
  const { locale } = view.state.facet(editorContext);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'foldchip';
  // The caret's arrows reach the text; the chip is for the pointer, the command for keys.
  button.tabIndex = -1;
  button.setAttribute(
    'aria-label',
    translate(editorMessages, locale, 'foldChip', { count: lines }),
  );
  button.textContent = translate(editorMessages, locale, 'hiddenLines', { count: lines });
  button.addEventListener('click', (event) => {
    onOpen(event);
    view.focus();
  });
  return button;
}

/**
 * What is selected must be seen: a place inside a fold, by a search, a finding, undo or several carets,
 * opens it. A selection that goes over a whole fold leaves it.
 */
function openAtSelection({ newSelection, selection, startState, changes }: Transaction) {
  if (!selection) return null;
  const folds = foldedRanges(startState);
  if (folds.size === 0) return null;
  const effects: StateEffect<FoldRange>[] = [];
  const moved = folds.map(changes);
  for (const { anchor, head } of newSelection.ranges) {
    for (const place of anchor === head ? [head] : [anchor, head]) {
      moved.between(place, place, (from, to) => {
        if (from < place && place < to) effects.push(unfoldEffect.of({ from, to }));
      });
    }
  }
  return effects.length === 0 ? null : { effects };
}

/** Sections, list items, code and tables fold away under their first line. */
export function folding(): Extension {
  return [
    codeFolding({
      preparePlaceholder: ({ doc }, { from, to }) =>
        doc.lineAt(to).number - doc.lineAt(from).number,
      placeholderDOM: (view, onOpen, lines) => chip(view, onOpen, Number(lines)),
    }),
    EditorState.transactionExtender.of(openAtSelection),
    foldGutter(),
  ];
}
