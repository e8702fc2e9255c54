import { type KeyboardEvent, useRef, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { Icon } from '../../ui/icons.tsx';
import { type Choice, choicesOf, matchChoices } from './choices-model.ts';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { Picker } from './Picker.tsx';
import { cap } from './picker-model.ts';
import type { WidgetProps } from './TextField.tsx';
import { useTerms } from './use-terms.ts';

/** One value out of a list: a category of the vocabulary, or the values that the schema allows. */
export function ChoiceField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const localized = useLocalized();
  const { parsed, editable, change } = useForm();
  const terms = useTerms(field);
  const [open, setOpen] = useState(false);
  const control = useRef<HTMLButtonElement>(null);
  const value = valueAt(parsed.data, pointer);
  const names = {
    null: choiceText('nullChoice'),
    true: text('yes'),
    false: text('no'),
    empty: choiceText('emptyText'),
  };
  const choices = choicesOf(field, terms, names, localized);
  const chosen = choices.find((choice) => choice.value === value);
  // A choice may be the empty text; elsewhere that is no choice yet.
  const unset = value === undefined || (value === '' && !chosen);
  const shown = unset
    ? text('unset')
    : (chosen?.label ?? (typeof value === 'string' ? value : JSON.stringify(value)));
  const clearable = editable && !field.required && value !== undefined;

  const noteOf = ({ label, code, uses }: Choice): string =>
    [label === code ? '' : code, uses > 0 ? text('usedBy', { count: uses }) : '']
      .filter((part) => part !== '')
      .join(' ・ ');
  const clear = (): void => {
    setOpen(false);
    change({ kind: 'unset', pointer });
  };
  const pick = (id: string): void => {
    const choice = choices.find((one) => one.id === id);
    change({ kind: 'set', pointer, value: choice ? choice.value : id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || !editable) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true);
    else if (clearable && (event.key === 'Delete' || event.key === 'Backspace')) clear();
    else return;
    event.preventDefault();
  };

  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, labelId, invalid, 'aria-describedby': describedBy }) => (
        <>
          <button
            ref={control}
            id={id}
            type="button"
            className={classNames('input choice', invalid && 'error', !editable && 'disabled')}
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-disabled={!editable || undefined}
            // The label alone would hide what is chosen.
            aria-labelledby={`${labelId} ${id}-value`}
            aria-describedby={describedBy}
            onClick={() => {
              if (editable) setOpen(true);
            }}
            onKeyDown={onKeyDown}
          >
            <span id={`${id}-value`} className={classNames('clip choicelabel', unset && 'faint')}>
              {shown}
            </span>
            {chosen && chosen.label !== chosen.code && (
              <span className="mono faint clip choicekey">{chosen.code}</span>
            )}
            {!unset && !chosen && <span className="faint nowrap">{text('notInList')}</span>}
            <Icon name="down" size={14} className="faint" />
          </button>
          <Picker
            startAtChosen
            anchor={control}
            open={open}
            onClose={() => setOpen(false)}
            label={text('chooseFrom', { field: localized(field.label) })}
            placeholder={text('searchChoices')}
            groupsFor={(query) => [
              cap('', matchChoices(choices, query), (choice) => ({
                id: choice.id,
                name: choice.label,
                note: noteOf(choice) || undefined,
                selected: choice === chosen,
              })),
            ]}
            onPick={pick}
            free={!field.enum}
            extra={
              clearable && (
                <Button
                  size="small"
                  variant="ghost"
                  label={choiceText('clearField', { field: localized(field.label) })}
                  onPress={clear}
                >
                  {choiceText('clearChoice')}
                </Button>
              )
            }
          />
        </>
      )}
    </Field>
  );
}
