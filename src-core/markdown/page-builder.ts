import type { Element, RootContent } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeHighlight from 'rehype-highlight';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { RawHtml } from '../catalog/workspace-config.ts';
import { moveFarAway } from './finish-page.ts';
import { rawHtmlSchema } from './raw-html-schema.ts';
import { readClosedHtml, readRawHtml, settleHtml } from './raw-html.ts';
import { idPrefix, siteSchema } from './site-schema.ts';

/** What a Markdown tree becomes before its raw HTML is read and anything is made safe. */
interface UnsafePage {
  readonly body: readonly RootContent[];
  /** The footnotes that the tree refers to. */
  readonly notes: Element | undefined;
}

/** Turns Markdown's trees into pages; heading ids are left out, since they depend on the whole document. */
export interface PageBuilder {
  /** The whole page of a tree, footnotes at its end. */
  build(tree: Markdown): RootContent[];
  /** The first half of `build`. */
  toPage(tree: Markdown): UnsafePage;
  /** The second half: raw HTML read or dropped, sanitised, code highlighted after that. */
  finish(nodes: readonly RootContent[]): RootContent[];
  /** The same for a piece that others follow; `undefined` where its raw HTML reaches into those. */
  finishClosed(nodes: readonly RootContent[]): RootContent[] | undefined;
}

const toPageOptions = {
  clobberPrefix: idPrefix,
  footnoteLabel: '脚注',
  footnoteBackLabel: (index: number, again: number) =>
    again > 1 ? `本文の${index + 1}-${again}へ戻る` : `本文の${index + 1}へ戻る`,
};

function isNotes(node: RootContent | undefined): node is Element {
  return node?.type === 'element' && node.properties.dataFootnotes !== undefined;
}

/** The builder of pages under a policy for raw HTML. */
export function createPageBuilder(html: RawHtml): PageBuilder {
  const sanitises = html === 'sanitise';
  const transformer = unified()
    .use(remarkRehype, { ...toPageOptions, allowDangerousHtml: sanitises })
    .freeze();
  const sanitiser = unified()
    .use(rehypeSanitize, sanitises ? rawHtmlSchema : siteSchema)
    .freeze();
  const finisher = unified()
    .use(rehypeSanitize, sanitises ? rawHtmlSchema : siteSchema)
    .use(rehypeHighlight)
    .freeze();

  const toPage = (tree: Markdown): UnsafePage => {
    const { children } = transformer.runSync(tree);
    const last = children.at(-1);
    // Here and not later, since raw HTML could imitate them.
    if (!isNotes(last)) return { body: children, notes: undefined };
    moveFarAway(last);
    return { body: children.slice(0, -1), notes: last };
  };
  const clean = (children: RootContent[]): RootContent[] =>
    sanitiser.runSync({ type: 'root', children }).children;
  // Sanitises raw HTML once more, which changes nothing: one processor is cheaper than two.
  const highlight = (children: RootContent[]): RootContent[] =>
    finisher.runSync({ type: 'root', children }).children;
  const cleanRaw = (read: RootContent[]): RootContent[] => settleHtml(clean(read), clean);
  const finish = (nodes: readonly RootContent[]): RootContent[] =>
    highlight(sanitises ? cleanRaw(readRawHtml(nodes)) : [...nodes]);

  return {
    toPage,
    finish,
    finishClosed(nodes) {
      if (!sanitises) return finish(nodes);
      const read = readClosedHtml(nodes);
      return read && highlight(cleanRaw(read));
    },
    build(tree) {
      const { body, notes } = toPage(tree);
      return finish(notes ? [...body, notes] : body);
    },
  };
}
