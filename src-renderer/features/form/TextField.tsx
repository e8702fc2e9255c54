import { useState } from 'react';
import { valueAt } from '#core/document/pointer';
import { counterText } from '#core/messages/counter';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth, offsetAtWidth } from '#core/text/display-width';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useLocalized } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WidthCounter } from '../../ui/WidthCounter.tsx';
import { Field } from './Field.tsx';
import { lengthText } from './field-hints.ts';
import { useForm } from './form-context.ts';
import { Overlong } from './Overlong.tsx';
import { useDraft } from './use-draft.ts';

/** What every widget takes: the field, and the pointer of this very value. */
export interface WidgetProps {
  readonly field: FieldModel;
  readonly pointer: string;
  readonly columns?: number | undefined;
}

/** UTF-16 offset from which a text is longer than its field allows; its length where it is not. */
function overlongFrom(text: string, { width, length }: FieldModel): number {
  const byWidth = width?.max === undefined ? text.length : offsetAtWidth(text, width.max);
  const byLength =
    length?.max === undefined ? text.length : [...text].slice(0, length.max).join('').length;
  return Math.min(byWidth, byLength);
}

/** Counters of a text: its width where that is bounded, its characters where those are. */
function Counters({
  field,
  text,
  composing,
}: {
  readonly field: FieldModel;
  readonly text: string;
  readonly composing: boolean;
}) {
  const localized = useLocalized();
  const locale = useSettingsStore((state) => state.locale);
  const { min, max } = field.width ?? {};
  const width = displayWidth(text);
  // Counted during composition, judged after it.
  const judged = composing ? Math.min(Math.max(width, min ?? 0), max ?? width) : width;
  const count = [...text].length;
  const over = !composing && count > (field.length?.max ?? count);
  return (
    <>
      {field.length?.max !== undefined && (
        <span className={classNames('counter num', over && 'error')}>
          {lengthText(count, field, locale)}
        </span>
      )}
      {field.width && (
        <WidthCounter
          value={judged}
          min={min}
          max={max}
          text={localized(counterText(width, { min, max }))}
        />
      )}
    </>
  );
}

/** A text of one line, or of several, with its width and length counted while it is typed. */
export function TextField({ field, pointer, columns }: WidgetProps) {
  const { parsed, editable, change } = useForm();
  const stored = valueAt(parsed.data, pointer);
  const value = typeof stored === 'string' ? stored : '';
  const draft = useDraft(value, (next) => {
    change({ kind: 'set', pointer, value: next });
    return next;
  });
  // A control of one line would swallow line ends; one that had some stays as it is while it is used.
  const [hadBreaks, setHadBreaks] = useState(false);
  if (!hadBreaks && value.includes('\n')) setHadBreaks(true);
  const several = field.widget === 'long-text' || hadBreaks;
  const cut = draft.composing ? draft.text.length : overlongFrom(draft.text, field);
  const counted = field.width !== undefined || field.length?.max !== undefined;
  return (
    <Field
      field={field}
      pointer={pointer}
      columns={columns}
      single
      right={counted && <Counters field={field} text={draft.text} composing={draft.composing} />}
    >
      {({ id, invalid, 'aria-describedby': describedBy }) => {
        const shared = {
          id,
          invalid,
          value: draft.text,
          onChange: draft.onChange,
          readOnly: !editable,
          placeholder: field.example,
          'aria-required': field.required,
          'aria-describedby': describedBy,
          ...draft.props,
        };
        if (!several) {
          return (
            <Overlong text={draft.text} from={cut}>
              <TextInput {...shared} />
            </Overlong>
          );
        }
        return (
          <Overlong text={draft.text} from={cut} several>
            <TextArea
              {...shared}
              onKeyDown={(event) => {
                // A text that is counted is one paragraph: a line break in it shows nowhere.
                const breaks = event.key === 'Enter' && field.width !== undefined;
                if (breaks && !isComposing(event)) event.preventDefault();
              }}
            />
          </Overlong>
        );
      }}
    </Field>
  );
}
