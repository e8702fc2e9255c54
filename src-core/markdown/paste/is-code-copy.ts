/** How many characters of HTML are looked at: a copy of code says what it is at its beginning. */
const head = 4000;

/** Visible text, in a rough reading that is enough to compare with plain text. */
function roughText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');
}

const outermost =
  /^(?:<html[^>]*>|<head[^>]*>|<\/head>|<meta[^>]*>|<body[^>]*>|<!--\w+-->|<!doctype[^>]*>|\s)*(<[a-z][^>]*>)/i;

/**
 * Whether HTML is only the colours of text copied from a code editor or a terminal: a `pre`, or an
 * element in a monospaced face, that says the same as the plain text beside it.
 */
export function isCodeCopy(html: string, plain: string): boolean {
  const tag = outermost.exec(html.slice(0, head))?.[1] ?? '';
  const isCode =
    /^<pre\b/i.test(tag) ||
    (/^<(?:div|span|p)\b/i.test(tag) &&
      /font-family:[^;"]*(?:monospace|consolas|menlo|monaco|courier)/i.test(
        tag.replaceAll('&quot;', "'"),
      ));
  return isCode && roughText(html) === plain.replace(/\s+/g, '');
}
