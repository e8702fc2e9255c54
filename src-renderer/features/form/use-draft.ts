import {
  type CompositionEvent,
  type RefCallback,
  type SyntheticEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { smallestEdit } from '#core/document/edit-details';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** A controlled text that leaves an input method, and the caret, alone. */
export interface Draft {
  /** What the control shows: the document's text, or what is being composed or cannot be taken over. */
  readonly text: string;
  readonly composing: boolean;
  /** What was typed is not in the document, since it was not accepted. */
  readonly refused: boolean;
  readonly onChange: (text: string) => void;
  /** Shows the document's text again. */
  readonly drop: () => void;
  readonly props: {
    readonly ref: RefCallback<TextElement>;
    readonly onSelect: (event: SyntheticEvent<TextElement>) => void;
    readonly onCompositionStart: (event: CompositionEvent<TextElement>) => void;
    readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void;
  };
}

interface Typed {
  readonly text: string;
  /** The document's text beside which this one stands; another one takes its place. */
  readonly over: string;
  readonly state: 'composing' | 'refused' | 'taken';
}

/** Where a caret belongs in a text that has changed around it. */
function moveOffset(offset: number, before: string, after: string): number {
  const [edit] = smallestEdit(before, after);
  if (!edit || offset <= edit.from) return offset;
  if (offset >= edit.to) return offset + edit.insert.length - (edit.to - edit.from);
  return edit.from + edit.insert.length;
}

/**
 * Shows a value of the document in a text control. `commit` takes what is typed and says what the
 * document then holds, or `undefined` where it was not accepted: then it stays in the control until
 * the document changes there. While an input method composes, nothing is sent or taken over.
 */
export function useDraft(value: string, commit: (text: string) => string | undefined): Draft {
  const composing = useRef(false);
  const element = useRef<TextElement>(null);
  const caret = useRef({ text: '', start: 0, end: 0 });
  const [typed, setTyped] = useState<Typed>();
  const own = typed && (typed.state === 'composing' || typed.over === value) ? typed : undefined;
  const text = own?.text ?? value;

  const remember = (control: TextElement, shown: string): void => {
    const { selectionStart, selectionEnd } = control;
    // Dates and times have no caret of ours.
    if (selectionStart === null || selectionEnd === null) return;
    caret.current = { text: shown, start: selectionStart, end: selectionEnd };
  };
  useLayoutEffect(() => {
    const control = element.current;
    const { text: before, start, end } = caret.current;
    if (!control || control !== document.activeElement || before === text) return;
    if (control.selectionStart === null) return;
    // A change from elsewhere puts the caret at the end.
    control.setSelectionRange(moveOffset(start, before, text), moveOffset(end, before, text));
    remember(control, text);
  }, [text]);

  const send = (next: string): void => {
    const taken = next === value ? value : commit(next);
    if (taken === next) setTyped(undefined);
    else
      setTyped({
        text: next,
        over: taken ?? value,
        state: taken === undefined ? 'refused' : 'taken',
      });
  };
  return {
    text,
    composing: own?.state === 'composing',
    refused: own?.state === 'refused',
    onChange(next) {
      if (element.current) remember(element.current, next);
      if (composing.current) setTyped({ text: next, over: value, state: 'composing' });
      else send(next);
    },
    drop: () => setTyped(undefined),
    props: {
      ref(control) {
        element.current = control;
      },
      onSelect: ({ currentTarget }) => remember(currentTarget, currentTarget.value),
      onCompositionStart({ currentTarget }) {
        composing.current = true;
        setTyped({ text: currentTarget.value, over: value, state: 'composing' });
      },
      onCompositionEnd({ currentTarget }) {
        composing.current = false;
        send(currentTarget.value);
      },
    },
  };
}
