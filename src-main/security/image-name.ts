import type { ImageType } from '#core/export/image-type';
import { checkRelativePath } from './relative-path.ts';

type RasterType = Exclude<ImageType, 'svg'>;

/** Endings that each kind of image may bear; the first is given where the name has another. */
const endings: Readonly<Record<RasterType, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  avif: ['avif'],
};

/** Bytes (UTF-8) up to which a name is kept: room is left for the hash, and 255 is the least limit of disks. */
const longestStem = 180;

// No file of Windows may hold the first; the second mean something else in addresses and Markdown;
// controls and marks that turn text around disguise what a name says.
const unsafe =
  /[<>:"|?*\\/]|[#%&+;=@`'()[\]{}]|[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/g;

/** Half of a surrogate pair, which no file name can hold. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function cutBytes(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const char of text) {
    bytes += Buffer.byteLength(char);
    if (bytes > most) break;
    kept += char;
  }
  return kept;
}

/**
 * The name under which an image is put into the static folder, in two parts: what was given without
 * folders, blanks as `-`, Japanese kept (NFC), and the ending of what the bytes are.
 */
export function imageNameParts(
  given: string,
  type: RasterType,
): { readonly stem: string; readonly ending: string } {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const [, before = last, ending = ''] = /^(.*)\.([^.]*)$/.exec(last) ?? [];
  const known = endings[type].includes(ending.toLowerCase());
  // Another ending of an image is wrong for these bytes; anything else is part of the name.
  const isEnding = known || /^(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i.test(ending);
  const stem = cutBytes(
    (isEnding ? before : last).normalize('NFC').replace(halves, '').replace(unsafe, ''),
    longestStem,
  )
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const safe = checkRelativePath(`${stem}.png`, 'write') === undefined ? stem : `image-${stem}`;
  return {
    stem: stem === '' ? 'image' : safe,
    ending: known ? ending.toLowerCase() : (endings[type][0] ?? type),
  };
}
