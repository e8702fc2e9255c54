import { type HTMLAttributes, type KeyboardEvent, useRef, useState } from 'react';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { Chip } from '../../ui/Chip.tsx';
import { isComposing } from '../../ui/composing.ts';

interface ChipItemProps {
  readonly word: string;
  /** What the chip shows; the word itself unless the schema names it otherwise. */
  readonly label: string;
  readonly bad: boolean;
  /** Why it is bad, for the pointer; absent where a message below says it. */
  readonly reason?: string | undefined;
  readonly editable: boolean;
  readonly editing: boolean;
  readonly drag: HTMLAttributes<HTMLLIElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onEdit: () => void;
  /** Called with the new word, or `undefined` to leave it; `byKey` says that the focus stays with the chip. */
  readonly onDone: (next: string | undefined, byKey: boolean) => void;
  readonly onRemove: () => void;
}

/** One word of a list, which Enter or a double click turns into an input. */
export function ChipItem(props: ChipItemProps) {
  const { word, label, bad, reason, editable, editing, drag, onKeyDown, onEdit, onRemove } = props;
  const text = useText(formMessages);
  if (editing) {
    return (
      <li className="editing">
        <ChipEditor word={word} onDone={props.onDone} />
      </li>
    );
  }
  return (
    <li
      tabIndex={-1}
      aria-label={reason === undefined ? label : `${label} (${reason})`}
      data-tip={reason}
      onKeyDown={onKeyDown}
      onDoubleClick={editable ? onEdit : undefined}
      {...drag}
    >
      <Chip
        label={label}
        bad={bad}
        {...(editable && { removeLabel: text('remove', { value: label }), onRemove })}
      />
    </li>
  );
}

function ChipEditor({ word, onDone }: Pick<ChipItemProps, 'word' | 'onDone'>) {
  const text = useText(formChoiceMessages);
  const [typed, setTyped] = useState(word);
  const composing = useRef(false);
  const left = useRef(false);
  const done = (next: string | undefined, byKey: boolean): void => {
    // Taking the input away may blur it once more.
    if (left.current) return;
    left.current = true;
    onDone(next, byKey);
  };
  return (
    <input
      className="chipedit"
      autoFocus
      autoComplete="off"
      spellCheck={false}
      // Two cells a character, as Japanese takes them.
      size={Math.max(6, typed.length * 2)}
      aria-label={text('editChip', { value: word })}
      value={typed}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (isComposing(event) || composing.current) return;
        if (event.key === 'Enter') done(event.currentTarget.value.trim(), true);
        else if (event.key === 'Escape') done(undefined, true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={(event) => done(event.currentTarget.value.trim(), false)}
    />
  );
}
