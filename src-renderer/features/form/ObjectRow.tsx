import { type ComponentType, type HTMLAttributes, type KeyboardEvent, useId } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { countBySeverity } from '#core/lint/diagnostic';
import { formListMessages } from '#core/messages/form-lists';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Counts } from '../../ui/Counts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { useForm } from './form-context.ts';
import { findingsAt, isWithin } from './form-model.ts';
import { RowBody } from './RowBody.tsx';
import { rowTitle } from './row-title.ts';
import type { WidgetProps } from './TextField.tsx';

/** What can be done to a row of a list. */
export type RowAction = 'up' | 'down' | 'copy' | 'remove';

interface ObjectRowProps {
  readonly field: FieldModel;
  /** Pointer of the list. */
  readonly pointer: string;
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onAction: (action: RowAction) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Attributes that let the row be dragged. */
  readonly drag: HTMLAttributes<HTMLElement>;
  readonly keysId: string;
  readonly view: ComponentType<WidgetProps>;
}

/** A group of a list: one line with its title and findings, under which its fields open. */
export function ObjectRow(props: ObjectRowProps) {
  const { field, pointer, index, count, open, onToggle, onAction, onKeyDown, drag, view } = props;
  const text = useText(formListMessages);
  const { parsed, editable, diagnostics, here } = useForm();
  const bodyId = useId();
  const at = joinPointer(pointer, index);
  const counts = countBySeverity(findingsAt(diagnostics, at, true));
  const title = rowTitle(valueAt(parsed.data, at));
  // An open row leaves it to its fields to say where the caret of the manuscript is.
  const isHere = here !== undefined && (open ? here === at : isWithin(here, at));
  return (
    <li
      className={classNames('objrow', isHere && 'here')}
      data-pointer={at}
      aria-current={isHere ? 'location' : undefined}
    >
      <div className="obj" {...drag}>
        {editable && <Icon name="grip" size={14} className="faint grip" />}
        <button
          type="button"
          className="objname"
          aria-expanded={open}
          aria-controls={open ? bodyId : undefined}
          aria-describedby={editable ? props.keysId : undefined}
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <Icon name={open ? 'down' : 'right'} size={14} className="faint" />
          <span className="clip">
            {text('rowTitle', {
              index: String(index + 1),
              title: title === '' ? text('emptyRow') : title,
            })}
          </span>
          {counts.error > 0 && (
            <span className="sr-only">{text('rowErrors', { count: counts.error })}</span>
          )}
        </button>
        <Counts counts={counts} />
        {editable && (
          <MenuButton
            label={text('rowActions', { index: index + 1 })}
            size="small"
            entries={[
              {
                id: 'up',
                label: text('moveUp'),
                icon: 'up',
                keys: 'Alt+↑',
                disabled: index === 0,
              },
              {
                id: 'down',
                label: text('moveDown'),
                icon: 'down',
                keys: 'Alt+↓',
                disabled: index === count - 1,
              },
              { id: 'copy', label: text('copy'), icon: 'copy' },
              'separator',
              { id: 'remove', label: text('takeOut'), icon: 'trash', danger: true },
            ]}
            onAction={(id) => onAction(id as RowAction)}
          />
        )}
      </div>
      {open && (
        <div id={bodyId}>
          <RowBody field={field} pointer={at} index={index} view={view} />
        </div>
      )}
    </li>
  );
}
