/**
 * UTF-16 offset of the first half of a character (a lone surrogate, such as is left of an emoji that
 * was cut in two); `undefined` where there is none. A file in UTF-8 cannot hold it.
 */
export function halfCharacterAt(text: string): number | undefined {
  const at = text.search(/\p{Surrogate}/u);
  return at === -1 ? undefined : at;
}

/** Every half of a character in a text, as UTF-16 offsets; whole pairs are none. */
export function halfCharacters(text: string): readonly number[] {
  return Array.from(text.matchAll(/\p{Surrogate}/gu), ({ index }) => index);
}
