import { app, type Session, type WebContents } from 'electron';
import { mayLoad, mayNavigate } from './origin.ts';

/** Takes every way out from all pages that are ever created: navigation, windows, webviews. */
export function confineContents(onRefused: (what: string) => void): void {
  app.on('web-contents-created', (_, contents) => confine(contents, onRefused));
}

function confine(contents: WebContents, onRefused: (what: string) => void): void {
  contents.setWindowOpenHandler(() => {
    onRefused('window');
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event.url, event.isMainFrame)) return;
    event.preventDefault();
    onRefused('navigation');
  });
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onRefused('webview');
  });
}

/** Denies every permission and every address outside the application, whoever asks. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}
