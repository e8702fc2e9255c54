import { renderJson } from './json-style.ts';
import { toJsonValue } from './json-value.ts';

/** The guide details of a new guide, fences included: two spaces, one list item a line, fields in `order` first. Never for an existing guide. */
export function stringifyDetails(
  data: Readonly<Record<string, unknown>>,
  { order = [] }: { readonly order?: readonly string[] } = {},
): string {
  const names = [...order, ...Object.keys(data)].filter((name) => data[name] !== undefined);
  const ordered = Object.fromEntries([...new Set(names)].map((name) => [name, data[name]]));
  const spread = { inline: false, pad: '' };
  const style = {
    eol: '\n',
    unit: '  ',
    colon: ': ',
    comma: ', ',
    list: spread,
    object: spread,
  };
  const value = toJsonValue(ordered);
  return `---json\n${value ? renderJson(value, style, '') : '{}'}\n---\n`;
}
