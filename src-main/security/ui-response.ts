import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { previewCsp, windowCsp } from './csp.ts';
import { checkRelativePath } from './relative-path.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Answers requests for the window's own files, built into `folder`. A page gets its policy as a
 * header; the window's page also the nonce of its styles, in `<meta name="csp-nonce">`.
 */
export function createUiResponder(folder: string): (url: string) => Promise<Response> {
  return async (url) => {
    const path = pathOf(url);
    const type = types[extname(path ?? '')];
    if (path === undefined || type === undefined) return refuse();
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined) return refuse();

    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    if (path === 'preview.html') {
      return new Response(bytes, {
        headers: { ...headers, 'content-security-policy': previewCsp },
      });
    }
    if (!path.endsWith('.html')) return new Response(bytes, { headers });
    const nonce = randomBytes(16).toString('base64');
    const meta = `<meta name="csp-nonce" content="${nonce}">`;
    const page = bytes.toString('utf8').replace(/<head>/i, (head) => head + meta);
    return new Response(page, {
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
