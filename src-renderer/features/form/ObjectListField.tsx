import { type ComponentType, type KeyboardEvent, useId, useRef } from 'react';
import { formListMessages } from '#core/messages/form-lists';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { AddItem } from './AddItem.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { ObjectRow, type RowAction } from './ObjectRow.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useObjectRows } from './use-object-rows.ts';
import { reorderTarget, useReorder } from './use-reorder.ts';

interface ObjectListFieldProps extends WidgetProps {
  /** Shows the fields within a row; given, since they may be lists again. */
  readonly view: ComponentType<WidgetProps>;
}

/** How many rows a list has, beside how many it may have. */
function Count({ field, count }: { readonly field: FieldModel; readonly count: number }) {
  const text = useText(formListMessages);
  const { min, max } = field.items ?? {};
  const least = min === undefined || min === 0 ? undefined : min;
  const key =
    least === undefined
      ? max === undefined
        ? 'count'
        : 'countMax'
      : max === undefined
        ? 'countMin'
        : 'countRange';
  return (
    <span className={classNames('counter num', count > (max ?? count) && 'error')}>
      {text(key, { count, min: least ?? 0, max: max ?? 0 })}
    </span>
  );
}

/** A list of groups, one row each; one is open at a time, and those with errors open by themselves. */
export function ObjectListField({ field, pointer, columns, view }: ObjectListFieldProps) {
  const text = useText(formListMessages);
  const localized = useLocalized();
  const { editable } = useForm();
  const list = useRef<HTMLUListElement>(null);
  const addPlace = useRef<HTMLSpanElement>(null);
  const keysId = useId();
  const focusRow = (index: number): void => {
    const row = list.current?.children[index];
    const name = row?.querySelector<HTMLElement>('.objname');
    (name ?? addPlace.current?.querySelector('button'))?.focus();
  };
  const { rows, keys, open, ...act } = useObjectRows(field, pointer, focusRow);
  const drag = useReorder(editable, act.move);

  const onRowKey = (event: KeyboardEvent, index: number): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = editable ? reorderTarget(event, index, rows.length) : undefined;
    if (to !== undefined) act.move(index, to);
    else if (event.altKey) return;
    else if (event.key === 'ArrowDown' && index < rows.length - 1) focusRow(index + 1);
    else if (event.key === 'ArrowUp' && index > 0) focusRow(index - 1);
    else if (event.key === 'ArrowRight') act.toggle(index, true);
    else if (event.key === 'ArrowLeft' && open === index) act.toggle(index, false);
    else return;
    event.preventDefault();
  };
  const onAction = (action: RowAction, index: number): void => {
    switch (action) {
      case 'up':
        act.move(index, index - 1);
        break;
      case 'down':
        act.move(index, index + 1);
        break;
      case 'copy':
        act.copy(index);
        break;
      case 'remove':
        act.remove(index);
        break;
    }
  };

  const adding = <AddItem ref={addPlace} field={field} onAdd={act.add} />;
  const right = (
    <>
      <Count field={field} count={rows.length} />
      {editable && rows.length > 0 && adding}
    </>
  );
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false} nested right={right}>
      {({ labelId }) => (
        <>
          {rows.length === 0 && (
            <div className="emptylist">
              <span className="grow muted">
                {text(editable ? 'emptyList' : 'emptyListShown', { field: localized(field.label) })}
              </span>
              {editable && adding}
            </div>
          )}
          {rows.length > 0 && (
            <ul ref={list} className="objs" aria-labelledby={labelId}>
              {rows.map((_, index) => (
                <ObjectRow
                  key={keys[index]}
                  field={field}
                  pointer={pointer}
                  index={index}
                  count={rows.length}
                  open={open === index}
                  keysId={keysId}
                  view={view}
                  drag={drag(index)}
                  onToggle={() => act.toggle(index)}
                  onAction={(action) => onAction(action, index)}
                  onKeyDown={(event) => onRowKey(event, index)}
                />
              ))}
            </ul>
          )}
          <span id={keysId} className="sr-only">
            {text('rowKeys')}
          </span>
        </>
      )}
    </Field>
  );
}
