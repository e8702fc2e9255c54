/** A word of a text that is worth looking up; offsets in that text. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const runs = /[\p{Script=Latin}\p{M}\p{N}_'’]+/gu;
const joins = /[@#/\\=&%$~+]/;

/** Whether a sign ties a word to what stands beside it, as in `index.md`, `https://` or `#tag`. */
function isTied(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  if (joins.test(before) || joins.test(after)) return true;
  const letter = /[\p{Script=Latin}\p{N}/]/u;
  const dot = /[.:]/;
  return (
    (dot.test(before) && letter.test(text[from - 2] ?? '')) ||
    (dot.test(after) && letter.test(text[to + 1] ?? ''))
  );
}

function isCheckable(word: string): boolean {
  // Words with other letters than those of English, with digits or underscores, names written likeThis.
  if (!/^[A-Za-z']+$/.test(word) || /[a-z][A-Z]/.test(word)) return false;
  const letters = word.replaceAll("'", '');
  return letters.length > 2 && !(letters.length <= 5 && letters === letters.toUpperCase());
}

/**
 * The English words of a text that are looked up: not what is part of an address, a file name or a tag, no
 * abbreviations, no names of a program's parts. `’` is given as `'`, as dictionaries write it.
 */
export function spellingWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    const trimmed = run.replace(/^['’]+/, '');
    const from = index + run.length - trimmed.length;
    const bare = trimmed.replace(/['’]+$/, '');
    const word = bare.replaceAll('’', "'");
    const to = from + bare.length;
    if (isCheckable(word) && !isTied(text, from, to)) words.push({ word, from, to });
  }
  return words;
}
