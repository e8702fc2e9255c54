import { micromark } from 'micromark';

/**
 * The HTML that the CommonMark specification asks for, byte for byte: no extension, no sanitiser, no
 * heading ids. Raw HTML and every address pass as they are, so this is for files, never for a page.
 */
export function specificationHtml(text: string): string {
  return micromark(text, { allowDangerousHtml: true, allowDangerousProtocol: true });
}
