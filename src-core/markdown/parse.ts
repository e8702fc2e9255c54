import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { remark } from 'remark';
import type { Data, Processor } from 'unified';
import type { Flavour } from '../catalog/workspace-config.ts';
import type { ParserExtension } from './known-references.ts';

/** A processor whose parser reads one flavour of Markdown. */
export type MarkdownParser = Processor<Root, undefined, undefined, Root, string>;

type TreeExtension = NonNullable<Data['fromMarkdownExtensions']>[number];

function withoutTransforms(extension: TreeExtension): TreeExtension {
  if (Array.isArray(extension)) return extension.map(withoutTransforms) as TreeExtension;
  return { ...extension, transforms: [] };
}

/**
 * A new parser of a flavour; `extensions` come after those of the flavour. With `addresses` false it
 * leaves out the walk of the finished tree in search of bare addresses, which costs a tenth of a
 * short text and finds nothing in those of which `mayHoldAddress` says no.
 */
export function createMarkdownParser(
  flavour: Flavour,
  extensions: readonly ParserExtension[] = [],
  { addresses = true } = {},
): MarkdownParser {
  const parser = remark();
  if (flavour !== 'commonmark') parser.use(remarkGfm);
  // The strikethrough plugin must come after remark-gfm, or single tildes are lost.
  if (flavour === 'gfm-cjk') parser.use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough);
  parser.use(function addExtensions() {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
    if (addresses) return;
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map(withoutTransforms);
  });
  return parser.freeze();
}

/** Whether a text can hold a bare address that GFM makes a link of, also one spelled with escapes or references. */
export function mayHoldAddress(text: string): boolean {
  return /[@&\\]|http|www/i.test(text);
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
