const separators = /[、,，;；\n\t]/;

/** The words in a text that someone typed or pasted, apart at commas, 、 and line breaks; empty ones left out. */
export function splitWords(text: string): readonly string[] {
  return text
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Whether a text holds the end of a word, so that what comes before can be added. */
export function endsWord(text: string): boolean {
  return separators.test(text);
}

/** The list with words added at its end; those that it has already are left out. */
export function withWords(list: readonly string[], words: readonly string[]): readonly string[] {
  return [...new Set([...list, ...words])];
}
