import type { Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { cellContent, splitRow } from '../table-row.ts';
import { cleanTree } from './clean-tree.ts';
import type { Cleaning } from './cleaning.ts';
import { pasteSchema } from './paste-schema.ts';
import type { ListStyle, PastedHtml, PasteProblem } from './pasted-html.ts';
import { tidyBlocks } from './tidy-blocks.ts';
import { markdownWriter } from './write-markdown.ts';

/** HTML of the clipboard that is converted at most, in UTF-16 units: a book of Word's verbose kind. */
export const maxPastedHtml = 2_000_000;
/** Elements inside each other; far beyond any document, and far from where walking a tree overflows. */
const maxDepth = 400;

const parser = unified().use(rehypeParse, { fragment: false }).freeze();
const converter = unified()
  .use(rehypeSanitize, pasteSchema)
  .use(rehypeRemark, { newlines: false })
  .freeze();

function isDeeper(root: Root): boolean {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

function nothing(problem: PasteProblem): PastedHtml {
  return { markdown: '', isInline: true, rows: undefined, droppedImages: 0, problem };
}

/** Rows of a table as it has been written, the line of dashes left out. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((_, index) => index !== 1)
    .map((line) => splitRow(line, 0).cells.map(cellContent));
}

/**
 * HTML of the clipboard as clean Markdown (T10): parsed without a browser, so that nothing in it runs or
 * loads, cleaned of what programs add, and sanitised. Never throws on content.
 */
export function htmlToMarkdown(html: string, style: ListStyle): PastedHtml {
  if (html.length > maxPastedHtml) return nothing('too-long');
  try {
    const tree = parser.parse(html);
    if (isDeeper(tree)) return nothing('too-deep');
    const cleaning: Cleaning = { droppedImages: 0 };
    const root = tidyBlocks(converter.runSync(cleanTree(tree, cleaning)));
    const markdown = markdownWriter(style)(root);
    const only = root.children.length === 1 ? root.children[0]?.type : undefined;
    return {
      markdown,
      isInline: only === 'paragraph' && !markdown.includes('\n'),
      rows: only === 'table' ? rowsOf(markdown) : undefined,
      droppedImages: cleaning.droppedImages,
      problem: undefined,
    };
  } catch (error) {
    // A nest that the check above does not see overflows the stack; anything else is a bug.
    if (error instanceof RangeError) return nothing('too-deep');
    throw error;
  }
}
