import { useState } from 'react';
import { valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DateInputs } from './DateInputs.tsx';
import { isDateText, readDateTime } from './date-text.ts';
import { Field } from './Field.tsx';
import { describedByAll } from './field-hints.ts';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

/** A date, or a date with a time, in the system's own controls; any other text stays a text, just as it is written. */
export function DateField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change, focusAfter } = useForm();
  // A text that becomes a date while it is typed stays in its control until that is left.
  const [typing, setTyping] = useState(false);
  const stored = valueAt(parsed.data, pointer);
  const value = typeof stored === 'string' ? stored : '';
  const withTime = field.format !== 'date';
  const isRead = value === '' || (withTime ? readDateTime(value) !== undefined : isDateText(value));
  const asText = !isRead || typing;
  const set = (next: string): void => {
    if (next === '') change({ kind: 'unset', pointer });
    else change({ kind: 'set', pointer, value: next });
  };
  const draft = useDraft(value, (next) => {
    set(next);
    return next;
  });
  return (
    <Field
      field={field}
      pointer={pointer}
      columns={columns}
      single={asText || !withTime}
      right={
        editable &&
        !field.required &&
        value !== '' && (
          <LinkButton
            onPress={() => {
              set('');
              focusAfter(pointer);
            }}
          >
            {text('clearDate')}
          </LinkButton>
        )
      }
    >
      {({ id, labelId, invalid, 'aria-describedby': describedBy }) => {
        if (!asText) {
          return (
            <DateInputs
              id={id}
              labelId={labelId}
              value={value}
              withTime={withTime}
              invalid={invalid}
              required={field.required}
              describedBy={describedBy}
              readOnly={!editable}
              onChange={set}
            />
          );
        }
        return (
          <>
            <TextInput
              id={id}
              invalid={invalid || !isRead}
              readOnly={!editable}
              value={draft.text}
              onChange={draft.onChange}
              aria-required={field.required}
              aria-describedby={describedByAll(describedBy, !isRead && `${id}-text`)}
              {...draft.props}
              onFocus={() => setTyping(true)}
              onBlur={() => setTyping(false)}
            />
            {!isRead && (
              <div id={`${id}-text`} className="msg t-warning">
                <span className="grow">{text(withTime ? 'notADateTime' : 'notADate')}</span>
                <span className="muted">{text(withTime ? 'dateTimeExample' : 'dateExample')}</span>
              </div>
            )}
          </>
        );
      }}
    </Field>
  );
}
