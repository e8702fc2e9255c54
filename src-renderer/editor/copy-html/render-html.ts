import type { HtmlMessage, HtmlRequest } from './html-request.ts';

/** A body of 2 MB takes a few seconds; what takes longer than this many milliseconds hangs. */
const limitMs = 20_000;

/** What is needed of a Web Worker. */
export type HtmlWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

function startWorker(): HtmlWorker {
  return new Worker(new URL('./copy-html.worker.ts', import.meta.url), { type: 'module' });
}

/** Renders HTML in a worker that lives as long as that; `undefined` where the text cannot be rendered. */
export function renderHtml(
  request: HtmlRequest,
  create: () => HtmlWorker = startWorker,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = create();
    const finish = (html: string | undefined): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(html);
    };
    const timer = setTimeout(() => finish(undefined), limitMs);
    worker.addEventListener('message', ({ data }: MessageEvent<HtmlMessage>) => {
      if (data.type === 'html') finish(data.html);
      else worker.postMessage(request, []);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      finish(undefined);
    });
  });
}
