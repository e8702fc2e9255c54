import type { ReactNode } from 'react';
import { mergeMessages } from '#core/messages/merge';
import type { MergePlace } from '#core/merge/merge-place';
import { useLocalized, useText } from '../../stores/use-text.ts';

interface PlaceNameProps {
  readonly place: MergePlace;
  readonly children?: ReactNode;
}

/** The name of a place with what tells it apart: the key of the field, or the heading and the line. */
export function PlaceName({ place: { where }, children }: PlaceNameProps) {
  const text = useText(mergeMessages);
  const localized = useLocalized();
  return (
    <div className="name">
      {where.kind === 'field'
        ? localized(where.label)
        : text(where.kind === 'body' ? 'body' : 'details')}
      {where.kind === 'field' ? (
        <small>{where.pointer.slice(1)}</small>
      ) : (
        <small className="words" data-tip={where.heading}>
          {text('lineNumber', { line: where.line })}
        </small>
      )}
      {children}
    </div>
  );
}
