import type { Ref } from 'react';
import { formListMessages } from '#core/messages/form-lists';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

interface AddItemProps {
  readonly field: FieldModel;
  /** `variant` is the form that was chosen, from 0. */
  readonly onAdd: (variant: number) => void;
  readonly ref?: Ref<HTMLSpanElement> | undefined;
}

/** Adds an item to a list of groups; where items can have several forms, asks for one first. */
export function AddItem({ field, onAdd, ref }: AddItemProps) {
  const text = useText(formListMessages);
  const localized = useLocalized();
  const label = text('addTo', { field: localized(field.label) });
  const forms = field.itemVariants ?? [];
  return (
    <span ref={ref}>
      {forms.length > 1 ? (
        <MenuButton
          label={`${label}: ${text('chooseForm')}`}
          icon="plus"
          size="small"
          entries={forms.map((form, index) => ({
            id: String(index),
            label: localized(form.label),
          }))}
          onAction={(id) => onAdd(Number(id))}
        >
          {text('add')}
        </MenuButton>
      ) : (
        <Button size="small" variant="ghost" icon="plus" label={label} onPress={() => onAdd(0)}>
          {text('add')}
        </Button>
      )}
    </span>
  );
}
