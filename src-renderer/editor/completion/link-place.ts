import type { BodyPlace } from './body-place.ts';

/** The address of a link or an image that is being written: between `](` and `)`. */
export interface LinkPlace {
  readonly isImage: boolean;
  /** Where the address stands, as far as it goes; UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** The address before the caret. */
  readonly query: string;
  /** The bracket that the text lacks. */
  readonly closing: ')' | '';
}

/** The address at the caret; `undefined` anywhere else. */
export function linkPlace({ at, before, after }: BodyPlace): LinkPlace | undefined {
  const open = before.lastIndexOf('](');
  if (open < 0) return undefined;
  const query = before.slice(open + 2);
  if (/[()\s\u3000]/.test(query)) return undefined;
  let depth = 1;
  let start = open - 1;
  for (; start >= 0; start -= 1) {
    if (before[start] === ']') depth += 1;
    else if (before[start] === '[' && (depth -= 1) === 0) break;
  }
  if (start < 0) return undefined;
  const rest = /^[^()\s\u3000]*(?=\))/.exec(after)?.[0];
  return {
    isImage: before[start - 1] === '!',
    from: at - query.length,
    to: at + (rest?.length ?? 0),
    query,
    closing: rest === undefined ? ')' : '',
  };
}
