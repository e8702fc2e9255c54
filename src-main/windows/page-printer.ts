import { setTimeout as delay } from 'node:timers/promises';
import { BrowserWindow } from 'electron';
import type { PrintPage, PrintPages } from '../security/print-pages.ts';
import { searchablePdf } from './searchable-pdf.ts';
import type { PagePrinter, PrintOutcome } from '../services/page-service.ts';

/** Fonts and images that have not come by then are printed as they are. */
const readyWithinMs = 10_000;
/** World of the script that waits; the page itself may run none. */
const waitingWorld = 77;
const waitForPage = `(async () => {
  void document.body.offsetHeight;
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
})()`;

/** A4 with room for a hand at the edges, in inches as Chromium counts. */
const paper = { top: 0.6, bottom: 0.6, left: 0.6, right: 0.6 };

/** Width of the page while it is laid out for the screen: that of A4 at 96 dots per inch. */
const screenWidth = 794;

/**
 * Prints in a window that is never shown: the preview's own page under the preview's own policy,
 * without a preload script, so that no request of it is answered.
 */
export function createPagePrinter(pages: PrintPages): PagePrinter {
  async function withWindow<Value>(
    page: PrintPage,
    signal: AbortSignal,
    work: (window: BrowserWindow) => Promise<Value>,
  ): Promise<Value> {
    signal.throwIfAborted();
    const { path, forget } = pages.add(page);
    const window = new BrowserWindow({
      show: false,
      width: screenWidth,
      height: 1123,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        backgroundThrottling: false,
      },
    });
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const gone = new Promise<never>((_, reject) => {
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`the printed page is gone: ${reason}`)),
      );
    });
    const run = async (): Promise<Value> => {
      await window.loadURL(`app://ui/${path}`);
      const ready = window.webContents.executeJavaScriptInIsolatedWorld(waitingWorld, [
        { code: waitForPage },
      ]);
      await Promise.race([ready, delay(readyWithinMs, undefined, { ref: false })]);
      return work(window);
    };
    try {
      return await Promise.race([run(), aborted, gone]);
    } finally {
      forget();
      if (!window.isDestroyed()) window.destroy();
    }
  }

  return {
    toPdf: (page, signal) =>
      withWindow(page, signal, async ({ webContents }) => {
        const bytes = await webContents.printToPDF({
          pageSize: 'A4',
          margins: paper,
          printBackground: true,
          displayHeaderFooter: false,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        return searchablePdf(bytes);
      }),
    print: (page, signal) =>
      withWindow(
        page,
        signal,
        ({ webContents }) =>
          new Promise<PrintOutcome>((resolve) => {
            webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
              const thoughtBetter = /cancel/i.test(reason);
              resolve(printed ? 'printed' : thoughtBetter ? 'cancelled' : 'failed');
            });
          }),
      ),
  };
}
