import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { previewCsp, printCsp, windowCsp } from './csp.ts';
import { createPrintPages, fillPreview, type PrintPages } from './print-pages.ts';
import { checkRelativePath } from './relative-path.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Answers requests for the window's own files, built into `folder`. A page gets its policy as a
 * header; the window's page also the nonce of its styles, in `<meta name="csp-nonce">`. Pages that are
 * being printed are the preview's with their content.
 */
export function createUiResponder(
  folder: string,
  printed: PrintPages = createPrintPages(),
): (url: string) => Promise<Response> {
  return async (url) => {
    const path = pathOf(url);
    const type = types[extname(path ?? '')];
    if (path === undefined || type === undefined) return refuse();
    const page = printed.of(path);
    const file = join(folder, page === undefined ? path : 'preview.html');
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) return refuse();

    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    if (page !== undefined) {
      return new Response(fillPreview(bytes.toString('utf8'), page), {
        headers: {
          ...headers,
          'cache-control': 'no-store',
          'content-security-policy': printCsp,
        },
      });
    }
    if (path === 'preview.html') {
      return new Response(bytes, {
        headers: { ...headers, 'content-security-policy': previewCsp },
      });
    }
    if (!path.endsWith('.html')) return new Response(bytes, { headers });
    const nonce = randomBytes(16).toString('base64');
    const meta = `<meta name="csp-nonce" content="${nonce}">`;
    const withNonce = bytes.toString('utf8').replace(/<head>/i, (head) => head + meta);
    return new Response(withNonce, {
      headers: {
        ...headers,
        'cache-control': 'no-store',
        'content-security-policy': windowCsp(nonce),
      },
    });
  };
}

function pathOf(url: string): string | undefined {
  const encoded = /^app:\/\/ui\/([^?#]*)/.exec(url)?.[1];
  try {
    const path = decodeURIComponent(encoded ?? '') || 'index.html';
    return encoded === undefined || checkRelativePath(path, 'write') !== undefined
      ? undefined
      : path;
  } catch {
    return undefined;
  }
}

function refuse(): Response {
  return new Response(null, { status: 404, headers: { 'x-content-type-options': 'nosniff' } });
}
