import { protocol } from 'electron';

/** Declares our two schemes; must run before the application is ready. Neither may register a service worker. */
export function declareSchemes(): void {
  // Electron answers a page with Node's own fetch, which is loaded when it is first named. Left to the
  // first request, that failed in one start of forty under a debugger, and the window stayed empty.
  if (!(new Headers() instanceof Headers)) throw new Error('Node has no fetch');
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
    { scheme: 'site', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the window's files under `app:` and the images of open workspaces under `site:`. */
export function serveSchemes(
  ui: (url: string) => Promise<Response>,
  site: (url: string, ifNoneMatch?: string | null) => Promise<Response>,
): void {
  protocol.handle('app', ({ url }) => ui(url));
  protocol.handle('site', ({ url, headers }) => site(url, headers.get('if-none-match')));
}
