import { type CompositionEvent, useRef, useState } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** A controlled text that leaves an input method alone. */
export interface Draft {
  /** What the control shows: the document's text, or what is being composed. */
  readonly text: string;
  readonly composing: boolean;
  readonly onChange: (text: string) => void;
  readonly props: {
    readonly onCompositionStart: (event: CompositionEvent<TextElement>) => void;
    readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void;
  };
}

/**
 * Shows a value of the document in a text control. While an input method composes, the control's
 * own text stands and nothing is sent or taken over; the end of the composition commits it.
 */
export function useDraft(value: string, commit: (text: string) => void): Draft {
  const composing = useRef(false);
  const [draft, setDraft] = useState<string>();
  return {
    text: draft ?? value,
    composing: draft !== undefined,
    onChange(text) {
      if (composing.current) setDraft(text);
      else if (text !== value) commit(text);
    },
    props: {
      onCompositionStart(event) {
        composing.current = true;
        setDraft(event.currentTarget.value);
      },
      onCompositionEnd(event) {
        composing.current = false;
        setDraft(undefined);
        const text = event.currentTarget.value;
        if (text !== value) commit(text);
      },
    },
  };
}
