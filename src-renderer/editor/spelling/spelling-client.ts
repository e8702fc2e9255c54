import type { SpellingAnswer, SpellingRequest } from './spelling-protocol.ts';

/** What the client needs of a Web Worker. */
export type SpellingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Looks words up in the dictionary without holding anything up. */
export interface SpellingClient {
  /** Of some words, those known not to be in the dictionary; what is not known yet is asked for. */
  wrong(words: readonly string[]): ReadonlySet<string>;
  /** Likely words in place of one; none when the dictionary does not answer in time. */
  suggest(word: string): Promise<readonly string[]>;
  /** Calls `listener` when more words are known; the function returned stops it. */
  onKnown(listener: () => void): () => void;
}

/** Suggestions for a long word can take for ever; the author waits this long, in milliseconds. */
const suggestMs = 2000;
/** Words whose answer is kept; what a day of writing looks at. */
const mostKnown = 20_000;

/** Makes a client whose worker starts with the first word asked for, and anew when it hangs or dies. */
export function createSpellingClient(createWorker: () => SpellingWorker): SpellingClient {
  const known = new Map<string, boolean>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let worker: SpellingWorker | undefined;
  let lastId = 0;

  const take = (answer: SpellingAnswer): void => {
    if (answer.type === 'suggested') {
      waiting.get(answer.id)?.(answer.words);
      return;
    }
    if (known.size > mostKnown) known.clear();
    const wrong = new Set(answer.wrong);
    for (const word of answer.words) {
      asked.delete(word);
      known.set(word, !wrong.has(word));
    }
    for (const listener of listeners) listener();
  };

  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    asked.clear();
    for (const answer of [...waiting.values()]) answer([]);
  };

  const send = (request: SpellingRequest): void => {
    if (!worker) {
      worker = createWorker();
      const own = worker;
      own.addEventListener('message', (event: MessageEvent<SpellingAnswer>) => {
        if (own === worker) take(event.data);
      });
      own.addEventListener('error', (event) => {
        event.preventDefault();
        if (own === worker) stop();
      });
    }
    worker.postMessage(request, []);
  };

  return {
    wrong(words) {
      const found = new Set<string>();
      const unknown = new Set<string>();
      for (const word of words) {
        const right = known.get(word);
        if (right === false) found.add(word);
        else if (right === undefined && !asked.has(word)) unknown.add(word);
      }
      if (unknown.size > 0) {
        for (const word of unknown) asked.add(word);
        send({ type: 'check', words: [...unknown] });
      }
      return found;
    },
    suggest(word) {
      const id = ++lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(stop, suggestMs);
        waiting.set(id, (words) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(words);
        });
        send({ type: 'suggest', id, word });
      });
    },
    onKnown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
