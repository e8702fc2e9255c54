import { rangeOf, valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { Field } from './Field.tsx';
import { describedByAll } from './field-hints.ts';
import { useForm } from './form-context.ts';
import { stepNumber, toNumberText } from './number-text.ts';
import type { WidgetProps } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

/** A number, spelled as the file or the author spells it; what is no number yet stays in the control. */
export function NumberField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change } = useForm();
  const range = rangeOf(parsed, pointer);
  const value = valueAt(parsed.data, pointer);
  // Without a syntax tree (TOML) there is only the value.
  const unwritten = typeof value === 'number' ? String(value) : '';
  const written = range ? parsed.text.slice(range.from, range.to) : unwritten;
  const draft = useDraft(written, (typed) => {
    if (typed.trim() === '') {
      change({ kind: 'unset', pointer });
      return '';
    }
    const json = toNumberText(typed);
    if (json !== undefined && json !== written) change({ kind: 'set-json', pointer, json });
    return json;
  });
  const isBad = draft.refused && !draft.composing;
  const present = toNumberText(draft.text);
  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <>
          <TextInput
            id={id}
            role="spinbutton"
            inputMode="decimal"
            invalid={invalid || isBad}
            readOnly={!editable}
            aria-required={field.required}
            aria-valuenow={present === undefined ? undefined : Number(present)}
            aria-valuetext={present === undefined ? undefined : draft.text}
            aria-valuemin={field.number?.min}
            aria-valuemax={field.number?.max}
            aria-describedby={describedByAll(
              describedBy,
              isBad && `${id}-bad`,
              editable && `${id}-keys`,
            )}
            placeholder={field.example}
            value={draft.text}
            onChange={draft.onChange}
            {...draft.props}
            onBlur={() => {
              // What was taken over is shown as it was written; what was not is still there to mend.
              if (!draft.refused) draft.drop();
            }}
            onKeyDown={(event) => {
              if (isComposing(event) || !editable || event.altKey) return;
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') {
                if (event.key === 'Escape' && draft.refused) draft.drop();
                return;
              }
              event.preventDefault();
              if (draft.text.trim() !== '' && present === undefined) return;
              const next = stepNumber(present ?? '0', event.key === 'ArrowUp' ? 1 : -1, field);
              draft.onChange(next);
            }}
          />
          <span id={`${id}-keys`} className="sr-only">
            {text('numberKeys')}
          </span>
          {isBad && (
            <div id={`${id}-bad`} className="msg t-error">
              {text('notANumber')}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
