import { fold } from './fold.ts';

/** Words shorter than this (in characters, folded) are the same only where nothing is left to tell them apart. */
const slipFrom = 5;
/** Fewest letters of one Latin word in which a slip is a slip, not another abbreviation (B2B, B2C). */
const latinFrom = 5;

/**
 * The form in which two words are one: without differences in width, kana, case, blanks, middle dots and
 * punctuation at the end, and without long-vowel marks where enough of the word is left (サーバー and
 * サーバ, マネージャー and マネジャー, but not ビール and ビル).
 */
export function termKey(word: string): string {
  const plain = fold(word)
    .replace(/[\s・]+/g, '')
    .replace(/[、。,.!?:;…]+$/, '')
    // Hyphens and dashes after kana stand for the mark that looks like them.
    .replace(/(?<=[ぁ-ゖ])[-‐-―−]/g, 'ー');
  const open = plain.length > 3 ? plain.replace(/ー+$/, '') : plain;
  return plain.length >= slipFrom ? open.replaceAll('ー', '') : open;
}

/** Where two texts begin to differ, and what of each does, the shared end left out. */
function difference(a: string, b: string): readonly [at: number, ofA: string, ofB: string] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(a.length, b.length);
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [head, a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

function letterRun(text: string, at: number): number {
  const before = /[a-z]*$/.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[a-z]*/.exec(text.slice(at))?.[0].length ?? 0;
  return before + after;
}

/**
 * Whether one letter added, dropped or changed, or two swapped, lies between two folded words. Kana slip
 * under the fingers, and letters within a Latin word; another kanji or digit makes another word (一級建築士
 * and 二級建築士), and so does another beginning.
 */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < slipFrom || Math.abs(a.length - b.length) > 1) return false;
  const [at, ofA, ofB] = difference(a, b);
  if (at === 0) return false;
  const swapped = ofA.length === 2 && ofB.length === 2 && ofA[0] === ofB[1] && ofA[1] === ofB[0];
  if (!swapped && (ofA.length > 1 || ofB.length > 1)) return false;
  if (/^[ぁ-ゖ]+$/.test(ofA + ofB)) return true;
  const latin = Math.max(letterRun(a, at), letterRun(b, at)) >= latinFrom;
  return latin && /^[a-z]+$/.test(ofA + ofB);
}

/** Words to compare others with, folded once. */
export interface NearWords {
  /** The first word that `word` was probably meant to be and that `accept` takes; never the word itself. */
  find(word: string, accept: (candidate: string) => boolean): string | undefined;
}

/** Makes words comparable; earlier ones are preferred, one that differs in writing alone to a slip. */
export function createNearWords(words: Iterable<string>): NearWords {
  const byKey = new Map<string, string[]>();
  // A slip neither changes the beginning nor the length by more than one.
  const byStart = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, item: string): void => {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  };
  for (const word of words) {
    const key = termKey(word);
    if (key === '') continue;
    if (!byKey.has(key) && key.length >= slipFrom) put(byStart, `${key[0]}${key.length}`, key);
    put(byKey, key, word);
  }
  return {
    find(word, accept) {
      const key = termKey(word);
      const pick = (at: string): string | undefined =>
        byKey.get(at)?.find((candidate) => candidate !== word && accept(candidate));
      const same = pick(key);
      if (same !== undefined || key.length < slipFrom) return same;
      for (const length of [key.length, key.length - 1, key.length + 1]) {
        for (const other of byStart.get(`${key[0]}${length}`) ?? []) {
          const found = other !== key && isSlip(key, other) ? pick(other) : undefined;
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
  };
}
