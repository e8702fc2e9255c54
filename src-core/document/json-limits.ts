import { createScanner } from 'jsonc-parser';

/** Largest block of guide details that is parsed, in UTF-8 bytes (T30). */
export const maxBlockBytes = 256 * 1024;

/** Deepest nesting of lists and objects that is parsed (T30); the JSON parser recurses. */
export const maxDepth = 64;

/** Names that could reach an object's prototype in careless code (T29); never read, never written. */
export const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text has more than `limit` bytes in UTF-8; looks at no more of it than needed. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || surrogate ? 2 : 3;
  }
  return bytes > limit;
}

// Kinds of jsonc-parser's tokens; its own names are a const enum, which isolated modules cannot use.
const openBrace = 1;
const closeBrace = 2;
const openBracket = 3;
const closeBracket = 4;
const endOfFile = 17;

/**
 * Offset of the bracket that nests deeper than `maxDepth`, or `undefined`. A closing bracket of
 * the wrong kind does not count, as the tolerant parser passes over it without leaving a level.
 */
export function tooDeepAt(json: string): number | undefined {
  const scanner = createScanner(json, true);
  const open: number[] = [];
  for (let token: number = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) {
      open.push(token);
      if (open.length > maxDepth) return scanner.getTokenOffset();
    } else if (token === closeBrace || token === closeBracket) {
      if (open.at(-1) === token - 1) open.pop();
    }
  }
  return undefined;
}
