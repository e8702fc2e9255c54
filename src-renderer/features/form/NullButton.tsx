import { valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useForm } from './form-context.ts';

interface NullButtonProps {
  readonly field: FieldModel;
  readonly pointer: string;
}

/** Makes a value empty where the schema allows `null` beside it; nothing elsewhere. */
export function NullButton({ field, pointer }: NullButtonProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change, focusAfter } = useForm();
  // Among choices, `null` is one of them.
  const offered = field.nullable === true && !field.enum?.includes(null);
  if (!offered || !editable || valueAt(parsed.data, pointer) === null) return null;
  return (
    <div className="fieldacts">
      <LinkButton
        onPress={() => {
          change({ kind: 'set', pointer, value: null });
          focusAfter(pointer);
        }}
      >
        {text('makeNull')}
      </LinkButton>
    </div>
  );
}
