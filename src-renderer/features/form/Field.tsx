import { type ReactNode, useId, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import type { Diagnostic } from '#core/lint/diagnostic';
import { formMessages } from '#core/messages/form';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icons.tsx';
import { ChangePill } from './ChangePill.tsx';
import { FieldMessages } from './FieldMessages.tsx';
import { useForm } from './form-context.ts';
import { changeOf, findingsAt } from './form-model.ts';

/** What a widget gets to tie itself to its label and messages. */
export interface ControlIds {
  readonly id: string;
  readonly labelId: string;
  readonly 'aria-describedby': string | undefined;
  /** A finding of this field is an error. */
  readonly invalid: boolean;
  readonly findings: readonly Diagnostic[];
}

interface FieldProps {
  readonly field: FieldModel;
  readonly pointer: string;
  /** Columns of 12; within an object the parent's grid decides. */
  readonly columns?: number | undefined;
  /** The control is one input that the label can point at, else a group that it names. */
  readonly single: boolean;
  /** Findings at what the value holds are this field's too. */
  readonly deep?: boolean | undefined;
  readonly right?: ReactNode;
  readonly children: (ids: ControlIds) => ReactNode;
}

const emptyCodes: ReadonlySet<string> = new Set([
  'schema-required',
  'schema-minLength',
  'schema-minItems',
]);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The frame of a field: label, name in the file, change since saving, control, findings. */
export function Field({ field, pointer, columns, single, deep, right, children }: FieldProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const { parsed, saved, diagnostics, savedOnce } = useForm();
  const [left, setLeft] = useState(false);
  const id = useId();
  const label = localized(field.label);
  const change = saved.root && changeOf(saved, parsed, pointer);
  const empty = isEmpty(valueAt(parsed.data, pointer));
  // What is missing is told once the author has been here, or has saved without it.
  const quiet = empty && !left && !savedOnce;
  const findings = findingsAt(diagnostics, pointer, deep).filter(
    ({ code }) => !(quiet && emptyCodes.has(code)),
  );
  const messagesId = `${id}-messages`;
  const helpId = `${id}-help`;
  const ids: ControlIds = {
    id,
    labelId: `${id}-label`,
    'aria-describedby':
      [field.help && helpId, findings.length > 0 && messagesId].filter(Boolean).join(' ') ||
      undefined,
    invalid: findings.some(({ severity }) => severity === 'error'),
    findings,
  };
  return (
    <div
      className={classNames(
        'field',
        label === field.name && 'bare',
        columns !== undefined && `c${columns}`,
        change && 'changed',
      )}
      data-pointer={pointer}
      role={single ? undefined : 'group'}
      aria-labelledby={single ? undefined : ids.labelId}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true);
      }}
    >
      <div className="label">
        {single ? (
          <label htmlFor={id} id={ids.labelId}>
            {label}
          </label>
        ) : (
          <span id={ids.labelId}>{label}</span>
        )}
        {label !== field.name && <span className="key">{field.name}</span>}
        {field.help && (
          <button
            type="button"
            className="helpbtn"
            aria-label={text('help', { field: label })}
            aria-describedby={helpId}
            data-tip={localized(field.help)}
          >
            <Icon name="info" size={12} />
          </button>
        )}
        <span className="right">
          {change && <ChangePill pointer={pointer} label={label} change={change} />}
          {right}
        </span>
      </div>
      {field.help && (
        <span id={helpId} className="sr-only">
          {localized(field.help)}
        </span>
      )}
      {children(ids)}
      <FieldMessages id={messagesId} findings={findings} />
    </div>
  );
}
