/** One UTF-16 unit of a JSON string as written: a character or an escape. */
const unit = /\\u[\da-fA-F]{4}|\\.|[^\\]/gs;

const decode = (written: string): string =>
  written.length === 1 ? written : (JSON.parse(`"${written}"`) as string);

const isHalf = (character: string | undefined, from: number, to: number): boolean => {
  const code = character?.charCodeAt(0) ?? 0;
  return code >= from && code <= to;
};

/**
 * The JSON string for a new value of a string: what its beginning and end share with the former one
 * keeps its escapes (`\u3042`, `\/`), only what is between is written anew. `raw` is the former
 * string with its quotes; surrogate pairs are never parted.
 */
export function respellString(raw: string, next: string): string {
  const written = raw.slice(1, -1).match(unit) ?? [];
  const former = written.map(decode);
  const shorter = Math.min(former.length, next.length);
  let head = 0;
  while (head < shorter && former[head] === next[head]) head += 1;
  if (head > 0 && isHalf(next[head - 1], 0xd800, 0xdbff)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && former.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  if (tail > 0 && isHalf(next.at(-tail), 0xdc00, 0xdfff)) tail -= 1;
  const middle = JSON.stringify(next.slice(head, next.length - tail)).slice(1, -1);
  return `"${written.slice(0, head).join('')}${middle}${written.slice(written.length - tail).join('')}"`;
}
