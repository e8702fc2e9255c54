/** Where a style sheet lies, and what of the workspace the site serves under which path. */
export interface StylePlace {
  /** The style sheet's path, relative to the workspace. */
  readonly path: string;
  /** The static folder, relative to the workspace, with `/`; empty for the workspace itself. */
  readonly staticFolder: string;
  /** Site path of the static folder, such as `/static`. */
  readonly staticPath: string;
}

/** Longest `data:` address that is kept, in characters. */
const maxDataLength = 100_000;

const inlineData =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)|(?:font|application)\/(?:x-)?(?:font-)?(?:woff2?|ttf|otf|sfnt|truetype|opentype))[;,]/i;

/** A base that no site has: whatever leaves it leads elsewhere. */
const base = 'site://here';

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * The address of an image or a font as the preview may load it: a path below the static folder, or a
 * small image or font that is written out. `undefined` for everything else (cases T13, T14, T15).
 */
export function ownAddress(written: string, place: StylePlace): string | undefined {
  // Browsers drop blanks and line ends in addresses, and take a backslash for a slash.
  if (/[\\\u0000-\u0020\u007f]/.test(written.trim())) return undefined;
  const address = written.trim();
  if (address === '') return undefined;
  if (/^data:/i.test(address)) {
    return inlineData.test(address) && address.length <= maxDataLength ? address : undefined;
  }
  if (address.startsWith('#')) return address;
  if (address.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const folder = place.staticFolder.replace(/\/+$/, '');
  const isBelow = folder === '' || place.path.startsWith(`${folder}/`);
  // A style sheet of the static folder is served under its site path, any other names by site paths only.
  const own = isBelow
    ? `${withSlash(place.staticPath)}${folder === '' ? place.path : place.path.slice(folder.length + 1)}`
    : `/${place.path}`;
  const from = base + own.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(address, from)) return undefined;
  const { protocol, host, pathname } = new URL(address, from);
  if (`${protocol}//${host}` !== base) return undefined;
  return pathname.startsWith(withSlash(place.staticPath)) ? pathname : undefined;
}
