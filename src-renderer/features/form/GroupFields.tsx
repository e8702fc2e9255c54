import type { ComponentType } from 'react';
import { joinPointer } from '#core/document/pointer';
import type { FieldModel } from '#core/schema/field-model';
import type { WidgetProps } from './TextField.tsx';
import { useOtherFields } from './use-other-fields.ts';

interface GroupFieldsProps {
  readonly fields: readonly FieldModel[];
  /** Pointer of this very group. */
  readonly pointer: string;
  /** Shows a field; given, since it may be a group again. */
  readonly view: ComponentType<WidgetProps>;
}

/** The fields of one group: those of the schema, then whatever else the group holds. */
export function GroupFields({ fields, pointer, view: View }: GroupFieldsProps) {
  const others = useOtherFields(pointer, fields);
  return (
    <div className="objbody">
      {[...fields, ...others].map((field) => (
        <View key={field.name} field={field} pointer={joinPointer(pointer, field.name)} />
      ))}
    </div>
  );
}
