import { rangeOf, valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';

/** A value that the field definitions fix: shown as it is written, changed only into the fixed one. */
export function ConstField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change, focusAfter } = useForm();
  const value = valueAt(parsed.data, pointer);
  const range = rangeOf(parsed, pointer);
  const written = range ? parsed.text.slice(range.from, range.to) : JSON.stringify(value);
  const shown = typeof value === 'string' ? value : written;
  const wanted = String(field.const);
  const differs = value !== undefined && value !== field.const;
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {() => (
        <div className="plainvalue">
          <span data-tip={text('fixedNote')}>
            <Icon name="lock" size={14} className="faint" />
          </span>
          <span className="sr-only">{text('fixedNote')}</span>
          <span className={value === undefined ? 'grow muted' : 'grow'}>
            {value === undefined ? text('fixedAbsent') : shown}
          </span>
          {differs && <span className="muted">{text('fixedDiffers', { value: wanted })}</span>}
          {editable && (differs || value === undefined) && (
            <LinkButton
              onPress={() => {
                change({ kind: 'set', pointer, value: field.const });
                focusAfter(pointer);
              }}
            >
              {text('writeFixed', { value: wanted })}
            </LinkButton>
          )}
        </div>
      )}
    </Field>
  );
}
