/** An opening tag within a piece of raw HTML; UTF-16 offsets within that piece. */
export interface OpeningTag {
  /** In lower case. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The opening tags of raw HTML in order; comments, closing tags and declarations are none. */
export function readOpeningTags(html: string): readonly OpeningTag[] {
  const tags: OpeningTag[] = [];
  const markup = /<!--.*?(?:-->|$)|<([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*(?:>|$)/gis;
  for (const match of html.matchAll(markup)) {
    const name = match[1]?.toLowerCase();
    if (name !== undefined)
      tags.push({ name, from: match.index, to: match.index + match[0].length });
  }
  return tags;
}
