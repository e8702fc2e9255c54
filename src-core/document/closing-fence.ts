import type { Node } from 'jsonc-parser';
import type { Fix } from '../lint/diagnostic.ts';
import { documentMessages } from '../messages/document.ts';
import { localize } from '../messages/messages.ts';
import { breakBefore } from './json-style.ts';
import type { TextRange } from './pointer.ts';

// Hyphens, dashes, the minus sign and the long vowel mark that a Japanese keyboard gives for them.
const dashes = /^[-\u2010-\u2015\u2212\u30fc\uff0d]{2,}/;

/**
 * The line that was meant to end the guide details but does not (`----`, `---x`, ` ---`, `ーーー`), if
 * it begins at an offset after them; its fix is there where nothing but dashes would go.
 */
export function wrongFenceAt(
  text: string,
  offset: number,
): (TextRange & { readonly found: string; readonly fix?: Fix }) | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const found = line.trimEnd();
  const own = dashes.exec(found)?.[0];
  if (own === undefined) return undefined;
  let from = offset;
  while (from > 0 && ' \t'.includes(text.charAt(from - 1))) from -= 1;
  const to = offset + found.length;
  const alone = own === found && /[\r\n]/.test(text.charAt(from - 1));
  const title = localize(documentMessages, 'mendFence');
  const fix: Fix = { title, edits: [{ from, to: offset + line.length, insert: '---' }] };
  return { from: offset, to, found, ...(alone ? { fix } : {}) };
}

/** Where the line that ends the guide details is missing: at their closing brace, with the line as a fix. */
export function missingFenceAfter(text: string, root: Node): TextRange & { readonly fix: Fix } {
  const to = root.offset + root.length;
  const eol = breakBefore(text, root.offset);
  const rest = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(to, to + 200)) ? '' : eol;
  const title = localize(documentMessages, 'insertFence');
  return {
    from: to - 1,
    to,
    fix: { title, edits: [{ from: to, to, insert: `${eol}---${rest}` }] },
  };
}
