import { useLayoutEffect, useRef, useState } from 'react';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Term } from './vocabulary-model.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly label: string;
  readonly terms: readonly Term[];
  /** Index of the one that the keys are on; -1 for none. */
  readonly active: number;
  readonly onPick: (id: string) => void;
}

/** Words under an input that complete what is typed; the input keeps the focus. */
export function Suggestions({ id, label, terms, active, onPick }: SuggestionsProps) {
  const text = useText(formMessages);
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(false);
  const count = terms.length;
  useLayoutEffect(() => {
    const field = list.current?.parentElement?.getBoundingClientRect();
    const frame = list.current?.closest('.formscroll')?.getBoundingClientRect();
    if (!field || !frame || !list.current) return;
    const height = list.current.offsetHeight;
    setAbove(field.bottom + height > frame.bottom && field.top - height >= frame.top);
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      ref={list}
      className={classNames('suggestions', above && 'above')}
      role="listbox"
      id={id}
      aria-label={label}
    >
      {terms.map((term, index) => (
        // Keys are handled by the input, which keeps the focus.
        <div
          key={term.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(term.id)}
        >
          <span className="grow clip">{term.id}</span>
          {term.label !== term.id && <span className="faint clip">{term.label}</span>}
          {term.uses > 0 && (
            <span className="faint nowrap">{text('usedBy', { count: term.uses })}</span>
          )}
        </div>
      ))}
    </div>
  );
}
