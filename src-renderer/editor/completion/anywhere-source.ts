import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';
import { completeNamedLink } from './named-link-source.ts';
import { completeSnippet } from './snippet-source.ts';

/** The last word of a text without blanks between words: letters of one script. */
const lastWord = /(?:[a-z0-9][\w-]*|[ァ-ヶー]+|[一-龠々]+|[ぁ-んー]+)$/iu;

/** What Ctrl+Space offers in running text: links to guides by the word before the caret, pieces at the start of a line. */
export function completeAnywhere(body: BodyPlace): Found {
  const { before, after, isWhole } = body;
  const word = lastWord.exec(before)?.[0] ?? '';
  const links = completeNamedLink(body, word, word.length, 0);
  const isLineStart = isWhole && before === word && after.trim() === '';
  if (!isLineStart) return links;
  const pieces = completeSnippet(body, word, word.length);
  return { ...pieces, options: [...pieces.options, ...links.options].slice(0, 50) };
}
