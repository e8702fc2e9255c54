import type { ComponentType } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formListMessages } from '#core/messages/form-lists';
import { newValue } from '#core/schema/new-value';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { GroupFields } from './GroupFields.tsx';
import type { WidgetProps } from './TextField.tsx';

interface ObjectFieldProps extends WidgetProps {
  /** Shows the fields within; given, since they may be groups again. */
  readonly view: ComponentType<WidgetProps>;
}

/** A group of values with a field each; an absent one is offered, an optional one can be taken out. */
export function ObjectField({ field, pointer, columns, view }: ObjectFieldProps) {
  const text = useText(formListMessages);
  const localized = useLocalized();
  const { parsed, editable, change, focusAfter } = useForm();
  const isAbsent = valueAt(parsed.data, pointer) === undefined;
  const label = localized(field.label);
  const children = field.children ?? [];

  const add = (): void => {
    const value = newValue(field);
    change({ kind: 'set', pointer, value: value ?? {} });
    const [first] = children;
    focusAfter(first ? joinPointer(pointer, first.name) : pointer);
  };
  const remove = (): void => {
    change({ kind: 'unset', pointer });
    focusAfter(pointer);
  };
  const right = editable && !isAbsent && !field.required && (
    <IconButton
      icon="trash"
      size="small"
      label={text('removeGroup', { field: label })}
      onPress={remove}
    />
  );
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false} nested right={right}>
      {() =>
        isAbsent ? (
          <div className="emptylist">
            <span className="grow muted">{text('emptyGroup', { field: label })}</span>
            {editable && (
              <Button
                size="small"
                icon="plus"
                label={text('addGroup', { field: label })}
                onPress={add}
              >
                {text('add')}
              </Button>
            )}
          </div>
        ) : (
          <div className="objs">
            <GroupFields fields={children} pointer={pointer} view={view} />
          </div>
        )
      }
    </Field>
  );
}
