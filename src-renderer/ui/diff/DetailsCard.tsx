import type { FieldChange } from '#core/compare/guide-diff';
import type { Localized } from '#core/messages/messages';
import type { Word } from '#core/text/compare-words';
import '../chip.css';
import { Words } from '../Words.tsx';
import './diff.css';
import type { SayDiff } from './say-diff.ts';

interface DetailsCardProps {
  readonly fields: readonly FieldChange[];
  readonly onlyWriting: boolean;
  /** What the two sides are. */
  readonly sides: { readonly before: string; readonly after: string };
  readonly text: SayDiff;
  readonly localized: (text: Localized) => string;
}

/** The guide details that are different, field by field, both sides beside each other. */
export function DetailsCard({ fields, onlyWriting, sides, text, localized }: DetailsCardProps) {
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
              <th scope="col">{sides.before}</th>
              <th scope="col">{sides.after}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, label, shape, before, after }) => (
              <tr key={name}>
                <th scope="row" data-tip={name}>
                  {localized(label)}
                </th>
                <td>
                  <Value words={before} shape={shape} side="before" text={text} />
                </td>
                <td>
                  <Value words={after} shape={shape} side="after" text={text} />
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
  readonly text: SayDiff;
}

function Value({ words, shape, side, text }: ValueProps) {
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
