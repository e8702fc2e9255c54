import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { isWholeDate, readDateTime, writeDateTime, zoneOf } from './date-text.ts';
import { useDraft } from './use-draft.ts';

interface DateInputsProps {
  readonly id: string;
  readonly labelId: string;
  /** A date, or a date with its time; empty where there is none. */
  readonly value: string;
  readonly withTime: boolean;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly describedBy: string | undefined;
  /** Called with a whole date only; empty where all of it was cleared. */
  readonly onChange: (value: string) => void;
}

/** The system's own controls for a date and its time; the zone stays as it is written. */
export function DateInputs(props: DateInputsProps) {
  const { id, labelId, value, withTime, invalid, required, readOnly, describedBy, onChange } =
    props;
  const text = useText(formValueMessages);
  const parts = withTime ? readDateTime(value) : undefined;
  const { date, time, suffix } = parts ?? { date: withTime ? '' : value, time: '', suffix: '' };

  const write = (nextDate: string, nextTime: string): void => {
    if (!withTime || nextDate === '') {
      onChange(nextDate);
      return;
    }
    const separator = parts?.separator ?? 'T';
    const zone = parts ? suffix : zoneOf(nextDate);
    onChange(writeDateTime({ date: nextDate, separator, time: nextTime || '00:00', suffix: zone }));
  };
  // An empty control may be half typed, too: it is cleared only where the control says it is not.
  const isHalf = (part: string): boolean => {
    const control = document.getElementById(part);
    return control instanceof HTMLInputElement && control.validity.badInput;
  };
  const dateDraft = useDraft(date, (next) => {
    if (next === '' ? isHalf(id) || required : !isWholeDate(next)) return undefined;
    write(next, time);
    return next;
  });
  const timeDraft = useDraft(time, (next) => {
    if (next === '' || date === '') return undefined;
    write(date, next);
    return next.length === 5 ? `${next}:00` : next;
  });
  const shared = { invalid, readOnly, 'aria-describedby': describedBy };
  const dateInput = (
    <TextInput
      {...shared}
      id={id}
      type="date"
      max="9999-12-31"
      aria-required={required}
      {...(withTime && { 'aria-labelledby': `${labelId} ${id}-date` })}
      value={dateDraft.text}
      onChange={dateDraft.onChange}
      {...dateDraft.props}
      onBlur={dateDraft.drop}
    />
  );
  if (!withTime) return dateInput;
  return (
    <div className="datetime">
      <span id={`${id}-date`} className="sr-only">
        {text('date')}
      </span>
      <span id={`${id}-time`} className="sr-only">
        {text('time')}
      </span>
      {dateInput}
      <TextInput
        {...shared}
        id={`${id}-clock`}
        type="time"
        step={1}
        aria-labelledby={`${labelId} ${id}-time`}
        value={timeDraft.text}
        onChange={timeDraft.onChange}
        {...timeDraft.props}
        onBlur={timeDraft.drop}
      />
      {suffix !== '' && <span className="muted nowrap num">{text('zone', { zone: suffix })}</span>}
    </div>
  );
}
