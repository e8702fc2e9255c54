import { editorContext } from '../editor-context.ts';
import { guidePath } from '../guide-knowledge.ts';
import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';
import { addressOf, linkStyleOf } from './guide-address.ts';
import { findableGuides } from './guide-options.ts';
import { findOptions, matchedRanges } from './match-options.ts';

/** Fewest characters after one `[` that may mean a guide; it opens much else. */
const fewest = 2;

/** A bracket at the caret that may become a link to a guide: `[[…`, or `[` and the beginning of a name. */
export function namedLinkToken({
  before,
  after,
}: BodyPlace):
  { readonly length: number; readonly query: string; readonly closing: number } | undefined {
  const match = /(?:^|[^!\]\\[])(\[{1,2})([^[\]]{0,40})$/.exec(before);
  if (!match) return undefined;
  const [, brackets = '', query = ''] = match;
  const closing = /^\]{0,2}/.exec(after)?.[0].length ?? 0;
  const length = brackets.length + query.length;
  if (brackets.length === 2) return { length, query, closing };
  // A footnote, a task, the literal brackets of the title, or the text of a link that is there already.
  const isOther = query.startsWith('^') || /^\s*#\s/.test(before) || /^[^[\]]*\]/.test(after);
  return isOther || query.trim().length < fewest ? undefined : { length, query, closing: 0 };
}

/** Whole links to the guides whose name was begun after `[` or `[[`. */
export function completeNamedLink(
  body: BodyPlace,
  query: string,
  length: number,
  closing: number,
): Found {
  const { state, at } = body;
  const { knowledge } = state.facet(editorContext);
  const path = state.facet(guidePath);
  const style = linkStyleOf(state.doc, path);
  const found = findOptions(
    findableGuides(knowledge.entries()),
    query,
    ({ entry }) => entry.path !== path,
  );
  return {
    from: at - length,
    to: at + closing,
    options: found.map(({ entry }) => {
      const address = addressOf(entry, style, path);
      return {
        kind: 'guide',
        label: entry.name,
        detail: entry.title,
        aside: address,
        insert: `[${entry.name.replace(/[[\]\\]/g, '\\$&')}](${address})`,
        match: matchedRanges(entry.name, query),
      };
    }),
  };
}
