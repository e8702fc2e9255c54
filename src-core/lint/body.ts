import type { Root } from 'mdast';
import { type BodyRecord, readBodyRecord } from '../catalog/body-record.ts';
import type { Flavour } from '../catalog/workspace-config.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { type RefusedBody, refuseBody } from './body-limits.ts';

/** A parsed body, kept as long as its text stays the same. */
export interface Body {
  /** Without the byte order mark, which the parser would not count. */
  readonly text: string;
  readonly flavour: Flavour;
  readonly tree: Root;
  /** Why the tree is empty although the text is not, if it is. */
  readonly refused: RefusedBody | undefined;
  readonly record: BodyRecord;
}

/** Parses a body as the site profile says; a hostile one is refused instead of parsed. */
export function readBody(text: string, flavour: Flavour): Body {
  const refused = refuseBody(text);
  const tree: Root = refused ? { type: 'root', children: [] } : parseMarkdown(text, flavour);
  return { text, flavour, tree, refused, record: readBodyRecord(text, tree) };
}
