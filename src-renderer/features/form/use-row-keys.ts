import { useState } from 'react';
import { matchItems } from '#core/document/match-items';

interface Known {
  readonly rows: readonly unknown[];
  readonly keys: readonly number[];
  /** The keys of the list that a change under way leads to; one that is refused leaves the others. */
  readonly planned?: readonly number[];
  readonly next: number;
}

/** Keys that stay with the rows of a list, which have no identity but their place. */
export interface RowKeys {
  readonly keys: readonly number[];
  /** Tells of a change of the list that is made in the same event; the key of the row concerned. */
  readonly move: (from: number, to: number) => number;
  readonly insert: (index: number) => number;
  readonly remove: (index: number) => number;
}

function follow(known: Known, rows: readonly unknown[]): Known {
  if (known.planned?.length === rows.length) {
    return { rows, keys: known.planned, next: known.next };
  }
  let { next } = known;
  const keys = matchItems(known.rows, rows).map((place) => {
    const key = place === undefined ? undefined : known.keys[place];
    if (key !== undefined) return key;
    next += 1;
    return next - 1;
  });
  return { rows, keys, next };
}

/** Gives each row a key that it keeps when the list changes, here or in another view. */
export function useRowKeys(rows: readonly unknown[]): RowKeys {
  const [state, setState] = useState<Known>(() => ({
    rows,
    keys: rows.map((_, index) => index),
    next: rows.length,
  }));
  let known = state;
  if (known.rows !== rows) {
    known = follow(known, rows);
    setState(known);
  }
  const { keys } = known;
  const plan = (planned: readonly number[], next = known.next): void =>
    setState({ rows, keys, planned, next });
  return {
    keys,
    move(from, to) {
      const key = keys[from] ?? -1;
      plan(keys.toSpliced(from, 1).toSpliced(to, 0, key));
      return key;
    },
    insert(index) {
      plan(keys.toSpliced(index, 0, known.next), known.next + 1);
      return known.next;
    },
    remove(index) {
      plan(keys.toSpliced(index, 1));
      return keys[index] ?? -1;
    },
  };
}
