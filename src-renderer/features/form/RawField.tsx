import { jsonProblem } from '#core/document/json-problem';
import { rangeOf, valueAt } from '#core/document/pointer';
import { formValueMessages } from '#core/messages/form-values';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Field } from './Field.tsx';
import { describedByAll } from './field-hints.ts';
import { useForm } from './form-context.ts';
import { outdent } from './outdent.ts';
import type { WidgetProps } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

/** A value as its JSON text, for what no widget covers; goes into the guide details when it is left and reads as JSON. */
export function RawField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formValueMessages);
  const localized = useLocalized();
  const { parsed, editable, change } = useForm();
  const range = rangeOf(parsed, pointer);
  const value = valueAt(parsed.data, pointer);
  const unwritten = value === undefined ? '' : JSON.stringify(value, null, 2);
  const written = range ? outdent(parsed.text, range) : unwritten;
  // Nothing goes into the document key by key: half of a list is not JSON.
  const draft = useDraft(written, () => undefined);
  const json = draft.text.trim();
  const problem = draft.refused && json !== '' ? jsonProblem(json) : undefined;
  const isMissing = draft.refused && json === '' && field.required;

  const commit = (): void => {
    if (!draft.refused || problem || isMissing) return;
    const isTaken =
      json === ''
        ? change({ kind: 'unset', pointer })
        : change({ kind: 'set-json', pointer, json });
    // What is refused is still there to be mended.
    if (isTaken) draft.drop();
  };

  return (
    <Field field={field} pointer={pointer} columns={columns} single deep>
      {({ id, invalid, 'aria-describedby': describedBy }) => (
        <div className="rawjson">
          <TextArea
            id={id}
            rows={2}
            lang="en"
            invalid={invalid || problem !== undefined}
            readOnly={!editable}
            aria-describedby={describedByAll(
              describedBy,
              (problem !== undefined || isMissing) && `${id}-problem`,
            )}
            aria-description={text('jsonText')}
            value={draft.text}
            onChange={draft.onChange}
            {...draft.props}
            onBlur={commit}
            onKeyDown={(event) => {
              if (isComposing(event) || !draft.refused) return;
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
              else if (event.key === 'Escape') draft.drop();
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          {problem && (
            <div id={`${id}-problem`} className="msg t-error">
              <SeverityIcon severity="error" size={13} />
              <span className="grow">{text('jsonBroken', { problem: localized(problem) })}</span>
            </div>
          )}
          {isMissing && (
            <div id={`${id}-problem`} className="msg muted">
              {text('jsonEmpty')}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
