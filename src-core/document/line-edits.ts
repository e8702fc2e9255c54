import { compareLines, splitLines } from '../export/line-counts.ts';
import { smallestEdit } from './edit-details.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edits that turn a text into another, line by line and as small as they get within a line, so that
 * a caret in what stays the same stays where it is.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let pending: { from: number; removed: string; added: string } | undefined;
  const close = (): void => {
    if (!pending) return;
    const { from, removed, added } = pending;
    for (const edit of smallestEdit(removed, added)) {
      edits.push({ from: edit.from + from, to: edit.to + from, insert: edit.insert });
    }
    pending = undefined;
  };
  for (const { kind, lines } of compareLines(splitLines(before), splitLines(after))) {
    const text = lines.join('');
    if (kind === 'same') close();
    else {
      pending ??= { from: at, removed: '', added: '' };
      if (kind === 'removed') pending.removed += text;
      else pending.added += text;
    }
    if (kind !== 'added') at += text.length;
  }
  close();
  return edits;
}
