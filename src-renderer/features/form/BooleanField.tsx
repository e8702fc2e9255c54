import { valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Field } from './Field.tsx';
import { describedByAll } from './field-hints.ts';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';

/** Yes or no, or neither as long as the guide says nothing. */
export function BooleanField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change, focusAfter } = useForm();
  const value = valueAt(parsed.data, pointer);
  const isSet = value !== undefined;
  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, labelId, invalid, 'aria-describedby': describedBy }) => (
        <div className="checkrow">
          {/* The words beside the box press it as well; its name stays that of the field. */}
          <label className="checktarget">
            <input
              id={id}
              ref={(box) => {
                if (box) box.indeterminate = !isSet;
              }}
              type="checkbox"
              checked={value === true}
              aria-labelledby={labelId}
              aria-disabled={!editable || undefined}
              aria-invalid={invalid || undefined}
              aria-describedby={describedByAll(describedBy, !isSet && `${id}-state`)}
              onChange={() => {
                if (editable) change({ kind: 'set', pointer, value: value !== true });
              }}
            />
            <span id={`${id}-state`} className={isSet ? '' : 'muted'}>
              {text(value === true ? 'yes' : isSet ? 'no' : 'unset')}
            </span>
          </label>
          {editable && isSet && !field.required && (
            <LinkButton
              onPress={() => {
                change({ kind: 'unset', pointer });
                focusAfter(pointer);
              }}
            >
              {text('backToUnset')}
            </LinkButton>
          )}
        </div>
      )}
    </Field>
  );
}
