import { basename, extname, join } from 'node:path';
import type { Result, Values } from '#core/ipc/contract';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import type { Saver } from '../files/saver.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import type { PrintPage } from '../security/print-pages.ts';

/** What became of a page that was sent to the system's print dialog. */
export type PrintOutcome = 'printed' | 'cancelled' | 'failed';

/** Lays pages out on paper. An aborted `signal` ends the work with a rejection. */
export interface PagePrinter {
  /** The bytes of a PDF: A4, tagged, with the headings as bookmarks. */
  toPdf(page: PrintPage, signal: AbortSignal): Promise<Uint8Array>;
  /** Shows the system's print dialog. */
  print(page: PrintPage, signal: AbortSignal): Promise<PrintOutcome>;
}

/** What printing needs of the rest of the application. */
interface PageServicePorts {
  readonly printer: PagePrinter;
  readonly saver: Saver;
  /** Folder that is offered first for a PDF. */
  readonly documents: string;
  readonly reveal: (path: string) => void;
  readonly locale: () => Promise<Locale>;
}

/** Where a window's next PDF goes, where its last one went, and what it has under way. */
interface WindowPages {
  chosen?: { readonly path: string; readonly asked: boolean };
  written?: string;
  underWay?: AbortController;
}

/** Prints pages of guides and writes them as PDF to where the author says. */
export function createPageService({
  printer,
  saver,
  documents,
  reveal,
  locale,
}: PageServicePorts): Handlers<Extract<keyof Values, `page.${string}`>> {
  const windows = new WeakMap<object, WindowPages>();
  const pagesOf = (caller: object): WindowPages => {
    const known = windows.get(caller) ?? {};
    windows.set(caller, known);
    return known;
  };

  /** Does one thing at a time for a window; what is aborted counts as cancelled. */
  async function inTurn<Value>(
    pages: WindowPages,
    work: (signal: AbortSignal) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    pages.underWay?.abort();
    const controller = new AbortController();
    pages.underWay = controller;
    try {
      return await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return fail('cancelled', 'page');
      throw error;
    } finally {
      if (pages.underWay === controller) delete pages.underWay;
    }
  }

  async function exportPdf(
    page: CheckedParams<'page.exportPdf'>,
    pages: WindowPages,
  ): Promise<Result<Values['page.exportPdf']>> {
    const { chosen } = pages;
    if (chosen === undefined) return fail('bad-request', 'no place was chosen');
    delete pages.chosen;
    return inTurn(pages, async (signal) => {
      const bytes = await printer.toPdf(page, signal);
      signal.throwIfAborted();
      // The system's dialog has asked about a file that is there, unless the name was completed since.
      const expected = chosen.asked ? 'any' : null;
      const outcome = await saver.save({ path: chosen.path, bytes, expected });
      if (!outcome.ok) return outcome;
      pages.written = chosen.path;
      return succeed({ name: basename(chosen.path) });
    });
  }

  return {
    async 'page.choosePdf'({ path }, caller) {
      const name = `${basename(path, extname(path))}.pdf`;
      const chosen = await caller.dialogs.chooseSavePath(
        translate(mainMessages, await locale(), 'savePdf'),
        join(documents, name),
      );
      if (chosen === null) return succeed(false);
      const asked = extname(chosen).toLowerCase() === '.pdf';
      pagesOf(caller).chosen = { path: asked ? chosen : `${chosen}.pdf`, asked };
      return succeed(true);
    },
    'page.exportPdf': (page, caller) => exportPdf(page, pagesOf(caller)),
    'page.cancel'(_, caller) {
      pagesOf(caller).underWay?.abort();
      return Promise.resolve(succeed(null));
    },
    'page.revealPdf'(_, caller) {
      const { written } = pagesOf(caller);
      if (written === undefined) return Promise.resolve(fail('not-found', 'no PDF was written'));
      reveal(written);
      return Promise.resolve(succeed(null));
    },
    'page.print': (page, caller) =>
      inTurn(pagesOf(caller), async (signal) => {
        const outcome = await printer.print(page, signal);
        return outcome === 'failed'
          ? fail('not-printed', 'printer')
          : succeed(outcome === 'printed');
      }),
  };
}
