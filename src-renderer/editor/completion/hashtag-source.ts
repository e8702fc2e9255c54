import type { EditorState } from '@codemirror/state';
import { editorContext } from '../editor-context.ts';
import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import { findableWords, useCount } from './word-options.ts';

const hashtagLine = /^\s*(?:[*+-]\s+)?`[#＃]([^`]*)`?\s*$/;
/** Lines above and below that are looked at for hashtags of the same list. */
const neighbours = 200;

/** What of a hashtag has been written: `` `# `` alone on its line; `undefined` anywhere else. */
export function hashtagQuery({ before, after, isWhole }: BodyPlace): string | undefined {
  if (!isWhole || !/^`?\s*$/.test(after)) return undefined;
  return /^\s*(?:[*+-]\s+)?`[#＃]([^`\s]{0,40})$/u.exec(before)?.[1];
}

/** The hashtags on the lines around one. */
function taken({ doc }: EditorState, at: number): ReadonlySet<string> {
  const found = new Set<string>();
  const own = doc.lineAt(at).number;
  for (const step of [-1, 1]) {
    for (let number = own + step; Math.abs(number - own) <= neighbours; number += step) {
      const tag =
        number < 1 || number > doc.lines ? undefined : hashtagLine.exec(doc.line(number).text)?.[1];
      if (tag === undefined) break;
      found.add(tag);
    }
  }
  return found;
}

/** Hashtags from the vocabulary of tags; those of the list already are left out. */
export async function completeHashtag(
  { state, at, after }: BodyPlace,
  query: string,
): Promise<Found> {
  const { knowledge, locale } = state.facet(editorContext);
  const field = knowledge.fields().find(({ name }) => name === 'tags');
  const uses = await knowledge.uses();
  const words = findableWords(field?.vocabulary ?? 'tags', knowledge, uses, locale);
  const there = taken(state, at);
  const closing = after.startsWith('`') ? '' : '`';
  return {
    // The sign too: a full-width one is no hashtag on the site.
    from: at - query.length - 1,
    to: at,
    options: findOptions(words, query, ({ id }) => !there.has(id.replace(/\s/g, ''))).map(
      ({ id, uses: count }) => {
        const aside = useCount(count, locale);
        const tag = `#${id.replace(/\s/g, '')}`;
        return {
          kind: 'word',
          label: tag,
          ...(aside === undefined ? {} : { aside }),
          insert: tag + closing,
          match: matchedRanges(tag, query),
        };
      },
    ),
  };
}
