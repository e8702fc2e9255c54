import { type ComponentType, useRef } from 'react';
import { valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { switchVariant } from '#core/schema/new-value';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Field } from './Field.tsx';
import { FieldLeadContext } from './field-lead.ts';
import { useForm } from './form-context.ts';
import { RawField } from './RawField.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { useVariant } from './use-variant.ts';
import { VariantChoice } from './VariantChoice.tsx';

interface VariantFieldProps extends WidgetProps {
  /** Shows the value in the form that it has. */
  readonly view: ComponentType<WidgetProps>;
}

/** A value that can have several forms: the choice of its form, then the fields of that form. */
export function VariantField({ field, pointer, columns, view: View }: VariantFieldProps) {
  const text = useText(formValueMessages);
  const localized = useLocalized();
  const { parsed, editable, change } = useForm();
  const frame = useRef<HTMLDivElement>(null);
  // Another form is another field, and its choice another one: the focus goes over.
  const focusLater = useFocusAfter(() => {
    frame.current
      ?.querySelector<HTMLElement>('.variantlead :is(select, [aria-pressed="true"])')
      ?.focus();
  });
  const variants = field.variants ?? [];
  const value = valueAt(parsed.data, pointer);
  const { index, expect, props: use } = useVariant(value, variants);
  const variant = index === undefined ? undefined : variants[index];

  const choose = (chosen: number): void => {
    const next = variants[chosen];
    if (!next) return;
    expect(chosen);
    focusLater(chosen);
    change({ kind: 'set', pointer, value: switchVariant(value, next) });
  };
  const lead = (
    <div className="variantlead">
      <VariantChoice
        label={text('variantOf', { field: localized(field.label) })}
        variants={variants}
        index={index}
        editable={editable}
        onChoose={choose}
      />
      {value !== undefined && !variant && <div className="msg muted">{text('variantNone')}</div>}
    </div>
  );
  const shown = { pointer, columns };
  return (
    <FieldLeadContext.Provider value={{ pointer, content: lead }}>
      <div ref={frame} className="variantfield" {...use}>
        {variant ? (
          <View
            {...shown}
            key={index}
            field={{
              ...variant.field,
              label: field.label,
              required: field.required,
              ...(field.nullable && { nullable: true }),
            }}
          />
        ) : value === undefined ? (
          <Field {...shown} field={field} single={false}>
            {() => null}
          </Field>
        ) : (
          <RawField {...shown} field={field} />
        )}
      </div>
    </FieldLeadContext.Provider>
  );
}
