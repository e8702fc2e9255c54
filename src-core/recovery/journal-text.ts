import { type LineEnd, type LineEndException, restoreLineEnds } from '../text/line-ends.ts';
import type { JournalChange } from './journal-record.ts';
import type { RecoveredGuide } from './recovered-guide.ts';

/** After so many characters copied, others get their turn. */
const copiedAtOnce = 4_000_000;

/** Where the line ends of their own lie after a change; those in what it replaces are gone. */
function moveExceptions(
  exceptions: readonly LineEndException[],
  edits: JournalChange['edits'],
): readonly LineEndException[] {
  if (exceptions.length === 0) return exceptions;
  return exceptions.flatMap(({ at, end }) => {
    if (edits.some(({ from, to }) => at >= from && at < to)) return [];
    const before = edits.filter(({ to }) => to <= at);
    const shift = before.reduce((sum, { from, to, insert }) => sum + insert.length - to + from, 0);
    return [{ at: at + shift, end }];
  });
}

/**
 * The text that a journal leads to, as a file would hold it (without BOM). A change that does not fit ends
 * it: what came before is the author's. In a file of mixed line ends, new lines get the usual one. `rest` is awaited now and then, since long journals take a while.
 */
export async function textOfJournal(
  { base, changes }: Pick<RecoveredGuide, 'base' | 'changes'>,
  rest: () => Promise<unknown>,
): Promise<string> {
  let { text } = base;
  let dominant: LineEnd = base.lineEnds.dominant;
  let exceptions: readonly LineEndException[] = base.lineEnds.exceptions;
  let copied = 0;
  for (const { edits, lineEnds } of changes) {
    const parts: string[] = [];
    let done = 0;
    for (const { from, to, insert } of edits) {
      if (from < done || to < from || to > text.length) {
        return restoreLineEnds(text, dominant, exceptions);
      }
      parts.push(text.slice(done, from), insert);
      done = to;
    }
    text = parts.join('') + text.slice(done);
    ({ dominant, exceptions } = lineEnds ?? {
      dominant,
      exceptions: moveExceptions(exceptions, edits),
    });
    copied += text.length;
    if (copied > copiedAtOnce) {
      copied = 0;
      await rest();
    }
  }
  return restoreLineEnds(text, dominant, exceptions);
}
