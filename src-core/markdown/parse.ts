import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Flavour } from '../catalog/workspace-config.ts';

/** A processor whose parser reads one flavour of Markdown. */
export type MarkdownParser = Processor<Root>;

function createParser(flavour: Flavour): MarkdownParser {
  const parser = unified().use(remarkParse);
  if (flavour === 'commonmark') return parser as unknown as MarkdownParser;
  const gfm = parser.use(remarkGfm);
  if (flavour === 'gfm') return gfm as unknown as MarkdownParser;
  // The strikethrough plugin must come after remark-gfm, or single tildes are lost.
  return gfm
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyGfmStrikethrough)
    .freeze() as unknown as MarkdownParser;
}

const parsers = new Map<Flavour, MarkdownParser>();

/** The parser of a flavour; made once, since freezing a processor costs more than a paragraph. */
export function markdownParser(flavour: Flavour): MarkdownParser {
  let parser = parsers.get(flavour);
  if (!parser) parsers.set(flavour, (parser = createParser(flavour)));
  return parser;
}

/** The mdast tree of a Markdown text without front matter; positions are offsets in that text. */
export function parseMarkdown(text: string, flavour: Flavour): Root {
  return markdownParser(flavour).parse(text) as Root;
}
