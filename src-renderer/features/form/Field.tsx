import { type ReactNode, useContext, useId, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { FieldModel } from '#core/schema/field-model';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useLocalized } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { ChangePill } from './ChangePill.tsx';
import { changeOf } from './field-change.ts';
import { describedByAll, fieldHelp } from './field-hints.ts';
import { FieldLeadContext } from './field-lead.ts';
import { FieldMessages } from './FieldMessages.tsx';
import { useForm } from './form-context.ts';
import { findingsAt, isWithin } from './form-model.ts';
import { helpPlace, type HelpPlace } from './help-place.ts';
import { NullButton } from './NullButton.tsx';

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
  /** The value holds fields of their own, which show where the manuscript's caret is. */
  readonly nested?: boolean | undefined;
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

/** The frame of a field: label, name in the file, change since saving, control, findings, help while it is worked on. */
export function Field({
  field,
  pointer,
  columns,
  single,
  deep,
  nested = false,
  right,
  children,
}: FieldProps) {
  const localized = useLocalized();
  const locale = useSettingsStore((state) => state.locale);
  const { parsed, saved, diagnostics, savedOnce, here } = useForm();
  const lead = useContext(FieldLeadContext);
  const [left, setLeft] = useState(false);
  const [helpClosed, setHelpClosed] = useState(false);
  const [place, setPlace] = useState<HelpPlace>('start');
  const id = useId();
  const label = localized(field.label);
  const change = saved.root && changeOf(saved, parsed, pointer);
  const help = fieldHelp(field, locale);
  const empty = isEmpty(valueAt(parsed.data, pointer));
  // What is missing is told once the author has been here, or has saved without it.
  const quiet = empty && !left && !savedOnce;
  const findings = findingsAt(diagnostics, pointer, deep).filter(
    ({ code }) => !(quiet && emptyCodes.has(code)),
  );
  const isHere = here !== undefined && (nested ? here === pointer : isWithin(here, pointer));
  const [labelId, messagesId, helpId, changeId] = ['label', 'messages', 'help', 'change'].map(
    (part) => `${id}-${part}`,
  ) as [string, string, string, string];
  const ids: ControlIds = {
    id,
    labelId,
    'aria-describedby': describedByAll(
      help !== '' && helpId,
      change && changeId,
      findings.length > 0 && messagesId,
    ),
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
        isHere && 'here',
        helpClosed && 'helpclosed',
      )}
      data-pointer={pointer}
      aria-current={isHere ? 'location' : undefined}
      role={single ? undefined : 'group'}
      aria-labelledby={single ? undefined : labelId}
      aria-describedby={single ? undefined : ids['aria-describedby']}
      onFocus={(event) => setPlace(helpPlace(event.currentTarget))}
      onKeyDown={(event) => {
        // The help lies over what comes next; Esc takes it away, and does whatever else it does.
        if (event.key === 'Escape' && !isComposing(event)) setHelpClosed(true);
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setLeft(true);
        setHelpClosed(false);
      }}
    >
      <div className="label">
        {single ? (
          <label htmlFor={id} id={labelId} className="name" data-tip={help || undefined}>
            {label}
          </label>
        ) : (
          <span id={labelId} className="name" data-tip={help || undefined}>
            {label}
          </span>
        )}
        {label !== field.name && <span className="key">{field.name}</span>}
        <span className="right">
          {change && <ChangePill id={changeId} pointer={pointer} label={label} change={change} />}
          {right}
        </span>
      </div>
      {lead?.pointer === pointer && lead.content}
      {children(ids)}
      <NullButton field={field} pointer={pointer} />
      <FieldMessages id={messagesId} findings={findings} />
      {help !== '' && (
        <div id={helpId} className={`fieldhelp ${place}`}>
          {help}
        </div>
      )}
    </div>
  );
}
