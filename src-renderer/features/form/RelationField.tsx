import { useRef, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { entryByKey } from '../../stores/workspace-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { RelationCard } from './RelationCard.tsx';
import { RelationPicker } from './RelationPicker.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';

/** One related guide as a card, or a button to choose one. */
export function RelationField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formChoiceMessages);
  const { parsed, editable, change, entries } = useForm();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const value = valueAt(parsed.data, pointer);
  const key = typeof value === 'string' ? value : '';
  const relation = field.relation?.field ?? 'slug';
  const missing = key !== '' && !entryByKey(entries, relation, key) ? key : undefined;
  const focusLater = useFocusAfter(() => frame.current?.querySelector('button')?.focus());
  const choose = (element: HTMLElement): void => {
    anchor.current = element;
    setOpen(true);
  };
  const set = (next: string): void => {
    focusLater(0);
    change({ kind: 'set', pointer, value: next });
  };
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {({ labelId }) => (
        <div ref={frame} className="rels one">
          {key !== '' && (
            <RelationCard
              value={key}
              relation={relation}
              changeable
              onReplace={choose}
              onTake={set}
              onRemove={() => {
                if (field.required) set('');
                else {
                  focusLater(0);
                  change({ kind: 'unset', pointer });
                }
              }}
            />
          )}
          {key === '' && (
            <button
              type="button"
              className="add"
              aria-haspopup="dialog"
              aria-expanded={open}
              aria-disabled={!editable || undefined}
              aria-describedby={labelId}
              onClick={(event) => {
                if (editable) choose(event.currentTarget);
              }}
            >
              <Icon name="plus" size={14} />
              {text('chooseOne')}
            </button>
          )}
          <RelationPicker
            anchor={anchor}
            open={open}
            onClose={() => setOpen(false)}
            relation={relation}
            list={[key]}
            missing={missing}
            onPick={set}
          />
        </div>
      )}
    </Field>
  );
}
