import type { Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { TextRange } from '../document/pointer.ts';

/** An address in a body; offsets count from where the body begins. */
export interface BodyReference extends TextRange {
  /** The address as the site follows it, without query and anchor, percent signs decoded. */
  readonly value: string;
}

/** What the workspace keeps of a body; it stays true while only the guide details change. */
export interface BodyRecord {
  /** Latin name from the H1 (between the bracket and the colon), else the H1, else empty. */
  readonly name: string;
  readonly images: readonly BodyReference[];
  readonly links: readonly BodyReference[];
}

/** The record of a body that has not been read, or says nothing. */
export const emptyBodyRecord: BodyRecord = { name: '', images: [], links: [] };

/** The name of a guide from the text of its H1: `[完全ガイド] Nurse: …` is "Nurse". */
export function nameFromHeading(heading: string): string {
  let text = heading.trim();
  const bracket = text.startsWith('[') ? text.indexOf(']') : -1;
  if (bracket < 0) return text;
  text = text.slice(bracket + 1).trim();
  const colon = text.search(/[:：]/);
  return (colon < 0 ? text : text.slice(0, colon)).trim();
}

/** The name of a guide from the start of its body, without parsing it; empty where no H1 stands there. */
export function nameFromStart(body: string): string {
  for (const line of body.split(/\r\n|\n|\r/, 40)) {
    const text = line.replace('\ufeff', '');
    if (text.startsWith('# ')) return nameFromHeading(text.slice(2));
  }
  return '';
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Where the address of a link or image stands in its source; the whole node where it is written otherwise. */
function rangeOfAddress(body: string, from: number, to: number, url: string): TextRange {
  const start = url === '' ? -1 : body.slice(from, to).lastIndexOf(url);
  if (start < 0) return { from, to };
  return { from: from + start, to: from + start + url.length };
}

/** Reads name, images and links of a parsed body; addresses with a scheme or a host are left out. */
export function readBodyRecord(body: string, tree: Root): BodyRecord {
  let name = '';
  const images: BodyReference[] = [];
  const links: BodyReference[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading' && node.depth === 1 && name === '') {
      name = nameFromHeading(textOfNode(node));
    }
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') return;
    const { url } = node;
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) return;
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.startsWith('#')) return;
    const address = url.replace(/[?#].*$/s, '');
    const place = rangeOfAddress(body, from, to, address);
    const reference = { value: decode(address), ...place };
    if (node.type === 'image') images.push(reference);
    else links.push(reference);
  });
  return { name, images, links };
}

/** Where the body of a text begins, after a byte order mark as well. */
export function bodyStart(parsed: {
  readonly text: string;
  readonly parts: { readonly bodyFrom: number };
}): number {
  const { bodyFrom } = parsed.parts;
  return bodyFrom === 0 && parsed.text.startsWith('\ufeff') ? 1 : bodyFrom;
}
