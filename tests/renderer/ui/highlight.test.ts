import { expect, test } from 'vitest';
import { fold } from '#core/text/fold';
import { highlightWords } from '../../../src-renderer/ui/highlight.ts';

const marked = (text: string, ...words: string[]) =>
  highlightWords(text, words.map(fold))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['止まらない基盤を育てる仕事', ['基盤'], '止まらない[基盤]を育てる仕事'],
  ['クラウド', ['くら'], '[クラ]ウド'],
  ['ＣＬＯＵＤ Engineer', ['cloud'], '[ＣＬＯＵＤ] Engineer'],
  ['ﾃﾞｰﾀ分析', ['データ'], '[ﾃﾞｰﾀ]分析'],
  ['㍿道標', ['会'], '[㍿]道標'],
  ['👩‍💻とコード', ['コード'], '👩‍💻と[コード]'],
  ['data data', ['data'], '[data] [data]'],
  ['cloud engineer', ['cloud', 'eng'], '[cloud] [eng]ineer'],
  ['何もない', ['x'], '何もない'],
  ['そのまま', [], 'そのまま'],
])('[P9] hits in %s for %o are marked on whole characters as written', (text, words, expected) => {
  expect(marked(text, ...words)).toBe(expected);
});
