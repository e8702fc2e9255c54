import type { Node } from 'jsonc-parser';
import {
  blanksBefore,
  breakBefore,
  colonOf,
  hasBreak,
  indentAt,
  isSpread,
  type JsonStyle,
  lastBreak,
  type Layout,
  readJsonStyle,
  renderJson,
} from './json-style.ts';
import type { JsonValue } from './json-value.ts';
import { propertyOf, toIndex } from './pointer.ts';
import type { TextEdit } from './text-edit.ts';

/** JSON with its syntax tree. */
export interface JsonSource {
  readonly text: string;
  readonly root: Node;
}

/** A node and the way to it: the containers from the root down, and which child of each leads on. */
export interface Place {
  readonly node: Node;
  readonly above: readonly Node[];
  readonly path: readonly number[];
}

/** Where a pointer's segments lead; the last of equal names, as sites read them. `undefined` where they lead nowhere. */
export function locate({ root }: JsonSource, segments: readonly string[]): Place | undefined {
  const path: number[] = [];
  const above: Node[] = [];
  let node = root;
  for (const segment of segments) {
    const children = node.children ?? [];
    const property = propertyOf(node, segment);
    const index =
      node.type === 'array' ? toIndex(segment) : property ? children.indexOf(property) : undefined;
    const child = index === undefined ? undefined : children[index];
    const next = node.type === 'array' ? child : child?.children?.[1];
    if (index === undefined || !next) return undefined;
    path.push(index);
    above.push(node);
    node = next;
  }
  return { node, above, path };
}

const endOf = (node: Node): number => node.offset + node.length;

const isContainer = ({ type }: Node): boolean => type === 'array' || type === 'object';

/** Whether what is new in a place has to stay on its line, as all around it does. */
function isWithinLine(text: string, { above }: Place): boolean {
  const parent = above.at(-1);
  return parent !== undefined && isSpread(text, parent) === false;
}

/** Puts a value in place of another; nothing around it is touched. */
export function replaceValue({ text }: JsonSource, place: Place, value: JsonValue): TextEdit {
  const { node, above } = place;
  // A list for a list keeps its layout; only a value of another kind takes that of the guide.
  const own = text.slice(node.offset, endOf(node));
  const eol = (isContainer(node) && lastBreak(own)) || breakBefore(text, node.offset);
  const style = { ...readJsonStyle(text, above), eol };
  let layout: Layout | undefined = isWithinLine(text, place) ? 'inline' : undefined;
  const spread = isContainer(node) ? (isSpread(text, node) ?? hasBreak(own)) : false;
  if (spread) layout = 'spread';
  else if (node.children?.length) layout = 'inline';
  const insert = renderJson(value, style, indentAt(text, node.offset), layout);
  return { from: node.offset, to: endOf(node), insert };
}

/** What is to be added: a list item, or a field where a name is given (as written, with its quotes). */
export interface NewChild {
  readonly rawName?: string;
  readonly value: JsonValue;
  /** Keeps the value's own layout as well. */
  readonly asWritten?: boolean;
}

/** What parts children `index - 1` and `index`, comma and blanks. */
function gapAt(text: string, children: readonly Node[], index: number): string | undefined {
  const [before, after] = [children[index - 1], children[index]];
  return before && after && text.slice(endOf(before), after.offset);
}

/** A gap without the blank lines in it; they part groups, which a new item does not begin. */
function withoutBlankLines(gap: string): string {
  const breaks = [...gap.matchAll(/\r\n|\r|\n/g)];
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (!first || !last || first === last) return gap;
  const joined = gap.slice(0, first.index) + gap.slice(last.index);
  return joined.includes(',') ? joined : gap;
}

/** What is to part a new child number `index` from its neighbour, laid out as its neighbours are. */
function newGap(text: string, children: readonly Node[], index: number, comma: string): string {
  const [first] = children;
  const place = Math.max(1, Math.min(index, children.length - 1));
  const gap = gapAt(text, children, place);
  if (gap === undefined) {
    const blanks = first ? blanksBefore(text, first.offset) : '';
    return hasBreak(blanks) ? withoutBlankLines(`,${blanks}`) : comma;
  }
  const everywhere = children
    .slice(1)
    .every(
      (_, i) =>
        withoutBlankLines(gapAt(text, children, i + 1) ?? '') !== gapAt(text, children, i + 1),
    );
  return everywhere ? gap : withoutBlankLines(gap);
}

