import { useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import type { FieldModel } from '#core/schema/field-model';
import { useForm } from './form-context.ts';
import { inferField, otherNames } from './infer-field.ts';

/** Fields for the names in a group that the schema does not know, in the order of the file; what is being typed keeps its control. */
export function useOtherFields(
  pointer: string,
  fields: readonly FieldModel[],
): readonly FieldModel[] {
  const { parsed } = useForm();
  const [known] = useState(() => new Map<string, FieldModel>());
  const value = valueAt(parsed.data, pointer);
  return otherNames(value, fields).map((name) => {
    const at = joinPointer(pointer, name);
    const field = inferField(name, valueAt(parsed.data, at), at, known.get(at));
    known.set(at, field);
    return field;
  });
}
