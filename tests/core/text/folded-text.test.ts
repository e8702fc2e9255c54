import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src-core/text/fold.ts';
import { findFolded, foldText, type Ignored } from '../../../src-core/text/folded-text.ts';
import { createRestore, keepText, restoreText } from '../../../src-core/text/kept-text.ts';
import { createPairFilter, mayHave } from '../../../src-core/text/pair-filter.ts';

const all: Ignored = { case: true, kana: true };
const modes: readonly Ignored[] = [
  all,
  { case: true, kana: false },
  { case: false, kana: true },
  { case: false, kana: false },
];

/** Pieces of Japanese manuscripts, with all that does not fold one unit for one. */
const pieces = [
  ...[
    'か',
    'カ',
    'ｶ',
    'ガ',
    'ｶﾞ',
    'か\u3099',
    'ﾊﾟ',
    'ぱ',
    'パ',
    'ハ',
    '\u3099',
    'ﾟ',
    'ﾞ',
    'ー',
    'ｰ',
  ],
  ...[
    '㍿',
    '株式会社',
    '会',
    '㌔',
    'キロ',
    'ロ',
    '…',
    '...',
    '.',
    '①',
    '1',
    '１',
    '1️⃣',
    'Ａ',
    'a',
    'A',
  ],
  ...[
    'İ',
    'ß',
    'ς',
    'Σ',
    'σ',
    'é',
    'e\u0301',
    '𝐀',
    '👩‍💻',
    '\ud83d',
    '\udc69',
    '한',
    '\u1112\u1161',
    '\u11ab',
  ],
  ...['\n', '　', ' ', '（', '(', '漢', '⼈', '人', 'ﬁ', 'fi', '゛', 'ヴ', 'ヷ', '\u0345'],
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 24 }),
);

/** Characters with what joins them, found another way than the module does. */
function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (const char of text) {
    const joins = /^[\p{M}ﾞﾟ\u1160-\u11ff\uffa0-\uffdc]$/u.test(char);
    if (joins && clusters.length > 0) clusters[clusters.length - 1] += char;
    else clusters.push(char);
  }
  return clusters;
}

describe('folding a text with its places', () => {
  it('finds whole characters where the folded text has another length', () => {
    const found = (text: string, word: string) =>
      findFolded(foldText(text, all), foldText(word, all).folded).hits.map(({ from, to }) =>
        text.slice(from, to),
      );
    expect(found('架空㍿と株式会社', '会社')).toEqual(['㍿', '会社']);
    expect(found('ｽｰﾊﾟｰとスーパー', 'すーぱー')).toEqual(['ｽｰﾊﾟｰ', 'スーパー']);
    expect(found('42㌔走るキロ', 'キロ')).toEqual(['㌔', 'キロ']);
    expect(found('待つ……', '.')).toEqual(['…', '…']);
    expect(found('ガカか\u3099か', 'か')).toEqual(['カ', 'か']);
    expect(found('ＡＷＳとaws', 'AWS')).toEqual(['ＡＷＳ', 'aws']);
    expect(found('1️⃣ 2️⃣', '1')).toEqual(['1']);
  });

  it('tells apart what is not ignored', () => {
    const found = (ignored: Ignored) =>
      findFolded(foldText('Cat CAT ｃａｔ', ignored), foldText('cat', ignored).folded).count;
    expect(modes.map(found)).toEqual([3, 2, 1, 0]);
  });

  it('folds a whole text as the search fields do', () => {
    const usual = pieces.filter((piece) => !/[ςΣİ]/.test(piece));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...usual)), (parts) => {
        expect(foldText(parts.join(''), all).folded).toBe(fold(parts.join('')));
      }),
    );
  });

  it('finds every place that a slow search finds, and the text there folds to what was sought', () => {
    const pairs = fc.tuple(texts, texts, fc.nat(24), fc.nat(4), fc.constantFrom(...modes));
    fc.assert(
      fc.property(pairs, ([text, other, start, length, ignored]) => {
        const clusters = clustersOf(text);
        const picked = clusters.slice(start, start + length).join('') || other.slice(0, 2);
        const word = foldText(picked, ignored).folded;
        const folded = foldText(text, ignored);
        const { hits: found, count } = findFolded(folded, word);
        let last = 0;
        for (const { from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(foldText(text.slice(from, to), ignored).folded).toContain(word);
          last = to;
        }
        expect(count).toBe(found.length);
        if (count > 0) expect(mayHave(createPairFilter(folded.folded), word)).toBe(true);
        if (word === '') return;
        // Every place where some characters together fold to a text with the word touches one that was found.
        for (let first = 0; first < clusters.length; first += 1) {
          for (let end = first + 1; end <= Math.min(first + 4, clusters.length); end += 1) {
            const window = clusters.slice(first, end);
            const whole = window.map((one) => foldText(one, ignored).folded).join('');
            if (!whole.includes(word)) continue;
            const from = clusters.slice(0, first).join('').length;
            const to = from + window.join('').length;
            expect(found.some((one) => one.from < to && one.to > from)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a text so that it can be had back', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (parts) => {
        const text = parts.join('カタカナ');
        const kept = keepText(text);
        expect(restoreText(kept)).toBe(text);
        // The same in pieces, in any order.
        const { hits } = findFolded(kept, 'か');
        const restore = createRestore(kept);
        for (const { from, to, folded } of [...hits, ...hits.toReversed()]) {
          expect(restore(folded.from, folded.to)).toBe(text.slice(from, to));
        }
      }),
      { numRuns: 500 },
    );
    const long = `${'あ'.repeat(70_000)}ア${'イ'.repeat(70_000)}㌔${'か'.repeat(140_000)}ガ`;
    expect(restoreText(keepText(long))).toBe(long);
  });
});
