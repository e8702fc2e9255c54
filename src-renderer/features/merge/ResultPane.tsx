import { mergeMessages } from '#core/messages/merge';
import { useText } from '../../stores/use-text.ts';
import type { MergeResult, ResultPart } from './merge-model.ts';
import { usePlaceName } from './use-place-name.ts';
import type { MergePlace } from '#core/merge/merge-place';

/** What would be saved: fields that change, and the body where it changes. */
export function ResultPane({ result }: { readonly result: MergeResult }) {
  const text = useText(mergeMessages);
  return (
    <aside className="result" aria-label={text('result')}>
      <h2 className="resulthead">{text('result')}</h2>
      <div
        className="resultscroll"
        // A long result must scroll with the keyboard alone.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={text('result')}
      >
        <div className="paper">
          {result.fields.length > 0 && (
            <dl>
              {result.fields.map((part, index) => (
                <Field key={index} part={part} />
              ))}
            </dl>
          )}
          {result.body.length > 0 && (
            <div className="txt">
              {result.body.map((part, index) => (
                <Part key={index} part={part} />
              ))}
            </div>
          )}
          {result.fields.length + result.body.length === 0 && (
            <p className="txt faint">{text('empty')}</p>
          )}
        </div>
        <p className="legend" aria-hidden="true">
          <span className="mine">{text('mine')}</span>
          <span className="theirs">{text('theirs')}</span>
        </p>
      </div>
    </aside>
  );
}

function Field({ part }: { readonly part: ResultPart }) {
  const text = useText(mergeMessages);
  return (
    <>
      <dt>{part.place && <Name place={part.place} />}</dt>
      <dd className={part.side}>
        {part.side === 'pending' ? text('pending') : part.text || text('nothing')}
      </dd>
    </>
  );
}

function Name({ place }: { readonly place: MergePlace }) {
  return usePlaceName(place);
}

function Part({ part }: { readonly part: ResultPart }) {
  const text = useText(mergeMessages);
  if (part.side === 'pending') return <p className="pending">{text('pending')}</p>;
  if (part.text === '' && part.side !== 'context') {
    return <p className={`${part.side} faint`}>{text('removed')}</p>;
  }
  return <p className={part.side}>{part.text}</p>;
}
