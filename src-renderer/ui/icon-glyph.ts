import { filledIcons, type IconName, strokeIcons } from './icon-shapes.ts';

const names = [...Object.keys(strokeIcons), ...Object.keys(filledIcons)];

/** Start of the characters that no script uses. */
const privateUse = 0xe000;

/**
 * The character of an icon in the icons' font. Icons are letters and no drawings, since the browser
 * composes each drawing and each mask anew at every frame of the window, also while someone types.
 */
export function glyphOf(name: IconName): string {
  return String.fromCharCode(privateUse + names.indexOf(name));
}
