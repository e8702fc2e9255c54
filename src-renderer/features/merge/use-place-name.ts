import { mergeMessages } from '#core/messages/merge';
import type { MergePlace } from '#core/merge/merge-place';
import { useLocalized, useText } from '../../stores/use-text.ts';

/** What a place is called: the name of the field, or the body with the line. */
export function usePlaceName({ where }: MergePlace): string {
  const text = useText(mergeMessages);
  const localized = useLocalized();
  if (where.kind === 'field') return localized(where.label);
  const name = text(where.kind === 'body' ? 'body' : 'details');
  return `${name} ${text('lineNumber', { line: where.line })}`;
}
