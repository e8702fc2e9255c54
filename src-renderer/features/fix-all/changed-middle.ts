/** Two texts as what they share at both ends and what differs between. */
export interface ChangedMiddle {
  readonly start: string;
  readonly removed: string;
  readonly added: string;
  readonly end: string;
}

/** How much of the shared ends is shown around a change, in characters. */
const context = 24;

function shorten(text: string, keep: 'start' | 'end'): string {
  const characters = [...text];
  if (characters.length <= context) return text;
  return keep === 'end'
    ? `…${characters.slice(-context).join('')}`
    : `${characters.slice(0, context).join('')}…`;
}

/** What differs between two texts, by whole characters, with a little of what they share around it. */
export function changedMiddle(before: string, after: string): ChangedMiddle {
  const old = [...before];
  const now = [...after];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const longest = Math.min(old.length, now.length) - head;
  while (tail < longest && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    start: shorten(old.slice(0, head).join(''), 'end'),
    removed: old.slice(head, old.length - tail).join(''),
    added: now.slice(head, now.length - tail).join(''),
    end: shorten(old.slice(old.length - tail).join(''), 'start'),
  };
}
