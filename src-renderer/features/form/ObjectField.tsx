import { type ComponentType, type KeyboardEvent, useId, useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { countBySeverity } from '#core/lint/diagnostic';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { findingsAt } from './form-model.ts';
import type { WidgetProps } from './TextField.tsx';
import { reorderTarget, useReorder } from './use-reorder.ts';

interface ObjectProps extends WidgetProps {
  /** Shows the fields within; given, since they may be objects again. */
  readonly view: ComponentType<WidgetProps>;
}

function Children({ field, pointer, view: View }: ObjectProps) {
  return (
    <div className="objbody">
      {(field.children ?? []).map((child) => (
        <View key={child.name} field={child} pointer={joinPointer(pointer, child.name)} />
      ))}
    </div>
  );
}

/** A group of values with a field each. */
export function ObjectField({ field, pointer, columns, view }: ObjectProps) {
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {() => (
        <div className="objs">
          <Children field={field} pointer={pointer} view={view} />
        </div>
      )}
    </Field>
  );
}

/** What a row is called: the first text in it. */
function titleOf(row: unknown): string {
  const texts = Object.values(row ?? {}).filter((value) => typeof value === 'string');
  return texts.find((value) => value !== '') ?? '';
}

/** A list of groups, one row each; one is open at a time, and those with errors open by themselves. */
export function ObjectListField({ field, pointer, columns, view }: ObjectProps) {
  const text = useText(formMessages);
  const { parsed, editable, change, diagnostics } = useForm();
  const [opened, setOpened] = useState<number>();
  const bodyId = useId();
  const value = valueAt(parsed.data, pointer);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const findingsOf = (index: number) => findingsAt(diagnostics, joinPointer(pointer, index), true);
  const firstBad = rows.findIndex((_, index) => countBySeverity(findingsOf(index)).error > 0);
  const open = opened ?? firstBad;

  const move = (from: number, to: number): void => {
    change({ kind: 'move-item', pointer, from, to });
    if (open === from) setOpened(to);
  };
  const reorder = useReorder(editable, move);
  const onRowKey = (event: KeyboardEvent, index: number): void => {
    const to = editable ? reorderTarget(event, index, rows.length) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    move(index, to);
  };
  const addRow = (): void => {
    const texts = (field.children ?? []).filter(({ widget }) =>
      ['text', 'long-text'].includes(widget),
    );
    const row = Object.fromEntries(texts.map(({ name }) => [name, '']));
    if (value === undefined) change({ kind: 'set', pointer, value: [row] });
    else change({ kind: 'insert-item', pointer, index: rows.length, value: row });
    setOpened(rows.length);
  };
  const act = (id: string, index: number): void => {
    if (id === 'up') move(index, index - 1);
    else if (id === 'down') move(index, index + 1);
    else {
      change({ kind: 'remove-item', pointer, index });
      setOpened(-1);
    }
  };

  const right = (
    <>
      <span className="counter num">{text('rows', { count: rows.length })}</span>
      {editable && (
        <Button size="small" variant="ghost" icon="plus" onPress={addRow}>
          {text('addRow')}
        </Button>
      )}
    </>
  );
  return (
    <Field field={field} pointer={pointer} columns={columns} single={false} right={right}>
      {() =>
        rows.length > 0 && (
          <ul className="objs">
            {rows.map((row, index) => (
              // Rows have no identity but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <div className="obj" {...reorder(index)}>
                  {editable && <Icon name="grip" size={14} className="faint grip" />}
                  <button
                    type="button"
                    className="objname"
                    aria-expanded={open === index}
                    aria-controls={open === index ? `${bodyId}-${index}` : undefined}
                    onClick={() => setOpened(open === index ? -1 : index)}
                    onKeyDown={(event) => onRowKey(event, index)}
                  >
                    <Icon name={open === index ? 'down' : 'right'} size={14} className="faint" />
                    <span className="clip">
                      {text('rowTitle', {
                        index: String(index + 1),
                        title: titleOf(row) || text('emptyRow'),
                      })}
                    </span>
                  </button>
                  <Counts counts={countBySeverity(findingsOf(index))} />
                  {editable && (
                    <MenuButton
                      label={text('rowActions', { index: index + 1 })}
                      size="small"
                      entries={[
                        { id: 'up', label: text('moveUp'), icon: 'up', disabled: index === 0 },
                        {
                          id: 'down',
                          label: text('moveDown'),
                          icon: 'down',
                          disabled: index === rows.length - 1,
                        },
                        'separator',
                        { id: 'remove', label: text('takeOut'), icon: 'trash', danger: true },
                      ]}
                      onAction={(id) => act(id, index)}
                    />
                  )}
                </div>
                {open === index && (
                  <div id={`${bodyId}-${index}`}>
                    <Children field={field} pointer={joinPointer(pointer, index)} view={view} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Field>
  );
}
