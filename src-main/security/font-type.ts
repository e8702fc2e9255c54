/** What a font is by its first bytes, as `font/…` names it; `undefined` where it is none. */
export function fontTypeOf(bytes: Uint8Array): 'woff2' | 'woff' | 'ttf' | 'otf' | undefined {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  if (mark === 'wOF2') return 'woff2';
  if (mark === 'wOFF') return 'woff';
  if (mark === 'OTTO') return 'otf';
  return mark === '\x00\x01\x00\x00' || mark === 'true' ? 'ttf' : undefined;
}

/** Whether a file's name says that it is a font. */
export function isFontName(path: string): boolean {
  return /\.(?:woff2?|ttf|otf)$/i.test(path);
}
