import { useRef, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icons.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { Picker, type PickerGroup } from './Picker.tsx';
import type { WidgetProps } from './TextField.tsx';
import { matchTerms, type Term, termsFor } from './vocabulary-model.ts';

/** One value out of a list: a category of the vocabulary, or the values that the schema allows. */
export function ChoiceField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const locale = useSettingsStore((state) => state.locale);
  const { parsed, editable, change, vocabulary, entries } = useForm();
  const [open, setOpen] = useState(false);
  const control = useRef<HTMLButtonElement>(null);
  const value = valueAt(parsed.data, pointer);
  const shown =
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const choices = field.enum;
  const terms: readonly Term[] = choices
    ? choices.map((one) => ({ id: String(one), label: String(one), uses: 0 }))
    : termsFor(field, vocabulary, entries, locale);
  const term = terms.find(({ id }) => id === shown);

  const groupsFor = (query: string): readonly PickerGroup[] => [
    {
      title: '',
      options: matchTerms(terms, query).map(({ id, label, uses }) => ({
        id,
        name: label,
        note: [label === id ? '' : id, uses > 0 ? text('usedBy', { count: uses }) : '']
          .filter((part) => part !== '')
          .join(' ・ '),
        selected: id === shown,
      })),
    },
  ];
  const pick = (id: string): void => {
    const chosen = choices?.find((one) => String(one) === id);
    change({ kind: 'set', pointer, value: chosen === undefined ? id : chosen });
  };

  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <>
          <button
            ref={control}
            id={id}
            type="button"
            className={classNames('input choice', invalid && 'error', !editable && 'disabled')}
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-disabled={!editable || undefined}
            aria-describedby={describedBy}
            onClick={() => {
              if (editable) setOpen(true);
            }}
          >
            <span className={classNames('clip choicelabel', shown === '' && 'faint')}>
              {term?.label ?? (shown === '' ? text('unset') : shown)}
            </span>
            {term && term.label !== term.id && (
              <span className="mono faint clip choicekey">{term.id}</span>
            )}
            {shown !== '' && !term && <span className="faint nowrap">{text('notInList')}</span>}
            <Icon name="down" size={14} className="faint" />
          </button>
          <Picker
            anchor={control}
            open={open}
            onClose={() => setOpen(false)}
            label={text('chooseFrom', { field: localized(field.label) })}
            placeholder={text('searchChoices')}
            groupsFor={groupsFor}
            onPick={pick}
            free={!choices}
          />
        </>
      )}
    </Field>
  );
}
