/** Longest body that is previewed, in UTF-16 units; a hundred times a usual guide. */
export const maxBodyLength = 2_000_000;

// Case T31: remark-rehype overflows the stack at about 1,100 nested lists or 1,500 nested quotes.
// A hundred levels are beyond any page, and far from both.
const manyMarkers = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){100}/m;
const deepIndent = /^(?: {500}|\t{125})/m;

/** Whether lists or quotes are nested so deep that rendering them would break the renderer. */
export function isTooDeep(text: string): boolean {
  return manyMarkers.test(text) || deepIndent.test(text);
}
