import type { Node } from 'jsonc-parser';

/** How the author lays JSON out, read off the text so that what is added looks like what is there. */
export interface JsonStyle {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** What stands between a name and its value, the colon included. */
  readonly colon: string;
  /** What stands between two items on one line, the comma included. */
  readonly comma: string;
  /** Whether lists are written on one line. */
  readonly inlineLists: boolean;
}

/** The blanks directly before an offset, line breaks included. */
export function blanksBefore(text: string, offset: number): string {
  let from = offset;
  while (from > 0 && ' \t\r\n'.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from, offset);
}

const hasBreak = (blanks: string): boolean => /[\r\n]/.test(blanks);

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

function* lists(node: Node): Generator<Node> {
  if (node.type === 'array') yield node;
  for (const child of node.children ?? []) yield* lists(child);
}

/** Reads the style of a JSON object; what the text does not show is as guides usually have it. */
export function readJsonStyle(text: string, root: Node): JsonStyle {
  const source = text.slice(0, root.offset + root.length);
  const first = root.children?.[0];
  const indent = first && isSpread(text, root) ? indentAt(text, first.offset) : '';
  const outer = indentAt(text, root.offset);
  const unit = indent.startsWith(outer) ? indent.slice(outer.length) : '';
  const [key, value] = first?.children ?? [];
  const between = key && value ? text.slice(key.offset + key.length, value.offset) : ': ';
  const filled = [...lists(root)].filter((list) => (list.children?.length ?? 0) > 0);
  const spread = filled.filter((list) => isSpread(text, list)).length;
  const colon = hasBreak(between) ? ': ' : between;
  return {
    eol: /\r\n|\r|\n/.exec(source)?.[0] ?? '\n',
    unit: unit === '' ? '  ' : unit,
    colon,
    comma: /\s$/.test(colon) ? ', ' : ',',
    inlineLists: isSpread(text, root) === false || filled.length > 2 * spread,
  };
}

/** JSON text of a value in a style; `indent` is that of the line it begins on, `inline` keeps it on one line. */
export function renderJson(
  value: unknown,
  style: JsonStyle,
  indent: string,
  inline: boolean,
): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const oneLine = inline || (list && style.inlineLists);
  const inner = oneLine ? indent : indent + style.unit;
  const items = list
    ? value.map((item) => renderJson(item, style, inner, oneLine))
    : Object.entries(value).map(
        ([name, child]) =>
          JSON.stringify(name) + style.colon + renderJson(child, style, inner, oneLine),
      );
  if (items.length === 0) return open + close;
  if (oneLine) return open + items.join(style.comma) + close;
  const glue = style.eol + inner;
  return open + glue + items.join(`,${glue}`) + style.eol + indent + close;
}
