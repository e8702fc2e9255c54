import { diffWordsWithSpace } from 'diff';

/** A piece of a text; `changed` is what the other text does not have. */
export interface Word {
  readonly text: string;
  readonly changed: boolean;
}

const longestText = 4000;
// Below this share of common text, marking words makes a text harder to read, not easier.
const leastCommon = 0.2;
// A particle or two that happen to be in both texts between changes are not what stayed.
const shortestCommon = 3;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

const whole = (text: string): readonly Word[] => [{ text, changed: true }];

function addWord(words: Word[], text: string, changed: boolean): void {
  const last = words.at(-1);
  if (last?.changed === changed) words[words.length - 1] = { text: last.text + text, changed };
  else words.push({ text, changed });
}

/** The words that differ between two lines or paragraphs, by Japanese word boundaries. */
export function compareWords(
  before: string,
  after: string,
): { readonly before: readonly Word[]; readonly after: readonly Word[] } {
  const apart = { before: whole(before), after: whole(after) };
  if (before.length > longestText || after.length > longestText) return apart;
  const changes = diffWordsWithSpace(before, after, { intlSegmenter: segmenter });
  let common = 0;
  const old: Word[] = [];
  const now: Word[] = [];
  for (const [index, { value, added, removed }] of changes.entries()) {
    const isCommon = !added && !removed;
    const isInside = index > 0 && index < changes.length - 1;
    const isStray = isCommon && isInside && value.length < shortestCommon;
    if (isCommon && !isStray) common += value.length;
    if (!added) addWord(old, value, removed || isStray);
    if (!removed) addWord(now, value, added || isStray);
  }
  const isClose = common >= leastCommon * Math.max(before.length, after.length);
  return isClose ? { before: old, after: now } : apart;
}
