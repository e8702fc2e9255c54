/** The nonce that the page's policy lets style sheets of CodeMirror carry; main puts it into the page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
