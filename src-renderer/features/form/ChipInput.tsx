import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { endsWord, splitWords } from './chips-model.ts';
import { Suggestions } from './Suggestions.tsx';
import { matchTerms, type Term } from './vocabulary-model.ts';

const mostSuggestions = 8;

interface ChipInputProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  /** Name for screen readers. */
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly list: readonly string[];
  readonly terms: readonly Term[];
  readonly typed: string;
  /** `composing` says that an input method is at work on it. */
  readonly onTyped: (typed: string, composing: boolean) => void;
  /** Adds words; what it does not take stays in the input. */
  readonly onAdd: (words: readonly string[]) => readonly string[];
  /** Goes back into the list. */
  readonly onBack: () => void;
}

/** The input behind the chips: completes from the vocabulary, and never acts on what is being composed. */
export function ChipInput({
  ref,
  label,
  describedBy,
  invalid,
  list,
  terms,
  typed,
  onTyped,
  onAdd,
  onBack,
}: ChipInputProps) {
  const text = useText(formMessages);
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(true);
  const composing = useRef(false);
  const listId = useId();
  const offered =
    closed || typed.trim() === ''
      ? []
      : matchTerms(terms, typed)
          .filter(({ id }) => !list.includes(id))
          .slice(0, mostSuggestions);

  const add = (words: readonly string[]): void => {
    setActive(-1);
    onTyped(onAdd(words).join('、'), false);
  };
  const take = (next: string): void => {
    setClosed(false);
    setActive(-1);
    if (!composing.current && endsWord(next)) add(splitWords(next));
    else onTyped(next, composing.current);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const atStart = selectionStart === 0 && selectionEnd === 0;
    if (event.key === 'Enter') {
      const chosen = offered[active];
      add(chosen ? [chosen.id] : splitWords(typed));
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && atStart) {
      if (list.length === 0) return;
      onBack();
    } else if (event.key === 'ArrowDown' && offered.length > 0) {
      setActive((active + 1) % offered.length);
    } else if (event.key === 'ArrowUp' && offered.length > 0) {
      setActive(active <= 0 ? offered.length - 1 : active - 1);
    } else if (event.key === 'Escape' && offered.length > 0) {
      setClosed(true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input
        ref={ref}
        className="type"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-expanded={offered.length > 0}
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={
          active >= 0 && offered.length > 0 ? `${listId}-${active}` : undefined
        }
        placeholder={text('add')}
        value={typed}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
        onCompositionStart={() => {
          composing.current = true;
          onTyped(typed, true);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          take(event.currentTarget.value);
        }}
        onPaste={(event) => {
          // An input drops line breaks, which part the words of a pasted list.
          const pasted = event.clipboardData.getData('text');
          if (!endsWord(pasted)) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          const before = typed.slice(0, selectionStart ?? typed.length);
          add(splitWords(before + pasted + typed.slice(selectionEnd ?? typed.length)));
        }}
        onBlur={() => {
          setClosed(true);
          if (!composing.current && typed.trim() !== '') add(splitWords(typed));
        }}
      />
      <Suggestions
        id={listId}
        label={text('suggestions')}
        terms={offered}
        active={active}
        onPick={(id) => add([id])}
      />
    </>
  );
}
