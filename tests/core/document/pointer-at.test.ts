import { describe, expect, it } from 'vitest';
import { parseGuide } from '#core/document/parse-guide';
import { pointerAt } from '#core/document/pointer-at';

const text = `---json
{
  "title": "題",
  "tags": ["医療", "資格"],
  "faq": [
    { "q": "費用は", "a": "1万円" }
  ]
}
---
# 題
`;

describe('the field at a place of the manuscript', () => {
  const parsed = parseGuide(text);
  it.each<[string, string, string | undefined]>([
    ['in a value', '"|題"', '/title'],
    ['in a name', '"ti|tle"', '/title'],
    ['before a name, on its line', '\n|  "title"', '/title'],
    ['after the comma of its line', '"題",|', '/title'],
    ['in an item of a list', '"資|格"', '/tags/1'],
    ['after the list of a line', '"資格"],|', '/tags'],
    ['in a row of a list of groups', '"1|万円"', '/faq/0/a'],
    ['before a row', '|    { "q"', '/faq/0'],
    ['after the brace that begins the details', 'json\n{|', undefined],
    ['on the last line of a value of several', '  ]|', '/faq'],
    ['in the body', '# |題', undefined],
  ])('%s', (_, marked, pointer) => {
    const before = marked.indexOf('|');
    const offset = text.indexOf(marked.replace('|', '')) + before;
    expect(pointerAt(parsed, offset)).toBe(pointer);
  });
});
