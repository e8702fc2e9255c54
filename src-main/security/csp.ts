/** Policy of the window's page; CodeMirror puts its styles in an element that carries the nonce. */
export function windowCsp(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: site:",
    "worker-src 'self'",
    "font-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Policy of the preview's page, which shows content: no script of any origin, all else of the site only. */
export const previewCsp = [
  "default-src 'none'",
  'img-src site: data:',
  "style-src 'self' site:",
  "font-src 'self' site: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Policy of a page that is printed: that of the preview, in no frame. */
export const printCsp = previewCsp.replace("frame-ancestors 'self'", "frame-ancestors 'none'");

/** Policy of an SVG of the workspace, should it ever be loaded as a page. */
export const svgCsp = "sandbox; default-src 'none'";
