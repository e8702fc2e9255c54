import type { Flavour } from '../../catalog/workspace-config.ts';
import { parseMarkdown } from '../parse.ts';

/** Characters whose backslashes are taken away together; each group stays if the text would read otherwise. */
const groups = ['[]', '_', '*', '~', '#', '&<', '.)', '-+=>|:!'];
const flavours: readonly Flavour[] = ['gfm', 'gfm-cjk'];

/** What a text is to its readers: its tree without places. */
function readingOf(text: string, flavour: Flavour): string {
  return JSON.stringify(parseMarkdown(text, flavour), (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
}

function readsAs(text: string, other: string): boolean {
  return flavours.every((flavour) => readingOf(text, flavour) === readingOf(other, flavour));
}

/** A character reference that the writer put in, not one that was copied. */
const reference = /(?<!\\)&#x([0-9A-F]+);/g;

/**
 * A block of Markdown with the very characters in place of `&#x306F;`, which the writer puts beside marks
 * to be sure of them; `undefined` where it was right to.
 */
export function withoutReferences(block: string): string | undefined {
  const plain = block.replace(reference, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  return plain === block || readsAs(plain, block) ? plain : undefined;
}

/**
 * A block of Markdown without the backslashes that change nothing: a serialiser cannot see that the `[` of
 * `[1]` or the `_` of `snake_case` means nothing, so each group is tried and read again.
 */
export function withoutNeedlessEscapes(block: string): string {
  let text = block;
  if (!/\\[!-/:-@[-`{-~]/.test(text)) return text;
  for (const group of groups) {
    const escape = new RegExp(`\\\\([${group.replace(/[\]\-\\]/g, '\\$&')}])`, 'g');
    const bare = text.replace(escape, '$1');
    if (bare !== text && readsAs(bare, text)) text = bare;
  }
  return text;
}
