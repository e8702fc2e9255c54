import type { Element, Root as Page, RootContent } from 'hast';
import type { Definition, Root as Markdown } from 'mdast';
import { visit } from 'unist-util-visit';
import type { SiteProfile } from '../catalog/workspace-config.ts';
import { isTooDeep } from './depth.ts';
import { finishPage } from './finish-page.ts';
import { headingsOf, textOf } from './heading-ids.ts';
import { knownReferencesExtension } from './known-references.ts';
import { breakLines } from './line-breaks.ts';
import { createPageBuilder } from './page-builder.ts';
import { createMarkdownParser, mayHoldAddress } from './parse.ts';
import type { RenderProblem } from './renderer.ts';
import type { RenderedSection } from './section.ts';
import { splitTree } from './split-tree.ts';

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
  /** `undefined` where the section does not end at its cut: a fence, comment or raw element is still open there. */
  render(text: string, isLast: boolean, known: Known): RenderedSection | undefined;
  /**
   * The same for short sections that follow each other, much cheaper than one by one; `undefined` where
   * that could make a difference, or where one does not end at its cut.
   */
  renderSeveral(
    texts: readonly string[],
    isLast: boolean,
    known: Known,
  ): readonly RenderedSection[] | undefined;
  /** The pieces of one page whose footnotes are numbered through: a page a section, and the notes. */
  renderTogether(
    trees: readonly Markdown[],
    known: Known,
  ): { pages: Page[]; notes: Page | undefined };
}

/** A heading that stands for the next section's, so that parsing ends as it does in the document. */
const sentinel = '#\n';

/** What opens a block that a heading does not end: fences, comments, raw elements. Without it no sentinel is needed. */
const opener = /[`~<]/;

const lineEnd = { type: 'text', value: '\n' } as const;

/** What a wrapper holds, without the line ends that stand at its edges and not at those of a page. */
function unwrap({ children }: Element): RootContent[] {
  return children.slice(1, children.length > 1 ? -1 : undefined);
}

/** Keeps the trees apart while they are built as one page. */
function wrap(trees: readonly Markdown[]): Markdown['children'] {
  return trees.map(({ children }) => ({
    type: 'blockquote' as const,
    data: { hName: 'div' },
    children: children as never[],
  }));
}

function definitionsIn(nodes: Markdown['children']): Definition[] {
  return nodes.flatMap((node): Definition[] => {
    if (node.type === 'definition') return [node];
    return 'children' in node ? definitionsIn(node.children) : [];
  });
}

/** The renderer of sections for one site. */
export function createSectionRenderer(profile: SiteProfile): SectionRenderer {
  const builder = createPageBuilder(profile.html ?? 'drop');
  let references = { definitions: [] as string[], footnotes: [] as readonly string[] };
  const extensions = [knownReferencesExtension(() => references)];
  const parser = createMarkdownParser(profile.flavour, extensions);
  const addressFreeParser = createMarkdownParser(profile.flavour, extensions, { addresses: false });

  const parse = (text: string, isLast: boolean, known: Known): Markdown | undefined => {
    references = {
      definitions: known.definitions.map(({ identifier }) => identifier),
      footnotes: known.footnotes,
    };
    const reader = mayHoldAddress(text) ? parser : addressFreeParser;
    const mayStayOpen = !isLast && opener.test(text);
    const tree = reader.parse(mayStayOpen ? text + sentinel : text);
    if (mayStayOpen) {
      const end = tree.children.pop();
      if (end?.type !== 'heading' || end.position?.start.offset !== text.length) return undefined;
    }
    if (profile.breaks === true) breakLines(tree);
    return tree;
  };

  const toPage = (children: Markdown['children'], definitions: readonly Definition[]) =>
    // In front, since of equal definitions the first of the document counts.
    builder.toPage({ type: 'root', children: [...definitions, ...children] });

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

  const describe = (text: string, root: Page, known: Known) => {
    const headings = headingsOf(root);
    return {
      root,
      problem: undefined,
      headings,
      headingTexts: headings.map((heading) => `${heading.tagName} ${textOf(heading)}\n`).join(''),
      knownVersion: text.includes('[') ? known.version : undefined,
    };
  };

  const renderUnsafe = (text: string, isLast: boolean, known: Known) => {
    const tree = parse(text, isLast, known);
    if (!tree) return undefined;
    const definitions: Definition[] = [];
    const footnotes: string[] = [];
    // Either kind has these two characters, and a walk costs as much as building a short page.
    if (text.includes(']:')) {
      visit(tree, (node) => {
        if (node.type === 'definition') definitions.push(node);
        else if (node.type === 'footnoteDefinition') footnotes.push(node.identifier);
      });
    }
    const { body } = toPage(tree.children, text.includes('[') ? known.definitions : []);
    const built = isLast ? builder.finish(body) : builder.finishClosed(body);
    if (!built) return undefined;
    return {
      ...describe(text, finishPage(built), known),
      definitions,
      footnotes,
      tree: known.footnotes.length > 0 || text.includes('[^') ? tree : undefined,
    };
  };

  const renderSeveralUnsafe = (texts: readonly string[], isLast: boolean, known: Known) => {
    const text = texts.join('');
    const tree = parse(text, isLast, known);
    const trees = tree && splitTree(tree, texts);
    if (!trees) return undefined;
    const { body } = toPage(wrap(trees), text.includes('[') ? known.definitions : []);
    const boxes = builder.finish(body).filter((node) => node.type === 'element');
    if (boxes.length !== texts.length) return undefined;
    return trees.map(({ children }, index) => {
      const box = boxes[index];
      return {
        ...describe(texts[index] ?? '', finishPage(box ? unwrap(box) : []), known),
        definitions: definitionsIn(children),
        footnotes: [],
        tree: undefined,
      };
    });
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
    renderSeveral(texts, isLast, known) {
      // Footnotes are numbered and raw HTML can reach from one section into the next.
      if (profile.html === 'sanitise' || known.footnotes.length > 0) return undefined;
      if (texts.some((text) => text.includes('[^') || isTooDeep(text))) return undefined;
      try {
        return renderSeveralUnsafe(texts, isLast, known);
      } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    },
    renderTogether(trees, known) {
      const { body, notes } = toPage(wrap(trees), known.definitions);
      const bodies = body.flatMap((node) => (node.type === 'element' ? [unwrap(node)] : []));
      const last = bodies.pop() ?? [];
      const pages = bodies.map((children) => finishPage(builder.finish(children)));
      const end = builder.finishClosed(last);
      if (end) {
        pages.push(finishPage(end));
        return { pages, notes: notes && finishPage(builder.finish([notes])) };
      }
      // What is open at the end of the text goes on through its footnotes.
      pages.push(finishPage(builder.finish(notes ? [...last, lineEnd, notes] : last)));
      return { pages, notes: undefined };
    },
  };
}
