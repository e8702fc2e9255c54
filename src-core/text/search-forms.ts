import { toHiragana } from 'wanakana';
import { fold } from './fold.ts';

/** What a query is looked for as: folded, and in hiragana where it can be read as Latin letters for kana. */
export function searchForms(query: string): readonly string[] {
  const folded = fold(query.trim());
  if (folded === '') return [];
  if (!/^[a-z' -]+$/.test(folded)) return [folded];
  // The letters of a syllable that is not finished yet say nothing.
  const kana = toHiragana(folded.replace(/[\s']/g, '')).replace(/[a-z]+$/, '');
  return kana.length < 2 || /[a-z]/.test(kana) ? [folded] : [folded, kana];
}
