import type { RootContent } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeHighlight from 'rehype-highlight';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { idPrefix, siteSchema } from './site-schema.ts';

const builder = unified()
  .use(remarkRehype, {
    clobberPrefix: idPrefix,
    footnoteLabel: '脚注',
    footnoteBackLabel: (index: number, again: number) =>
      again > 1 ? `本文の${index + 1}-${again}へ戻る` : `本文の${index + 1}へ戻る`,
  })
  .use(rehypeSanitize, siteSchema)
  .use(rehypeHighlight)
  .freeze();

/**
 * Turns Markdown's tree into the page's: raw HTML dropped, sanitised, code highlighted after that.
 * Heading ids are left out, since they depend on the whole document.
 */
export function buildPage(tree: Markdown): RootContent[] {
  return builder.runSync(tree).children;
}
