import { expect, test } from 'vitest';
import { spellingWords } from '#core/text/spelling-words';

const words = (text: string): string[] => spellingWords(text).map(({ word }) => word);

test('English words are found between Japanese, with their apostrophes and places', () => {
  expect(spellingWords('私はEngineer’sの「works」を読む')).toEqual([
    { word: "Engineer's", from: 2, to: 12 },
    { word: 'works', from: 14, to: 19 },
  ]);
  expect(words("It's 'quoted' well-known. The end.")).toEqual([
    ...["It's", 'quoted', 'well', 'known', 'The', 'end'],
  ]);
});

test('addresses, file names, tags, abbreviations and names of code are not looked up', () => {
  expect(
    words('see https://exmaple.com/pathh or index.md, a@exmaple.com, #hashtagg, @namme'),
  ).toEqual(['see']);
  expect(words('AWS HTML SRE iOS camelCase snake_case v2 x86 ab C ＦＵＬＬ café')).toEqual([]);
  expect(words('KUBERNETES is long')).toEqual(['KUBERNETES', 'long']);
});

test('a dot or colon at the end of a sentence ties nothing', () => {
  expect(words('One word. Next: more')).toEqual(['One', 'word', 'Next', 'more']);
});
