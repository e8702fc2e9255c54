import type { TextRange } from '#core/text/folded-text';
import { createFind, type PatternFault, type SearchQuery } from '#core/text/text-search';

/** A regular expression to be tried on a text; the answer bears the same number. */
export interface Trial {
  readonly id: number;
  readonly text: string;
  readonly query: SearchQuery;
  /** The most places that are looked for. */
  readonly limit: number;
}

/** The places of a regular expression in a text, or why it cannot be used. */
export type TrialResult = readonly TextRange[] | PatternFault;

/** What the worker answers. */
export interface TrialAnswer {
  readonly id: number;
  readonly result: TrialResult;
}

/** The part of `Worker` that trials need. */
export interface TrialWorker {
  postMessage(trial: Trial): void;
  addEventListener(type: 'message', listener: (event: { data: TrialAnswer }) => void): void;
  terminate(): void;
}

/** How long a regular expression may take for a whole guide before it is given up, in milliseconds. */
const patienceMs = 1000;

/** Runs one trial; the worker's whole work. */
export function answerTrial({ id, text, query, limit }: Trial): TrialAnswer {
  const find = createFind(query);
  return { id, result: typeof find === 'string' ? find : find(text, limit) };
}

/** Tries regular expressions where they cannot hold up the page. */
export interface PatternTrials {
  /** Tries one in place of the one before, whose result never comes. */
  try(
    text: string,
    query: SearchQuery,
    limit: number,
    onResult: (result: TrialResult) => void,
  ): void;
  cancel(): void;
  dispose(): void;
}

/** Makes trials in a worker of their own, which is ended where it takes too long. */
export function createPatternTrials(start: () => TrialWorker): PatternTrials {
  let worker: TrialWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { id: number; onResult: (result: TrialResult) => void } | undefined;
  let lastId = 0;

  function end(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
  }
  function begin(): TrialWorker {
    const begun = start();
    begun.addEventListener('message', ({ data }) => {
      if (data.id !== waiting?.id) return;
      clearTimeout(timer);
      const { onResult } = waiting;
      waiting = undefined;
      onResult(data.result);
    });
    return begun;
  }

  return {
    try(text, query, limit, onResult) {
      // A trial that is under way would keep the next one waiting.
      if (waiting) end();
      worker ??= begin();
      lastId += 1;
      waiting = { id: lastId, onResult };
      timer = setTimeout(() => {
        waiting = undefined;
        end();
        onResult('slow');
      }, patienceMs);
      worker.postMessage({ id: lastId, text, query, limit });
    },
    cancel() {
      if (waiting) end();
      waiting = undefined;
    },
    dispose() {
      waiting = undefined;
      end();
    },
  };
}
