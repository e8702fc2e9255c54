import { fold } from '#core/text/fold';
import type { GuideRow } from './guide-list-model.ts';

/** Index of the nearest guide from `index` on in the direction of `step`; `undefined` past the ends. */
function nearestGuide(rows: readonly GuideRow[], index: number, step: 1 | -1): number | undefined {
  for (let i = index; i >= 0 && i < rows.length; i += step) {
    if (rows[i]?.kind === 'guide') return i;
  }
  return undefined;
}

/**
 * The row (from 0) that the cursor of the list stands on after a key, or `undefined` where the key
 * is not one of the list's. A cursor of -1 stands before the first row.
 */
export function rowAfterKey(
  rows: readonly GuideRow[],
  cursor: number,
  key: string,
  pageRows: number,
): number | undefined {
  const last = rows.length - 1;
  const down = (index: number) =>
    nearestGuide(rows, Math.min(index, last), 1) ?? nearestGuide(rows, last, -1);
  const up = (index: number) =>
    nearestGuide(rows, Math.max(index, 0), -1) ?? nearestGuide(rows, 0, 1);
  switch (key) {
    case 'ArrowDown':
      return down(cursor + 1);
    case 'ArrowUp':
      return up(cursor - 1);
    case 'PageDown':
      return down(cursor + pageRows);
    case 'PageUp':
      return up(cursor - pageRows);
    case 'Home':
      return down(0);
    case 'End':
      return up(last);
    default:
      return undefined;
  }
}

/**
 * The next guide whose name or title begins with what was typed, from the row after the cursor and
 * around; while a word grows, the row of the cursor itself may keep fitting.
 */
export function rowByTyping(
  rows: readonly GuideRow[],
  cursor: number,
  typed: string,
): number | undefined {
  const start = fold(typed);
  const from = start.length > 1 ? Math.max(cursor, 0) : cursor + 1;
  for (let i = 0; i < rows.length; i += 1) {
    const index = (from + i) % rows.length;
    const row = rows[index];
    if (row?.kind !== 'guide') continue;
    if (fold(row.entry.name).startsWith(start) || fold(row.entry.title).startsWith(start)) {
      return index;
    }
  }
  return undefined;
}

/** What a key does to the file of the guide under the cursor; `undefined` for every other key. */
export function fileActionOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): 'rename' | 'trash' | undefined {
  if (event.altKey || event.shiftKey) return undefined;
  const isPlain = !event.ctrlKey && !event.metaKey;
  if (event.key === 'F2' && isPlain) return 'rename';
  return (event.key === 'Delete' && isPlain) || (event.key === 'Backspace' && !isPlain)
    ? 'trash'
    : undefined;
}
