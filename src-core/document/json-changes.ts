import type { Node } from 'jsonc-parser';
import { blanksBefore, indentAt, isSpread, type JsonStyle, renderJson } from './json-style.ts';
import { propertyOf, toIndex } from './pointer.ts';
import type { TextEdit } from './text-edit.ts';

/** JSON with its syntax tree. */
export interface JsonSource {
  readonly text: string;
  readonly root: Node;
}

/** A node and the way to it: containers from the root down, and which child of each leads on. */
export interface Place {
  readonly node: Node;
  readonly path: readonly number[];
  /** Whether all containers above spread over lines; what is added within a line stays in it. */
  readonly spread: boolean;
}

/** Where a pointer's segments lead; the last of equal names, as sites read them. `undefined` where they lead nowhere. */
export function locate({ text, root }: JsonSource, segments: readonly string[]): Place | undefined {
  const path: number[] = [];
  let node = root;
  let spread = true;
  for (const segment of segments) {
    const children = node.children ?? [];
    const property = propertyOf(node, segment);
    const index =
      node.type === 'array' ? toIndex(segment) : property ? children.indexOf(property) : undefined;
    const child = index === undefined ? undefined : children[index];
    const next = node.type === 'array' ? child : child?.children?.[1];
    if (index === undefined || !next) return undefined;
    spread &&= isSpread(text, node) !== false;
    path.push(index);
    node = next;
  }
  return { node, path, spread };
}

const endOf = (node: Node): number => node.offset + node.length;

/** Puts a value in place of another; nothing around it is touched. */
export function replaceValue(
  source: JsonSource,
  place: Place,
  value: unknown,
  style: JsonStyle,
): TextEdit {
  const { node } = place;
  const inline = !place.spread || isSpread(source.text, node) === false;
  const insert = renderJson(value, style, indentAt(source.text, node.offset), inline);
  return { from: node.offset, to: endOf(node), insert };
}

/** Adds a list item, or a property where `name` is given, as child number `index` of a container, laid out like its neighbours. */
export function insertChild(
  source: JsonSource,
  place: Place,
  index: number,
  child: { readonly name?: string; readonly value: unknown },
  style: JsonStyle,
): TextEdit {
  const { text } = source;
  const { node: container } = place;
  const children = container.children ?? [];
  const render = (indent: string, inline: boolean): string =>
    (child.name === undefined ? '' : JSON.stringify(child.name) + style.colon) +
    renderJson(child.value, style, indent, inline);

  const [first, second] = children;
  const last = children.at(-1);
  const outer = indentAt(text, container.offset);
  if (!first || !last) {
    const range = { from: container.offset + 1, to: endOf(container) - 1 };
    const inline = !place.spread || (container.type === 'array' && style.inlineLists);
    if (inline) return { ...range, insert: render(outer, true) };
    const inner = outer + style.unit;
    const insert = style.eol + inner + render(inner, false) + style.eol + outer;
    return { ...range, insert };
  }

  // The blanks before a neighbour are copied, so that a list in a line, in lines or in both stays so.
  const blanksOf = (neighbour: Node): string => {
    const own = blanksBefore(text, neighbour.offset);
    return neighbour !== first || /[\r\n]/.test(own)
      ? own
      : second
        ? blanksBefore(text, second.offset)
        : style.comma.slice(1);
  };
  const neighbour = children[Math.max(index, 1)] ?? last;
  const blanks = blanksOf(index === 0 ? first : neighbour);
  const inline = !/[\r\n]/.test(blanks);
  const indent = inline ? outer : (/[ \t]*$/.exec(blanks)?.[0] ?? '');
  const item = render(indent, inline);
  if (index === 0) return { from: first.offset, to: first.offset, insert: `${item},${blanks}` };
  const at = endOf(children[index - 1] ?? last);
  return { from: at, to: at, insert: `,${blanks}${item}` };
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
