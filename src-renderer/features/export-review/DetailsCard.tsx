import { exportReviewMessages } from '#core/messages/export-review';
import { useLocalized, useText } from '../../stores/use-text.ts';
import '../../ui/chip.css';
import type { Word } from '#core/text/compare-words';
import type { FieldChange } from './details-diff.ts';
import { Words } from '../../ui/Words.tsx';

interface DetailsCardProps {
  readonly fields: readonly FieldChange[];
  readonly onlyWriting: boolean;
}

/** The guide details that change, field by field: the site now, and after the export. */
export function DetailsCard({ fields, onlyWriting }: DetailsCardProps) {
  const text = useText(exportReviewMessages);
  const localized = useLocalized();
  return (
    <section className="card" aria-label={text('guideDetails')}>
      <h3>
        {text('guideDetails')}{' '}
        <span className="faint">
          {onlyWriting ? text('order') : text('fields', { count: fields.length })}
        </span>
      </h3>
      {fields.length > 0 && (
        <table className="fd">
          <thead>
            <tr>
              <th scope="col">{text('field')}</th>
              <th scope="col">{text('siteNow')}</th>
              <th scope="col">{text('afterExport')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, label, shape, before, after }) => (
              <tr key={name}>
                <th scope="row" data-tip={name}>
                  {localized(label)}
                </th>
                <td>
                  <Value words={before} shape={shape} side="before" />
                </td>
                <td>
                  <Value words={after} shape={shape} side="after" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface ValueProps {
  readonly words: readonly Word[] | undefined;
  readonly shape: FieldChange['shape'];
  readonly side: 'before' | 'after';
}

function Value({ words, shape, side }: ValueProps) {
  const text = useText(exportReviewMessages);
  if (words === undefined || words.length === 0) {
    return <span className="faint">{text('nothing')}</span>;
  }
  if (shape === 'text') return <Words words={words} side={side} />;
  return (
    <span className="chips">
      {words.map((word, index) => {
        const Tag = word.changed ? (side === 'before' ? 'del' : 'ins') : 'span';
        return (
          <Tag key={index} className="chip plain">
            {word.text}
          </Tag>
        );
      })}
    </span>
  );
}
