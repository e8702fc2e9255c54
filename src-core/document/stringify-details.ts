import { renderJson } from './json-style.ts';

/** The guide details of a new guide, fences included: two spaces, one list item a line, fields in `order` first. Never for an existing guide. */
export function stringifyDetails(
  data: Readonly<Record<string, unknown>>,
  { order = [] }: { readonly order?: readonly string[] } = {},
): string {
  const names = [...order, ...Object.keys(data)].filter((name) => data[name] !== undefined);
  const ordered = Object.fromEntries([...new Set(names)].map((name) => [name, data[name]]));
  const style = { eol: '\n', unit: '  ', colon: ': ', comma: ', ', inlineLists: false };
  return `---json\n${renderJson(ordered, style, '', false)}\n---\n`;
}
