/** What the address of an image in a guide points at. */
export type ImageSource =
  | { readonly kind: 'site'; readonly path: string }
  | { readonly kind: 'external'; readonly host: string }
  | { readonly kind: 'refused' };

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const webAddress = /^(?:https?:)?\/\/([^/?#\\]*)/i;

/**
 * Says whether an image belongs to the site (site path or relative path) or to somewhere else. Only
 * the site's own images are ever loaded; of others the page shows the host's name.
 */
export function classifyImage(source: string): ImageSource {
  // Browsers take a backslash for a slash and overlook tabs and line ends: `\\host` is a host too.
  const address = source
    .trim()
    .replace(/[\t\n\r]/g, '')
    .replaceAll('\\', '/');
  const web = webAddress.exec(address);
  if (web) {
    const host = (web[1] ?? '').replace(/^.*@/, '');
    return host === '' ? { kind: 'refused' } : { kind: 'external', host };
  }
  if (address === '' || scheme.test(address)) return { kind: 'refused' };
  return { kind: 'site', path: address };
}
