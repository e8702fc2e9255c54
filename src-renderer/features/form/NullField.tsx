import { formValueMessages } from '#core/messages/form-values';
import type { FieldModel } from '#core/schema/field-model';
import { newValue } from '#core/schema/new-value';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';

/** What the field starts with when it is to hold something. */
function firstValue(field: FieldModel): unknown {
  const { default: preset, nullable: _nullable, ...filled } = field;
  return preset === undefined || preset === null ? newValue(filled) : preset;
}

/** A value that says there is none, and the way to give one. */
export function NullField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { editable, change, focusAfter } = useForm();
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {() => (
        <div className="plainvalue" data-tip={text('nullNote')}>
          <span className="grow muted">{text('nullValue')}</span>
          {editable && (
            <LinkButton
              onPress={() => {
                change({ kind: 'set', pointer, value: firstValue(field) });
                focusAfter(pointer);
              }}
            >
              {text('giveValue')}
            </LinkButton>
          )}
        </div>
      )}
    </Field>
  );
}
