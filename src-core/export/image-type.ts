/** Kind of an image by what its bytes say, never by its name. */
export type ImageType = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg';

const typeByExtension: Readonly<Record<string, ImageType>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg',
};

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** What an image is by its first bytes; `undefined` where it is none of the kinds a site may carry. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return 'gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 8) === 'ftyp' && /^avi[fs]/.test(latin(bytes, 8, 12))) return 'avif';
  const head = latin(bytes, 0, 1024).replace(/^\xef\xbb\xbf/, '');
  return /^\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(head) && /<svg[\s>]/i.test(head)
    ? 'svg'
    : undefined;
}

function typeOfEnding(path: string): ImageType | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(typeByExtension, extension) ? typeByExtension[extension] : undefined;
}

/** Whether the bytes of an image are what its name promises. */
export function isTypeOfName(path: string, bytes: Uint8Array): boolean {
  const type = typeOfEnding(path);
  return type !== undefined && imageTypeOf(bytes) === type;
}

/** Whether an image of this type has the name of one; a name that promises no type is right for all. */
export function isTypeOfEnding(path: string, type: string): boolean {
  const promised = typeOfEnding(path);
  return promised === undefined || promised === type;
}

// What can run or load something when the file is opened by itself on the site. Entities and other
// encodings are refused whole, because they can spell any of the rest.
const activeSvg = [
  /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate\w*)\b/i,
  / on[\w-]+ ?=/i,
  /<!ENTITY|<!ATTLIST/i,
  /&#/,
  /encoding ?= ?["'](?!utf-8["'])/i,
  /(?:href|src) ?= ?["']? ?(?!["'# ]|data:image\/(?:png|jpeg|gif|webp)[;,])[^"' >]/i,
  /@import/i,
  /url\( ?["']? ?(?!["'# )])/i,
];

/** Whether an SVG is a picture only: no script, handler, foreign content or address outside itself. */
export function isInertSvg(text: string): boolean {
  // One kind of single blank first keeps every pattern linear in the length of the file.
  const spaced = text.replace(/\s+/g, ' ');
  return !activeSvg.some((pattern) => pattern.test(spaced));
}
