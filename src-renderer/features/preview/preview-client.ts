import type { SiteProfile } from '#core/catalog/workspace-config';
import type { TextEdit } from '#core/document/text-edit';
import { takeAfterFrame } from '../../editor/after-frame.ts';
import type { GuideSession, SessionChange } from '../../editor/guide-session.ts';
import type { PreviewAnswer, PreviewMessage, PreviewRequest } from './preview-protocol.ts';

/** A worker that answers within this many milliseconds lives; case F56 asks for two seconds. */
const hangMs = 2000;
/** Time for loading the worker's code. */
const startMs = 15_000;
/** After a second failure on one text, a new worker starts when the author has paused this long. */
const retryMs = 1000;

/** What the client needs of a Web Worker. */
export type PreviewWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface ClientPorts {
  readonly session: GuideSession;
  readonly profile: SiteProfile;
  readonly createWorker: () => PreviewWorker;
  readonly onAnswer: (answer: PreviewAnswer) => void;
  /** Whether the page shown is older than the text because the worker died. */
  readonly onStale: (stale: boolean) => void;
  /** When what was typed is sent; after the frame that shows it, unless given. */
  readonly schedule?: (work: () => void) => void;
}

/**
 * Keeps a preview worker in step with a guide: sends it the text once and edits after that, one
 * request at a time, and starts another when it hangs or crashes. The function returned stops it.
 */
export function startPreview(ports: ClientPorts): () => void {
  const { session, profile, createWorker, onAnswer, onStale } = ports;
  let worker: PreviewWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ready = false;
  let lastId = 0;
  let answeredId = 0;
  let waiting: (readonly TextEdit[])[] = [];
  let failedVersion: number | undefined;
  /** Version of the text that the worker has or will have been sent. */
  let sentVersion = 0;
  let hasPage = false;
  let holding = false;
  const held: PreviewAnswer[] = [];
  let stopped = false;

  const arm = (task: () => void, delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(task, delayMs);
  };

  const send = (request: PreviewRequest): void => {
    lastId = request.id;
    worker?.postMessage(request, []);
    arm(fail, hangMs);
  };

  const stop = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    waiting = [];
    held.length = 0;
  };

  const begin = (): void => {
    ready = true;
    holding = hasPage;
    sentVersion = session.version;
    send({ type: 'text', id: lastId + 1, profile, text: session.text() });
  };

  const start = (): void => {
    stop();
    worker = createWorker();
    const own = worker;
    // A worker that was given up may still have a message on its way.
    own.addEventListener('message', (event: MessageEvent<PreviewMessage>) => {
      if (own !== worker) return;
      if (event.data.type === 'page') take(event.data);
      else begin();
    });
    own.addEventListener('error', (event) => {
      event.preventDefault();
      if (own === worker) fail();
    });
    own.addEventListener('messageerror', () => own === worker && fail());
    ready = false;
    arm(fail, startMs);
  };

  const take = (answer: PreviewAnswer): void => {
    answeredId = answer.id;
    clearTimeout(timer);
    held.push(answer);
    // The page that stands stays until a new worker has made a whole one.
    if (answer.patch.done) holding = false;
    if (!holding) {
      for (const one of held.splice(0)) onAnswer(one);
      onStale(false);
      hasPage = true;
    }
    if (waiting.length > 0) {
      const edits = waiting;
      waiting = [];
      send({ type: 'edits', id: lastId + 1, edits });
    } else if (!answer.patch.done) {
      arm(fail, hangMs);
    }
  };

  // A text that kills two workers would kill the third, so that one waits for another text.
  function fail(): void {
    stop();
    onStale(true);
    const again = failedVersion !== session.version;
    failedVersion = session.version;
    if (again) start();
  }

  const changes = takeAfterFrame<SessionChange>((taken) => {
    if (stopped) return;
    if (!worker) arm(start, retryMs);
    // A worker that is not ready yet will be sent the text as it is by then.
    if (!worker || !ready) return;
    const edits = taken.flatMap((change) =>
      // The text that was sent whole holds this change already.
      change.version > sentVersion ? [change.edits] : [],
    );
    if (edits.length === 0) return;
    if (answeredId === lastId) send({ type: 'edits', id: lastId + 1, edits });
    else waiting.push(...edits);
  }, ports.schedule);
  const stopListening = session.onChange(changes.add);

  start();
  return () => {
    stopped = true;
    stopListening();
    stop();
  };
}
