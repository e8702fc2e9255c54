import type { ComponentType } from 'react';
import { valueAt } from '#core/document/pointer';
import { formListMessages } from '#core/messages/form-lists';
import { formValueMessages } from '#core/messages/form-values';
import { localize } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { switchVariant } from '#core/schema/new-value';
import { useText } from '../../stores/use-text.ts';
import { useForm } from './form-context.ts';
import { GroupFields } from './GroupFields.tsx';
import { RawField } from './RawField.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useVariant } from './use-variant.ts';
import { VariantChoice } from './VariantChoice.tsx';

interface RowBodyProps {
  /** The list that the row is in. */
  readonly field: FieldModel;
  /** Pointer of this very row. */
  readonly pointer: string;
  readonly index: number;
  readonly view: ComponentType<WidgetProps>;
}

/** What an open row shows: the choice of its form where rows can have several, and its fields, or its JSON where they do not fit. */
export function RowBody({ field, pointer, index, view }: RowBodyProps) {
  const text = useText(formListMessages);
  const valueText = useText(formValueMessages);
  const { parsed, editable, change } = useForm();
  const value = valueAt(parsed.data, pointer);
  const variants = field.itemVariants ?? [];
  const { index: form, expect, props: use } = useVariant(value, variants);
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  const variant = form === undefined ? undefined : variants[form];
  const fields = variants.length === 0 ? field.children : variant?.field.children;

  const choose = (next: number): void => {
    const picked = variants[next];
    if (!picked) return;
    expect(next);
    change({ kind: 'set', pointer, value: switchVariant(value, picked) });
  };
  return (
    <div {...use}>
      {variants.length > 1 && (
        <div className="rowlead">
          <VariantChoice
            label={text('rowForm', { index: index + 1 })}
            variants={variants}
            index={form}
            editable={editable}
            onChoose={choose}
          />
          {!variant && <div className="msg muted">{valueText('variantNone')}</div>}
        </div>
      )}
      {isGroup && fields ? (
        <GroupFields key={form} fields={fields} pointer={pointer} view={view} />
      ) : (
        <div className="objbody">
          <RawField
            pointer={pointer}
            field={{
              name: String(index),
              pointer,
              widget: 'raw',
              required: true,
              label: localize(formListMessages, 'rowLabel', { index: index + 1 }),
            }}
          />
        </div>
      )}
    </div>
  );
}
