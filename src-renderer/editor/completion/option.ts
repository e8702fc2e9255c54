import type { Completion } from '@codemirror/autocomplete';
import { EditorSelection, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** What the popup shows of a kind of option, as the name of its picture. */
export type OptionKind =
  'guide' | 'heading' | 'image' | 'word' | 'value' | 'section' | 'snippet' | 'keycap';

/** One thing that can be inserted; the popup shows it as it is, in the order given. */
export interface Option {
  readonly kind: OptionKind;
  readonly label: string;
  /** Grey text after the label, such as the title. */
  readonly detail?: string;
  /** Grey text at the right end, such as the count. */
  readonly aside?: string;
  /** What takes the place of the token. */
  readonly insert: string;
  /** What is selected of the inserted text afterwards, counted from its start; its end where absent. */
  readonly select?: { readonly from: number; readonly to: number };
  /** What was matched, in UTF-16 offsets of the label: from, to, from, to… */
  readonly match?: readonly number[];
}

/** A completion of the popup with what its row shows beyond label and detail. */
export interface RowCompletion extends Completion {
  readonly aside?: string;
  readonly match?: readonly number[];
}

/** Replaces the token at the caret, and no other character, as one step that can be undone. */
function insertion(
  from: number,
  to: number,
  { insert, select }: Pick<Option, 'insert' | 'select'>,
): TransactionSpec {
  const end = from + insert.length;
  return {
    changes: { from, to, insert },
    selection: select
      ? EditorSelection.single(from + select.from, from + select.to)
      : EditorSelection.cursor(end),
    userEvent: 'input.complete',
    scrollIntoView: true,
  };
}

/** The popup's form of an option. */
export function toCompletion(option: Option): RowCompletion {
  return {
    label: option.label,
    type: option.kind,
    ...(option.detail === undefined ? {} : { detail: option.detail }),
    ...(option.aside === undefined ? {} : { aside: option.aside }),
    ...(option.match === undefined ? {} : { match: option.match }),
    apply(view: EditorView, _completion: Completion, from: number, to: number) {
      // A composition is not done with its text, and a text that can only be read has no say.
      if (view.compositionStarted || view.state.readOnly) return;
      view.dispatch(insertion(from, to, option));
    },
  };
}
