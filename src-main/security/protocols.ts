import { protocol } from 'electron';

/** Declares our two schemes; must run before the application is ready. Neither may register a service worker. */
export function declareSchemes(): void {
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
