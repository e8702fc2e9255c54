import { imageSize } from 'image-size';
import { imageTypeOf, isTypeOfName } from '#core/export/image-type';
import { openContained } from '../files/read-contained.ts';
import { styleFolder } from '#core/catalog/site-look';
import { svgCsp } from './csp.ts';
import { fontTypeOf, isFontName } from './font-type.ts';
import { windowOrigin } from './origin.ts';

/** The static folder of an open workspace: what its site serves under which path. */
export interface StaticFolder {
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  /** Site path it is served under, such as `/static`. */
  readonly path: string;
  /** A style sheet of the site by its name, cleaned; `undefined` where there is none of that name. */
  readonly style: (name: string) => Promise<string | undefined>;
}

/** Bytes and pixels up to which an image is shown; a larger one would freeze the page that decodes it. */
const imageBytes = 25 * 1024 * 1024;
const imagePixels = 50_000_000;

/**
 * Answers requests for `site://<workspace>/<site path>`: images and fonts inside the static folder of
 * an open workspace, by what their bytes are and not by their name, and the cleaned style sheets of the
 * site. Everything else is 404, without a reason.
 */
export function createSiteResponder(
  workspaceOf: (id: string) => StaticFolder | undefined,
  onRefused: (reason: string) => void,
): (url: string, ifNoneMatch?: string | null) => Promise<Response> {
  function refuse(reason: string): Response {
    onRefused(reason);
    return new Response(null, { status: 404, headers: { 'x-content-type-options': 'nosniff' } });
  }

  return async (url, ifNoneMatch) => {
    const [, id = '', encoded = ''] = /^site:\/\/([0-9a-z]+)(\/[^?#]*)/.exec(url) ?? [];
    const place = workspaceOf(id);
    if (place && encoded.startsWith(styleFolder)) {
      return (await styleOf(place, encoded.slice(styleFolder.length))) ?? refuse('style');
    }
    const path = place && pathInRoot(place, encoded);
    if (place === undefined || path === undefined) return refuse('path');
    const opened = await openContained(place.root, path);
    if (!opened.ok) return refuse(opened.code);
    try {
      const { size, mtimeMs } = await opened.file.stat();
      if (size > imageBytes) return refuse('bytes');
      const headers = {
        // Browsers ask for every font across hosts, and take none without this.
        ...(isFontName(path) ? { 'access-control-allow-origin': windowOrigin } : {}),
        'cache-control': 'no-cache',
        etag: `"${mtimeMs.toString(36)}-${size.toString(36)}"`,
        'x-content-type-options': 'nosniff',
      };
      if (ifNoneMatch === headers.etag) return new Response(null, { status: 304, headers });
      const bytes = await opened.file.readFile();
      const font = fontTypeOf(bytes);
      if (font !== undefined && isFontName(path)) {
        return new Response(bytes, { headers: { ...headers, 'content-type': `font/${font}` } });
      }
      const type = imageTypeOf(bytes);
      if (type === undefined || !isTypeOfName(path, bytes)) return refuse('type');
      if (type === 'svg') {
        return new Response(bytes, {
          headers: {
            ...headers,
            'content-type': 'image/svg+xml',
            'content-security-policy': svgCsp,
          },
        });
      }
      if (pixelsOf(bytes) > imagePixels) return refuse('pixels');
      return new Response(bytes, { headers: { ...headers, 'content-type': `image/${type}` } });
    } catch {
      return refuse('io');
    } finally {
      await opened.file.close();
    }
  };
}

/** A style sheet by its name, which is that of its very text: it never changes. */
async function styleOf(place: StaticFolder, file: string): Promise<Response | undefined> {
  const name = /^([0-9a-f]{32})\.css$/.exec(file)?.[1];
  const css = name === undefined ? undefined : await place.style(name).catch(() => undefined);
  if (css === undefined) return undefined;
  return new Response(css, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Path below the root for a site path as the URL has it; `undefined` for what is not below the static folder. */
function pathInRoot(place: StaticFolder, encoded: string): string | undefined {
  const prefix = `${place.path.replace(/\/+$/, '')}/`;
  const folder = place.folder.replace(/\/+$/, '');
  try {
    const sitePath = decodeURIComponent(encoded);
    if (!sitePath.startsWith(prefix)) return undefined;
    const rest = sitePath.slice(prefix.length);
    return folder === '' || folder === '.' ? rest : `${folder}/${rest}`;
  } catch {
    return undefined;
  }
}

/** Width times height as the header claims; 0 where it cannot be read, which a decoder then refuses. */
function pixelsOf(bytes: Uint8Array): number {
  try {
    const { width, height } = imageSize(bytes);
    return width * height;
  } catch {
    return 0;
  }
}
