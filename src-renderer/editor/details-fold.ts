import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { type Locale, translate } from '#core/messages/messages';
import { countBySeverity, type Counts } from '#core/lint/diagnostic';
import { editorContext } from './editor-context.ts';
import { findingsOf, setFindings } from './findings.ts';
import { headField } from './head-field.ts';
import { foldArrow, severityMark } from './icon-element.ts';

/** Folds or opens the guide details in the manuscript. */
export const foldDetails = StateEffect.define<boolean>();

// A property of the outermost object begins a line with two blanks and a quote; enough for a caption.
const PROPERTY_LINE = /^ {1,4}"(?:[^"\\]|\\.)*"\s*:/;

function countFields(state: EditorState): number {
  const { to } = state.field(headField);
  const last = state.doc.lineAt(to).number;
  let count = 0;
  let indent: number | undefined;
  for (let number = 2; number < last; number += 1) {
    const { text } = state.doc.line(number);
    if (!PROPERTY_LINE.test(text)) continue;
    const own = text.length - text.trimStart().length;
    indent ??= own;
    if (own === indent) count += 1;
  }
  return count;
}

class DetailsWidget extends WidgetType {
  readonly locale: Locale;
  readonly fields: number;
  readonly counts: Counts;

  constructor(locale: Locale, fields: number, counts: Counts) {
    super();
    this.locale = locale;
    this.fields = fields;
    this.counts = counts;
  }

  override eq(other: DetailsWidget): boolean {
    return (
      other.locale === this.locale &&
      other.fields === this.fields &&
      other.counts.error === this.counts.error &&
      other.counts.warning === this.counts.warning
    );
  }

  toDOM(view: EditorView): HTMLElement {
    const text = (
      key: Parameters<typeof translate<keyof typeof editorMessages.ja>>[2],
      count = 0,
    ) => translate(editorMessages, this.locale, key, { count });
    const chip = document.createElement('span');
    chip.className = 'infochip';
    const open = document.createElement('button');
    open.type = 'button';
    open.className = 'infochip-open';
    open.setAttribute('aria-label', text('unfoldDetails'));
    open.setAttribute('aria-expanded', 'false');
    const name = document.createElement('b');
    name.textContent = text('details');
    const fields = document.createElement('span');
    fields.textContent = text('detailFields', this.fields);
    open.append(foldArrow(true), name, fields);
    open.addEventListener('click', () => {
      view.dispatch({ effects: foldDetails.of(false) });
      view.focus();
    });
    chip.append(open);
    for (const severity of ['error', 'warning'] as const) {
      if (this.counts[severity] === 0) continue;
      const count = document.createElement('span');
      count.className = `count ${severity}`;
      count.append(severityMark(severity), String(this.counts[severity]));
      chip.append(count);
    }
    const form = document.createElement('button');
    form.type = 'button';
    form.className = 'btn ghost small';
    form.textContent = text('editInForm');
    form.addEventListener('click', () => view.state.facet(editorContext).onEditInForm());
    chip.append(form);
    return chip;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

interface DetailsFold {
  readonly folded: boolean;
  readonly decorations: DecorationSet;
}

function decorate(state: EditorState, folded: boolean): DetailsFold {
  const head = state.field(headField);
  if (!folded || !head.closed) return { folded, decorations: Decoration.none };
  const counts = countBySeverity(findingsOf(state).filter(({ from }) => from <= head.to));
  const widget = new DetailsWidget(state.facet(editorContext).locale, countFields(state), counts);
  return {
    folded,
    decorations: Decoration.set([Decoration.replace({ widget }).range(0, head.to)]),
  };
}

/** Whether the guide details are folded, and the chip that stands for them. */
export const detailsFoldField = StateField.define<DetailsFold>({
  create: (state) => decorate(state, true),
  update(value, transaction) {
    let { folded } = value;
    for (const effect of transaction.effects) if (effect.is(foldDetails)) folded = effect.value;
    const { state, startState } = transaction;
    const before = startState.field(headField);
    const head = state.field(headField);
    const headChanged = before !== head;
    // Details that the author closes just now must not vanish under the caret.
    if (!before.closed && head.closed) folded = false;
    const findingsChanged = transaction.effects.some((effect) => effect.is(setFindings));
    const localeChanged =
      startState.facet(editorContext).locale !== state.facet(editorContext).locale;
    // A caret put inside (by a finding, a search, undo) opens the details: it must not be invisible.
    const { main } = state.selection;
    if (folded && transaction.selection && main.head > 0 && main.head < head.to) folded = false;
    if (folded === value.folded && !headChanged && !findingsChanged && !localeChanged) return value;
    return decorate(state, folded);
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

/** Guide details shown as one chip until the author opens them. */
export function detailsFold(): Extension {
  return detailsFoldField;
}
