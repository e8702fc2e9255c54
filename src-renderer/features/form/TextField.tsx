import { useState } from 'react';
import { formMessages } from '#core/messages/form';
import { counterText } from '#core/messages/counter';
import { valueAt } from '#core/document/pointer';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth, offsetAtWidth } from '#core/text/display-width';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WidthCounter } from '../../ui/WidthCounter.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { useDraft } from './use-draft.ts';

/** What every widget takes: the field, and the pointer of this very value. */
export interface WidgetProps {
  readonly field: FieldModel;
  readonly pointer: string;
  readonly columns?: number | undefined;
}

// Full-width digits are what a Japanese input method gives.
function toNumber(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A text of one line, or of several, with its width counted while it is typed. */
export function TextField({ field, pointer, columns }: WidgetProps) {
  const { parsed, editable, change } = useForm();
  const localized = useLocalized();
  const value = valueAt(parsed.data, pointer);
  const draft = useDraft(typeof value === 'string' ? value : '', (next) => {
    change({ kind: 'set', pointer, value: next });
  });
  const { min, max } = field.width ?? {};
  const width = displayWidth(draft.text);
  // Counted during composition, judged after it.
  const judged = draft.composing ? Math.min(Math.max(width, min ?? 0), max ?? width) : width;
  const counter = field.width && (
    <WidthCounter
      value={judged}
      min={min}
      max={max}
      text={localized(counterText(width, { min, max }))}
    />
  );
  const cut = max === undefined ? draft.text.length : offsetAtWidth(draft.text, max);
  const over = !draft.composing && cut < draft.text.length;
  return (
    <Field field={field} pointer={pointer} columns={columns} single right={counter}>
      {({ id, invalid, 'aria-describedby': describedBy }) => {
        const shared = {
          id,
          invalid,
          value: draft.text,
          onChange: draft.onChange,
          readOnly: !editable,
          'aria-required': field.required,
          'aria-describedby': describedBy,
          ...draft.props,
        };
        if (field.widget !== 'long-text') return <TextInput {...shared} />;
        return (
          <div className={editable ? 'longtext' : 'longtext readonly'}>
            {over && (
              <div className="overlong" aria-hidden="true">
                {draft.text.slice(0, cut)}
                <mark>{draft.text.slice(cut)}</mark>
              </div>
            )}
            <TextArea
              {...shared}
              onKeyDown={(event) => {
                // A text that is counted is one paragraph: a line break in it shows nowhere.
                const breaks = event.key === 'Enter' && field.width !== undefined;
                if (breaks && !isComposing(event)) event.preventDefault();
              }}
            />
          </div>
        );
      }}
    </Field>
  );
}

/** A number; what is no number yet stays in the control until it is, or until it is left. */
export function NumberField({ field, pointer, columns }: WidgetProps) {
  const { parsed, editable, change } = useForm();
  const text = useText(formMessages);
  const [typed, setTyped] = useState<string>();
  const value = valueAt(parsed.data, pointer);
  const stored = typeof value === 'number' ? String(value) : '';
  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <TextInput
          id={id}
          inputMode="decimal"
          invalid={invalid || (typed !== undefined && toNumber(typed) === undefined)}
          readOnly={!editable}
          aria-describedby={describedBy}
          placeholder={text('unset')}
          value={typed ?? stored}
          onBlur={() => setTyped(undefined)}
          onChange={(next) => {
            setTyped(next);
            const number = toNumber(next);
            if (number !== undefined) change({ kind: 'set', pointer, value: number });
            else if (next === '' && stored !== '') change({ kind: 'unset', pointer });
          }}
        />
      )}
    </Field>
  );
}

/** Yes or no; absent until it is first ticked. */
export function BooleanField({ field, pointer, columns }: WidgetProps) {
  const { parsed, editable, change } = useForm();
  const text = useText(formMessages);
  const value = valueAt(parsed.data, pointer) === true;
  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, 'aria-describedby': describedBy }) => (
        <span className="checkrow">
          <input
            id={id}
            type="checkbox"
            checked={value}
            aria-disabled={!editable || undefined}
            aria-describedby={describedBy}
            onChange={() => {
              if (editable) change({ kind: 'set', pointer, value: !value });
            }}
          />
          <span aria-hidden="true">{text(value ? 'yes' : 'no')}</span>
        </span>
      )}
    </Field>
  );
}
