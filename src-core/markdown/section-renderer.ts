import type { Root as Page } from 'hast';
import type { Definition, Root as Markdown } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Flavour } from '../catalog/workspace-config.ts';
import { isTooDeep } from './depth.ts';
import { finishPage } from './finish-page.ts';
import { headingsOf, textOf } from './heading-ids.ts';
import { knownReferencesExtension } from './known-references.ts';
import { buildPage } from './page-builder.ts';
import { createMarkdownParser } from './parse.ts';
import type { RenderProblem } from './renderer.ts';
import type { RenderedSection } from './section.ts';

/** What the rest of the document defines. */
export interface Known {
  /** Rises with every change, from 0. */
  readonly version: number;
  /** All link definitions in document order; of equal ones the first counts. */
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly string[];
}

/** Renders one section as if the rest of the document were there. */
export interface SectionRenderer {
  /** `undefined` where the section does not end at its cut: a fence or comment is still open there. */
  render(text: string, isLast: boolean, known: Known): RenderedSection | undefined;
  /** The pieces of one page whose footnotes are numbered through: a page a section, and the notes. */
  renderTogether(
    trees: readonly Markdown[],
    known: Known,
  ): { pages: Page[]; notes: Page | undefined };
}

/** A heading that stands for the next section's, so that parsing ends as it does in the document. */
const sentinel = '#\n';

function isNotes(node: Page['children'][number]): boolean {
  return node.type === 'element' && node.properties.dataFootnotes !== undefined;
}

/** The renderer of sections for one flavour. */
export function createSectionRenderer(flavour: Flavour): SectionRenderer {
  let references = { definitions: [] as string[], footnotes: [] as readonly string[] };
  const parser = createMarkdownParser(flavour, [knownReferencesExtension(() => references)]);

  const parse = (text: string, isLast: boolean, known: Known): Markdown | undefined => {
    references = {
      definitions: known.definitions.map(({ identifier }) => identifier),
      footnotes: known.footnotes,
    };
    const tree = parser.parse(isLast ? text : text + sentinel);
    if (isLast) return tree;
    const end = tree.children.pop();
    return end?.type === 'heading' && end.position?.start.offset === text.length ? tree : undefined;
  };

  const build = (children: Markdown['children'], definitions: readonly Definition[]) =>
    // In front, since of equal definitions the first of the document counts.
    buildPage({ type: 'root', children: [...definitions, ...children] });

  const empty = (text: string, problem: RenderProblem, known: Known): RenderedSection => ({
    root: { type: 'root', children: [] },
    problem,
    headings: [],
    headingTexts: '',
    definitions: [],
    footnotes: [],
    knownVersion: text.includes('[') ? known.version : undefined,
    tree: undefined,
  });

  const renderUnsafe = (text: string, isLast: boolean, known: Known) => {
    const tree = parse(text, isLast, known);
    if (!tree) return undefined;
    const definitions: Definition[] = [];
    const footnotes: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'definition') definitions.push(node);
      else if (node.type === 'footnoteDefinition') footnotes.push(node.identifier);
    });
    const built = build(tree.children, text.includes('[') ? known.definitions : []).filter(
      (node) => !isNotes(node),
    );
    const root = finishPage(built);
    const headings = headingsOf(root);
    return {
      root,
      problem: undefined,
      headings,
      headingTexts: headings.map((heading) => `${heading.tagName} ${textOf(heading)}\n`).join(''),
      definitions,
      footnotes,
      knownVersion: text.includes('[') ? known.version : undefined,
      tree: known.footnotes.length > 0 || text.includes('[^') ? tree : undefined,
    };
  };

  return {
    render(text, isLast, known) {
      if (isTooDeep(text)) return empty(text, 'too-deep', known);
      try {
        return renderUnsafe(text, isLast, known);
      } catch (error) {
        if (error instanceof RangeError) return empty(text, 'too-deep', known);
        throw error;
      }
    },
    renderTogether(trees, known) {
      const wrapped = trees.map((tree) => ({
        type: 'blockquote' as const,
        data: { hName: 'div' },
        children: tree.children as never[],
      }));
      const built = build(wrapped, known.definitions);
      const pages: Page[] = [];
      for (const node of built) {
        if (node.type !== 'element' || isNotes(node)) continue;
        pages.push(finishPage(node.children));
      }
      const notes = built.filter(isNotes);
      return { pages, notes: notes.length > 0 ? finishPage(notes) : undefined };
    },
  };
}
