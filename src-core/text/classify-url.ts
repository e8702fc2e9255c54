/**
 * What a URL in a guide points at. `site`: a path of the published site (`/static/img/a.png`);
 * `guide-link`: a relative path, usually another guide; `anchor`: a place in the same page;
 * `external` and `mail` leave the application, after a question; `refused` goes nowhere.
 */
export type UrlKind = 'site' | 'guide-link' | 'external' | 'mail' | 'anchor' | 'refused';

/** Controls, the separators that parsers drop or take for line ends, and marks that turn text around. */
const deceptive =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * Says what a URL is without any parser's leniency: whatever two parsers could read differently
 * (backslashes, control characters, a scheme cut in two, credentials, encoded slashes) is refused.
 * Every URL that the application follows, shows or loads goes through here.
 */
export function classify(url: string): UrlKind {
  if (url === '' || url.trim() !== url || deceptive.test(url) || url.includes('\\'))
    return 'refused';
  if (url.startsWith('#')) return 'anchor';
  const scheme = /^([^/?#]*?):/.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return isWebAddress(url) ? 'external' : 'refused';
  if (scheme === 'mailto')
    return /^mailto:[^\s:/@]+@[^\s:/@?]+(\?.*)?$/i.test(url) ? 'mail' : 'refused';
  if (scheme !== undefined || url.startsWith('//')) return 'refused';

  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  // Encoded separators and zero bytes mean one thing before decoding and another after it.
  if (/%(?:2f|5c|00)/i.test(path)) return 'refused';
  const segments = path.split('/').map((segment) => segment.replace(/%2e/gi, '.'));
  if (!path.startsWith('/')) {
    // `javascript&colon;…` and `%6aavascript%3a…` are names here, but a scheme once decoded.
    return /[&;]|%3a/i.test(segments[0] ?? '') ? 'refused' : 'guide-link';
  }
  return segments.includes('..') || segments.includes('.') ? 'refused' : 'site';
}

/** Two slashes, a plain host, perhaps a port; no user name, which serves to disguise the host. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^\s/?#@:[\]<>"'`{}|^%]+)(?::\d{1,5})?(?:[/?#]|$)/i.test(
    url,
  );
}
