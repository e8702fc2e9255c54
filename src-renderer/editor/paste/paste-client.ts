import type { ListStyle, PastedHtml } from '#core/markdown/paste/pasted-html';

/** A conversion may take this many milliseconds; what takes longer is no text that people copy. */
const limitMs = 2000;
/** Time for loading the worker's code at the first paste. */
const startMs = 10_000;

/** What is asked of the paste worker. */
export interface PasteRequest {
  readonly id: number;
  readonly html: string;
  readonly style: ListStyle;
}

/** What the worker says: `ready` once its code is loaded, then an answer to each request; `pasted` is absent where it failed. */
export type PasteMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'pasted'; readonly id: number; readonly pasted?: PastedHtml };

/** What the client needs of a Web Worker. */
export type PasteWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

function startWorker(): PasteWorker {
  return new Worker(new URL('./paste.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Converts pasted HTML in a worker of its own, started at the first paste. One that hangs or crashes is
 * given up, and whatever it had to do answers `undefined`.
 */
export function createPasteConverter(
  create: () => PasteWorker = startWorker,
): (html: string, style: ListStyle) => Promise<PastedHtml | undefined> {
  let worker: PasteWorker | undefined;
  let ready = false;
  let lastId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { request: PasteRequest; done: (pasted: PastedHtml | undefined) => void }[] = [];

  const giveUp = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    ready = false;
    for (const { done } of waiting.splice(0)) done(undefined);
  };
  const arm = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, ms);
  };
  const sendFirst = (): void => {
    clearTimeout(timer);
    const [next] = waiting;
    if (!ready || !next) return;
    worker?.postMessage(next.request, []);
    arm(limitMs);
  };
  const start = (): void => {
    const own = (worker = create());
    own.addEventListener('message', ({ data }: MessageEvent<PasteMessage>) => {
      if (own !== worker) return;
      if (data.type === 'ready') ready = true;
      else {
        const [first] = waiting;
        if (first?.request.id !== data.id) return;
        waiting = waiting.slice(1);
        first.done(data.pasted);
      }
      sendFirst();
    });
    own.addEventListener('error', (event) => {
      event.preventDefault();
      if (own === worker) giveUp();
    });
    arm(startMs);
  };

  return (html, style) =>
    new Promise((done) => {
      lastId += 1;
      waiting.push({ request: { id: lastId, html, style }, done });
      if (!worker) start();
      else if (waiting.length === 1) sendFirst();
    });
}
