import type { TemplateFiles } from '#core/markdown/page-template';
import type { TemplateData } from '#core/markdown/template-data';
import type { Printed, TemplateMessage, TemplateRequest } from './template-protocol.ts';

/** What is typed in the guide details is printed when nothing has come for this many milliseconds. */
const pauseMs = 120;
/** A template is given up after this many milliseconds; its own limits end it long before (case F56). */
const hangMs = 2000;
/** Time for loading the worker's code. */
const startMs = 15_000;

/** What the client needs of a Web Worker. */
export type TemplateWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Prints one template, for one guide at a time. */
export interface TemplateClient {
  /** Prints for these data: at once for another guide, after a pause in what is typed for the same. */
  print(data: TemplateData): void;
  stop(): void;
}

/**
 * Keeps a page in step with the details of a guide by a worker of its own, so that a template that
 * hangs never holds up the body. Only the newest data are printed.
 */
export function startTemplate(ports: {
  readonly files: TemplateFiles;
  readonly createWorker: () => TemplateWorker;
  /** `path` is that of the guide. */
  readonly onPrinted: (result: Printed, path: string) => void;
}): TemplateClient {
  const { files, createWorker, onPrinted } = ports;
  let worker: TemplateWorker | undefined;
  let isReady = false;
  let id = 0;
  let isBusy = false;
  let wanted: TemplateData | undefined;
  /** Guide that the worker was asked for last. */
  let sentPath: string | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(limit);
    worker?.terminate();
    worker = undefined;
    isReady = false;
    isBusy = false;
  };

  const giveUp = (): void => {
    const path = isBusy ? sentPath : wanted?.page.path;
    const next = isBusy ? wanted : undefined;
    end();
    // Another worker starts with other data: those that it had would end it again.
    wanted = next;
    const problem = { kind: 'limit', file: files.entry, line: undefined, detail: '' } as const;
    if (path !== undefined) onPrinted({ problem }, path);
    if (next) start();
  };

  const start = (): void => {
    const own = createWorker();
    worker = own;
    let isNew = true;
    const send = (): void => {
      if (!isReady || isBusy || !wanted) return;
      isBusy = true;
      id += 1;
      const request: TemplateRequest = { id, data: wanted, ...(isNew ? { files } : {}) };
      isNew = false;
      sentPath = wanted.page.path;
      wanted = undefined;
      own.postMessage(request, []);
      clearTimeout(limit);
      limit = setTimeout(giveUp, hangMs);
    };
    own.addEventListener('message', ({ data }: MessageEvent<TemplateMessage>) => {
      if (own !== worker) return;
      clearTimeout(limit);
      if (data.type === 'ready') {
        isReady = true;
      } else {
        isBusy = false;
        if (sentPath !== undefined) onPrinted(data.result, sentPath);
      }
      send();
    });
    own.addEventListener('error', (event) => {
      event.preventDefault();
      if (own === worker) giveUp();
    });
    limit = setTimeout(giveUp, startMs);
    sendNow = send;
  };
  let sendNow = (): void => undefined;

  return {
    print(data) {
      const isOther = data.page.path !== sentPath;
      wanted = data;
      clearTimeout(pause);
      pause = setTimeout(
        () => {
          if (!worker) start();
          sendNow();
        },
        isOther ? 0 : pauseMs,
      );
    },
    stop() {
      clearTimeout(pause);
      end();
      wanted = undefined;
    },
  };
}

/** Prints a template once; a worker that hangs or dies is a problem like any other. */
export function printOnce(
  ports: { readonly files: TemplateFiles; readonly createWorker: () => TemplateWorker },
  data: TemplateData,
): Promise<Printed> {
  return new Promise((resolve) => {
    const client = startTemplate({
      ...ports,
      onPrinted(result) {
        client.stop();
        resolve(result);
      },
    });
    client.print(data);
  });
}
