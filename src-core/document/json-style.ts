import type { Node } from 'jsonc-parser';
import { fieldsOf, itemsOf, type JsonValue, rawOf } from './json-value.ts';

/** How lists, or objects, are laid out. */
export interface ContainerStyle {
  /** On one line, or one item a line. */
  readonly inline: boolean;
  /** What stands between a bracket and what it encloses on one line. */
  readonly pad: string;
}

/** How the author lays JSON out, read off the text so that what is added looks like what is there. */
export interface JsonStyle {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** What stands between a name and its value, the colon included. */
  readonly colon: string;
  /** What stands between two items on one line, the comma included. */
  readonly comma: string;
  readonly list: ContainerStyle;
  readonly object: ContainerStyle;
}

const lineBreak = /\r\n|\r|\n/g;

/** Whether a text spans lines. */
export const hasBreak = (text: string): boolean => /[\r\n]/.test(text);

/** The last line break of a text; `undefined` where it has none. */
export const lastBreak = (text: string): string | undefined => text.match(lineBreak)?.at(-1);

/** The blanks directly before an offset, line breaks included. */
export function blanksBefore(text: string, offset: number): string {
  let from = offset;
  while (from > 0 && ' \t\r\n'.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from, offset);
}

/** Whether the first item of a list or object stands on a line of its own; `undefined` where it is empty. */
export function isSpread(text: string, container: Node): boolean | undefined {
  const first = container.children?.[0];
  return first && hasBreak(blanksBefore(text, first.offset));
}

/** The blanks a line begins with; `offset` may be anywhere in the line. */
export function indentAt(text: string, offset: number): string {
  let from = offset;
  while (from > 0 && !/[\r\n]/.test(text.charAt(from - 1))) from -= 1;
  return /^[ \t]*/.exec(text.slice(from, offset))?.[0] ?? '';
}

/** What ends the line before an offset, so that new lines there end alike; `\n` on the first line. */
export function breakBefore(text: string, offset: number): string {
  let to = offset;
  while (to > 0 && !/[\r\n]/.test(text.charAt(to - 1))) to -= 1;
  return lastBreak(text.slice(Math.max(0, to - 2), to)) ?? '\n';
}

function* within(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    yield child;
    yield* within(child);
  }
}

/** What stands between name and value of the first of some properties that has both on one line. */
export function colonOf(text: string, nodes: readonly Node[]): string | undefined {
  for (const { type, children: [key, value] = [] } of nodes) {
    if (type !== 'property' || !key || !value) continue;
    const between = text.slice(key.offset + key.length, value.offset);
    if (!hasBreak(between)) return between;
  }
  return undefined;
}

function commaOf(text: string, nodes: readonly Node[]): string | undefined {
  for (const { type, children: [first, second] = [] } of nodes) {
    if (type === 'property' || !first || !second) continue;
    const between = text.slice(first.offset + first.length, second.offset);
    if (!hasBreak(between)) return between;
  }
  return undefined;
}

const padOf = (text: string, { children: [first] = [] }: Node): string =>
  first ? blanksBefore(text, first.offset) : '';

/** What most of a kind do; `undefined` where there is none to tell by. */
function styleOf(text: string, containers: readonly Node[]): ContainerStyle | undefined {
  const spread = containers.filter((node) => isSpread(text, node) === true);
  const inline = containers.filter(
    (node) =>
      node.children?.length && !hasBreak(text.slice(node.offset, node.offset + node.length)),
  );
  if (spread.length + inline.length === 0) return undefined;
  const [sample] = inline;
  return {
    inline: inline.length > spread.length,
    pad: sample ? padOf(text, sample) : '',
  };
}

function unitOf(text: string, container: Node): string | undefined {
  const first = container.children?.[0];
  if (!first || isSpread(text, container) === false) return undefined;
  const [inner, outer] = [indentAt(text, first.offset), indentAt(text, container.offset)];
  return inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : undefined;
}

/**
 * Reads the style around a place: `around` are the containers from the root down to the one that
 * changes, and the nearest that shows something counts. What none shows is as guides usually have it.
 */
export function readJsonStyle(text: string, around: readonly Node[]): Omit<JsonStyle, 'eol'> {
  const found: {
    unit?: string | undefined;
    colon?: string | undefined;
    comma?: string | undefined;
    list?: ContainerStyle | undefined;
    object?: ContainerStyle | undefined;
  } = {};
  for (const container of around.toReversed()) {
    const inner = [...within(container)];
    found.unit ??= unitOf(text, container);
    found.colon ??= colonOf(text, inner);
    found.comma ??= commaOf(text, [container, ...inner]);
    for (const [kind, type] of [
      ['list', 'array'],
      ['object', 'object'],
    ] as const) {
      found[kind] ??= styleOf(
        text,
        inner.filter((node) => node.type === type),
      );
    }
  }
  const [root] = around;
  const asRoot =
    root && isSpread(text, root) === false
      ? { inline: true, pad: padOf(text, root) }
      : { inline: false, pad: '' };
  const colon = found.colon ?? ': ';
  return {
    unit: found.unit ?? '  ',
    colon,
    comma: found.comma ?? (/\s$/.test(colon) ? ', ' : ','),
    list: found.list ?? { inline: asRoot.inline, pad: '' },
    object: found.object ?? asRoot,
  };
}

/** How a value is laid out whatever the style says; what is inside an inline value is inline as well. */
export type Layout = 'inline' | 'spread';

/** A value laid out in a style, its scalars and names as written; `indent` is that of the line it begins on. */
export function renderJson(
  value: JsonValue,
  style: JsonStyle,
  indent: string,
  layout?: Layout,
): string {
  const { type } = value.node;
  if (type !== 'array' && type !== 'object') return rawOf(value);
  const [open, close] = type === 'array' ? ['[', ']'] : ['{', '}'];
  const own = type === 'array' ? style.list : style.object;
  const inline = layout === undefined ? own.inline : layout === 'inline';
  const inner = inline ? indent : indent + style.unit;
  const render = (child: JsonValue): string =>
    renderJson(child, style, inner, inline ? 'inline' : undefined);
  const items =
    type === 'array'
      ? itemsOf(value).map(render)
      : fieldsOf(value).map((field) => field.rawName + style.colon + render(field.value));
  if (items.length === 0) return open + close;
  if (inline) return open + own.pad + items.join(style.comma) + own.pad + close;
  const glue = style.eol + inner;
  return open + glue + items.join(`,${glue}`) + style.eol + indent + close;
}
