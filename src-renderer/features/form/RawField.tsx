import { useState } from 'react';
import { rangeOf } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A value as its JSON text, for what no widget covers; goes into the guide details when it is left and reads as JSON. */
export function RawField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const { parsed, editable, change } = useForm();
  const [typed, setTyped] = useState<string>();
  const range = rangeOf(parsed, pointer);
  const written = range ? parsed.text.slice(range.from, range.to) : '';
  const broken = typed !== undefined && typed.trim() !== '' && !parseJson(typed);

  const commit = (): void => {
    const json = typed === undefined ? undefined : parseJson(typed);
    if (json && typed !== written) change({ kind: 'set', pointer, value: json.value });
    if (json || typed?.trim() === '') setTyped(undefined);
  };

  return (
    <Field field={field} pointer={pointer} columns={columns} single deep>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <div className="rawjson">
          <TextArea
            id={id}
            rows={2}
            lang="en"
            invalid={invalid || broken}
            readOnly={!editable}
            aria-describedby={describedBy}
            aria-description={text('jsonText')}
            value={typed ?? written}
            onChange={setTyped}
            onBlur={commit}
            onKeyDown={(event) => {
              if (isComposing(event)) return;
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
              else if (event.key === 'Escape') setTyped(undefined);
            }}
          />
          {broken && <div className="msg t-error">{text('jsonBroken')}</div>}
        </div>
      )}
    </Field>
  );
}
