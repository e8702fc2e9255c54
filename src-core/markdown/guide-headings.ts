import type { Definition, Heading, Nodes, Root } from 'mdast';
import { finishPage } from './finish-page.ts';
import { headingIds, headingsOf, textOf } from './heading-ids.ts';
import { createPageBuilder } from './page-builder.ts';
import { idPrefix } from './site-schema.ts';

/** A heading of a guide's body as links to it name it. */
export interface GuideHeading {
  /** What a link writes after `#`: the id on the page without its prefix. */
  readonly id: string;
  /** Without its markup, as a table of contents shows it. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Where the heading's line begins; UTF-16 offset in the text that was parsed. */
  readonly from: number;
}

const builder = createPageBuilder('drop');

function collect(nodes: readonly Nodes[], headings: Heading[], notes: Nodes[]): void {
  for (const node of nodes) {
    if (node.type === 'heading') headings.push(node);
    // The page shows notes at its end, so their headings count last.
    else if (node.type === 'footnoteDefinition') notes.push(node);
    else if ('children' in node) collect(node.children, headings, notes);
  }
}

/** The headings of a parsed body with the very ids that the page gives them. */
export function readHeadings(tree: Root): readonly GuideHeading[] {
  const headings: Heading[] = [];
  const notes: Nodes[] = [];
  collect(tree.children, headings, notes);
  const definitions = tree.children.filter(
    (node): node is Definition => node.type === 'definition',
  );
  for (const note of notes) if ('children' in note) collect(note.children, headings, []);
  const page = finishPage(builder.build({ type: 'root', children: [...definitions, ...headings] }));
  const elements = headingsOf(page);
  const ids = headingIds(elements);
  return elements.flatMap((element, index) => {
    const heading = headings[index];
    const id = ids[index];
    const from = heading?.position?.start.offset;
    if (!heading || id === undefined || from === undefined) return [];
    return [
      {
        id: id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id,
        text: textOf(element).trim(),
        level: heading.depth,
        from,
      },
    ];
  });
}
