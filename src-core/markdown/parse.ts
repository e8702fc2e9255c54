import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { remark } from 'remark';
import type { Processor } from 'unified';
import type { Flavour } from '../catalog/workspace-config.ts';
import type { ParserExtension } from './known-references.ts';

/** A processor whose parser reads one flavour of Markdown. */
export type MarkdownParser = Processor<Root, undefined, undefined, Root, string>;

/** A new parser of a flavour; `extensions` come after those of the flavour. */
export function createMarkdownParser(
  flavour: Flavour,
  extensions: readonly ParserExtension[] = [],
): MarkdownParser {
  const parser = remark();
  if (flavour !== 'commonmark') parser.use(remarkGfm);
  // The strikethrough plugin must come after remark-gfm, or single tildes are lost.
  if (flavour === 'gfm-cjk') parser.use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough);
  parser.use(function addExtensions() {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
  });
  return parser.freeze();
}

const parsers = new Map<Flavour, MarkdownParser>();

/** The parser of a flavour; made once, since freezing a processor costs more than a paragraph. */
function markdownParser(flavour: Flavour): MarkdownParser {
  let parser = parsers.get(flavour);
  if (!parser) parsers.set(flavour, (parser = createMarkdownParser(flavour)));
  return parser;
}

/** The mdast tree of a Markdown text without front matter; positions are offsets in that text. */
export function parseMarkdown(text: string, flavour: Flavour): Root {
  return markdownParser(flavour).parse(text);
}
