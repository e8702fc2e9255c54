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

/** Prints one template for one guide at a time. */
export interface TemplateClient {
  /** Prints for these data, at once the first time and after a pause in what is typed from then on. */
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
  readonly onPrinted: (result: Printed) => void;
}): TemplateClient {
  const { files, createWorker, onPrinted } = ports;
  let worker: TemplateWorker | undefined;
  let isReady = false;
  let id = 0;
  let isBusy = false;
  let wanted: TemplateData | undefined;
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
    end();
    // Another worker starts with the next data: these would end it again.
    wanted = undefined;
    const problem = { kind: 'limit', file: files.entry, line: undefined, detail: '' } as const;
    onPrinted({ problem });
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
        onPrinted(data.result);
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
      const isFirst = id === 0;
      wanted = data;
      clearTimeout(pause);
      pause = setTimeout(
        () => {
          if (!worker) start();
          sendNow();
        },
        isFirst ? 0 : pauseMs,
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
