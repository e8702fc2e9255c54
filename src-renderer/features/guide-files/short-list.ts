import type { guideFilesMessages } from '#core/messages/guide-files';
import type { MessageValues } from '#core/messages/messages';

const shown = 4;

/** The first names of a list in a sentence, and how many more there are. */
export function shortList(
  names: readonly string[],
  text: (key: keyof typeof guideFilesMessages.ja, values?: MessageValues) => string,
): string {
  const first = names.slice(0, shown).join(text('separator'));
  const rest = names.length - shown;
  return rest > 0 ? text('more', { names: first, count: rest }) : first;
}