/** The layout of the nearest item of a list that is like a new one; `undefined` where none is. */
function layoutOfSibling(
  text: string,
  children: readonly Node[],
  index: number,
  { node }: JsonValue,
): Layout | undefined {
  const alike = (child: Node): boolean => child.type === node.type && !!child.children?.length;
  const sibling = children.slice(0, index).findLast(alike) ?? children.slice(index).find(alike);
  if (!sibling) return undefined;
  return isSpread(text, sibling) ? 'spread' : 'inline';
}

/** Adds a list item or a field as child number `index` of a container, laid out like its neighbours. */
export function insertChild(
  { text }: JsonSource,
  place: Place,
  index: number,
  child: NewChild,
): TextEdit {
  const { node: container, above } = place;
  const children = container.children ?? [];
  const read = readJsonStyle(text, [...above, container]);
  const colon = colonOf(text, children.slice(Math.max(0, index - 1))) ?? read.colon;
  const write = (style: JsonStyle, indent: string, layout: Layout | undefined): string => {
    const { node } = child.value;
    const value = child.asWritten
      ? child.value.text.slice(node.offset, endOf(node))
      : renderJson(child.value, style, indent, layout);
    return child.rawName === undefined ? value : child.rawName + colon + value;
  };

  const [first] = children;
  // An empty container shows no layout but the blanks in it; they give way to what is new.
  if (!first) {
    const range = { from: container.offset + 1, to: endOf(container) - 1 };
    const blanks = text.slice(range.from, range.to);
    const style = { ...read, eol: lastBreak(blanks) ?? breakBefore(text, container.offset) };
    const outer = indentAt(text, container.offset);
    const own = container.type === 'array' ? style.list : style.object;
    const inline = isWithinLine(text, place) || own.inline;
    if (inline && !hasBreak(blanks)) {
      const pad = blanks === '' ? own.pad : blanks;
      return { ...range, insert: pad + write(style, outer, 'inline') + pad };
    }
    const inner = outer + style.unit;
    const insert = style.eol + inner + write(style, inner, undefined) + style.eol + outer;
    return { ...range, insert };
  }

  const gap = newGap(text, children, index, read.comma);
  const neighbour = children[index - 1] ?? first;
  const style = { ...read, eol: lastBreak(gap) ?? breakBefore(text, neighbour.offset) };
  // Items of a list resemble one another, fields of an object need not.
  const sibling =
    container.type === 'array' ? layoutOfSibling(text, children, index, child.value) : undefined;
  const layout = sibling ?? (hasBreak(gap) ? undefined : 'inline');
  const lastLine = /[\r\n]([ \t]*)[^\r\n]*$/.exec(gap)?.[1];
  const indent =
    index === 0 || lastLine === undefined ? indentAt(text, neighbour.offset) : lastLine;
  const item = write(style, indent, layout);
  if (index === 0) return { from: first.offset, to: first.offset, insert: item + gap };
  return { from: endOf(neighbour), to: endOf(neighbour), insert: gap + item };
}

/** Takes child number `index` out of a container, with the comma and blanks that only served it. */
export function removeChild(container: Node, index: number): TextEdit | undefined {
  const children = container.children ?? [];
  const child = children[index];
  const before = children[index - 1];
  const after = children[index + 1];
  if (!child) return undefined;
  if (after) return { from: child.offset, to: after.offset, insert: '' };
  if (before) return { from: endOf(before), to: endOf(child), insert: '' };
  return { from: container.offset + 1, to: endOf(container) - 1, insert: '' };
}

/** Moves a list item; each item keeps its own writing, the commas and blanks stay where they are. */
export function moveChild(
  text: string,
  list: Node,
  from: number,
  to: number,
): TextEdit | undefined {
  const children = list.children ?? [];
  const first = children[Math.min(from, to)];
  const last = children[Math.max(from, to)];
  if (!first || !last) return undefined;
  const order = children.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  let insert = '';
  for (let slot = Math.min(from, to); slot <= Math.max(from, to); slot += 1) {
    const [place, item, next] = [children[slot], children[order[slot] ?? slot], children[slot + 1]];
    if (!place || !item) return undefined;
    insert += text.slice(item.offset, endOf(item));
    if (place !== last && next) insert += text.slice(endOf(place), next.offset);
  }
  return { from: first.offset, to: endOf(last), insert };
}
