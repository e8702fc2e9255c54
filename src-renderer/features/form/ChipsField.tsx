import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Chip } from '../../ui/Chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { endsWord, splitWords, withWords } from './chips-model.ts';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { Suggestions } from './Suggestions.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { useReorder, reorderTarget } from './use-reorder.ts';
import { UsedWords } from './UsedWords.tsx';
import { matchTerms, termsFor } from './vocabulary-model.ts';

const mostSuggestions = 8;

/** A list of words as chips: Enter, 、 and comma add (never while composing), Backspace goes back into the list. */
export function ChipsField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const locale = useSettingsStore((state) => state.locale);
  const { parsed, editable, change, vocabulary, entries } = useForm();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(true);
  const composing = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const listId = useId();
  const value = valueAt(parsed.data, pointer);
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const terms = termsFor(field, vocabulary, entries, locale);
  const offered =
    closed || typed.trim() === ''
      ? []
      : matchTerms(terms, typed)
          .filter(({ id }) => !list.includes(id))
          .slice(0, mostSuggestions);

  const add = (words: readonly string[]): void => {
    setTyped('');
    setActive(-1);
    const next = withWords(list, words);
    if (next.length > list.length) change({ kind: 'set', pointer, value: next });
  };
  const focusChip = (index: number): void => {
    const item = chips.current?.children[index];
    if (index >= 0 && item instanceof HTMLElement && item.tabIndex === -1) item.focus();
    else input.current?.focus();
  };
  const focusLater = useFocusAfter(focusChip);
  const remove = (index: number): void => {
    focusLater(index > 0 ? index - 1 : -1);
    change({ kind: 'remove-item', pointer, index });
  };
  const move = (from: number, to: number): void => {
    focusLater(to);
    change({ kind: 'move-item', pointer, from, to });
  };
  const reorder = useReorder(editable, move);

  const onInputKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event) || !editable) return;
    const atStart = event.currentTarget.selectionStart === 0 && typed === '';
    if (event.key === 'Enter') {
      const chosen = offered[active];
      add(chosen ? [chosen.id] : splitWords(typed));
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && atStart) {
      focusChip(list.length - 1);
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

  const onChipKey = (event: KeyboardEvent, index: number): void => {
    if (isComposing(event)) return;
    const to = editable ? reorderTarget(event, index, list.length) : undefined;
    if (to !== undefined) move(index, to);
    else if (editable && ['Backspace', 'Delete'].includes(event.key)) remove(index);
    else if (event.key === 'ArrowLeft') focusChip(Math.max(0, index - 1));
    else if (event.key === 'ArrowRight') focusChip(index + 1 < list.length ? index + 1 : -1);
    else if (event.key === 'Escape') focusChip(-1);
    else return;
    event.preventDefault();
  };

  const onTyped = (next: string): void => {
    setClosed(false);
    setActive(-1);
    if (!composing.current && endsWord(next)) add(splitWords(next));
    else setTyped(next);
  };

  const { max } = field.items ?? {};
  const right =
    max === undefined ? (
      <UsedWords field={field} terms={terms} list={list} onAdd={(word) => add([word])} />
    ) : (
      <span className={classNames('counter num', list.length > max && 'error')}>
        {text('countOf', { count: list.length, max })}
      </span>
    );

  return (
    <Field field={field} pointer={pointer} columns={columns} single={false} deep right={right}>
      {({ labelId, invalid, findings, 'aria-describedby': describedBy }) => (
        // Only a pointer needs this: a press beside the chips goes to the input.
        <div
          className={classNames('input chips', invalid && 'error', !editable && 'disabled')}
          role="presentation"
          onClick={(event) => {
            if (event.target === event.currentTarget) input.current?.focus();
          }}
        >
          <ul ref={chips} aria-labelledby={labelId} aria-describedby={`${listId}-keys`}>
            {list.map((word, index) => (
              <li
                // Words are unique in a sound list; in another one the place tells them apart.
                key={list.indexOf(word) === index ? word : `${word} ${index}`}
                tabIndex={-1}
                aria-label={word}
                onKeyDown={(event) => onChipKey(event, index)}
                {...reorder(index)}
              >
                <Chip
                  label={word}
                  bad={findings.some(
                    ({ pointer: at, severity }) =>
                      at === joinPointer(pointer, index) && severity === 'error',
                  )}
                  {...(editable && {
                    removeLabel: text('remove', { value: word }),
                    onRemove: () => remove(index),
                  })}
                />
              </li>
            ))}
          </ul>
          {editable && (
            <input
              ref={input}
              className="type"
              autoComplete="off"
              spellCheck={false}
              role="combobox"
              aria-label={text('addTo', { field: localized(field.label) })}
              aria-describedby={describedBy}
              aria-expanded={offered.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
              placeholder={text('add')}
              value={typed}
              onChange={(event) => onTyped(event.target.value)}
              onKeyDown={onInputKey}
              onCompositionStart={() => {
                composing.current = true;
              }}
              onCompositionEnd={(event) => {
                composing.current = false;
                onTyped(event.currentTarget.value);
              }}
              onPaste={(event) => {
                // An input drops line breaks, which part the words of a pasted list.
                const pasted = event.clipboardData.getData('text');
                if (!endsWord(pasted)) return;
                event.preventDefault();
                add(splitWords(typed + pasted));
              }}
              onBlur={() => {
                setClosed(true);
                if (!composing.current && typed.trim() !== '') add(splitWords(typed));
              }}
            />
          )}
          <span id={`${listId}-keys`} className="sr-only">
            {text('chipKeys')}
          </span>
          <Suggestions
            id={listId}
            label={text('suggestions')}
            terms={offered}
            active={active}
            onPick={(id) => add([id])}
          />
        </div>
      )}
    </Field>
  );
}
