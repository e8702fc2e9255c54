import type { GuideType } from '#core/catalog/workspace-config';
import { newGuideMessages } from '#core/messages/new-guide';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { filledFields, folderOf, type NewGuideAnswers, outlineOf } from './new-guide-model.ts';

interface NewGuideOutlineProps {
  readonly type: GuideType;
  readonly fields: readonly FieldModel[];
  readonly answers: NewGuideAnswers;
  /** No guide to take the chapters from has been chosen yet. */
  readonly waits: boolean;
}

const linesShown = 8;

/** The right side of the dialog: the chapters, the file, and how much is filled in. */
export function NewGuideOutline({ type, fields, answers, waits }: NewGuideOutlineProps) {
  const text = useText(newGuideMessages);
  const outline = waits ? [] : outlineOf(type, answers.name);
  const shown = outline.length <= linesShown + 1 ? outline : outline.slice(0, linesShown);
  const rest = outline.length - shown.length;
  return (
    <div className="rt">
      <h3>{text('outline')}</h3>
      <ol>
        {shown.map((line) => (
          <li key={line.id} className="clip">
            {line.heading}
            {line.required && <small>{text('required')}</small>}
            {line.table && <small>{text('withTable')}</small>}
          </li>
        ))}
        {outline.length === 0 && (
          <li className="faint wraps">{text(waits ? 'checkFrom' : 'noChapters')}</li>
        )}
        {rest > 0 && <li className="faint">{text('moreSections', { count: rest })}</li>}
      </ol>
      <div className="made">
        {text('file')}
        <br />
        <code>{`${folderOf(type)}${answers.slug === '' ? '…' : answers.slug}.md`}</code>
        {fields.length > 0 && (
          <p>
            {text('filled', {
              total: fields.length,
              filled: filledFields(type, fields, answers),
            })}
          </p>
        )}
      </div>
    </div>
  );
}
