import { valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { classify } from '#core/text/classify-url';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import type { WidgetProps } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

/** Why an address cannot be opened in the browser; `undefined` where it can. */
function obstacle(url: string): 'openNothing' | 'openWithin' | 'openRefused' | undefined {
  if (url === '') return 'openNothing';
  switch (classify(url)) {
    case 'external':
    case 'mail':
      return undefined;
    case 'site':
    case 'guide-link':
    case 'anchor':
      return 'openWithin';
    case 'refused':
      return 'openRefused';
  }
}

/** An address, with the way to look at what it leads to. */
export function UrlField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const { parsed, editable, change, onOpenExternal } = useForm();
  const stored = valueAt(parsed.data, pointer);
  const value = typeof stored === 'string' ? stored : '';
  const draft = useDraft(value, (next) => {
    if (next === '' && !field.required) change({ kind: 'unset', pointer });
    else change({ kind: 'set', pointer, value: next });
    return next;
  });
  const reason = obstacle(value);
  return (
    <Field field={field} pointer={pointer} columns={columns} single>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <div className="urlrow">
          <TextInput
            id={id}
            inputMode="url"
            invalid={invalid}
            readOnly={!editable}
            placeholder={field.example}
            aria-required={field.required}
            aria-describedby={describedBy}
            value={draft.text}
            onChange={draft.onChange}
            {...draft.props}
          />
          <Button
            size="big"
            icon="external"
            tip={text('openUrl', { url: value })}
            {...(reason && { disabledReason: text(reason) })}
            onPress={() => onOpenExternal(value)}
          >
            {text('open')}
          </Button>
        </div>
      )}
    </Field>
  );
}
