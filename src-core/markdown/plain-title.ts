/** The words of a heading as written, without the marks of bold, code and links. */
export function plainTitle(text: string): string {
  return text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .trim();
}
