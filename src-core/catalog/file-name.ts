/** Why no file may bear a name that the author gave it. */
export type FileNameProblem = 'empty' | 'separator' | 'character' | 'reserved' | 'edge' | 'long';

/** Device names of Windows, reserved with any ending; the superscript digits count as digits there. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;
/** What no file of Windows may hold, and marks that nobody sees or that turn the text around. */
const refused =
  /[<>:"|?*\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/;
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Bytes of a name that every file system in use can hold. */
const longest = 255;

/** Length of a text in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What keeps a file of the folder from being called `stem` + `ending`; `undefined` where nothing does. */
export function checkFileName(stem: string, ending: string): FileNameProblem | undefined {
  if (stem.trim() === '') return 'empty';
  if (/[/\\]/.test(stem)) return 'separator';
  if (refused.test(stem) || half.test(stem)) return 'character';
  // Files that begin with a dot are hidden and not read as guides; spaces at the ends get lost on the way.
  if (/^[. ]|[. ]$/.test(stem)) return 'edge';
  // Windows strips what follows the first dot or space before it looks for a device: `NUL .md` is NUL.
  if (reserved.test((stem.split('.')[0] ?? '').trimEnd())) return 'reserved';
  return byteLength(`${stem}${ending}`.normalize('NFC')) > longest ? 'long' : undefined;
}

/** What two paths have in common where case and the encoding of accents and kana marks do not count. */
export function fileKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** A path in its parts: folder with its `/` (empty at the top), name without ending, ending with its dot. */
export function pathParts(path: string): {
  readonly folder: string;
  readonly stem: string;
  readonly ending: string;
} {
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? dot : name.length;
  return { folder: path.slice(0, cut), stem: name.slice(0, end), ending: name.slice(end) };
}

/**
 * Whether a path holds what stands for bytes that are no text: the name of the file is not UTF-8, and no
 * program that names files by text can open it (F23).
 */
export function hasLostName(path: string): boolean {
  return path.includes('\ufffd');
}
