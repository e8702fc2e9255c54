import type { EditorState } from '@codemirror/state';
import type { TextRange } from '#core/text/folded-text';
import type { PatternFault } from '#core/text/text-search';
import { type AuthorQuery, matchesOf } from './folded-query.ts';
import { createPatternTrials, type TrialWorker } from './pattern-trial.ts';

/** More matches than this are not counted: the number would say nothing. */
export const mostCounted = 999;
/** How long counting goes on before the page may do other things, in milliseconds. */
const sliceMs = 5;
/** Up to this length a text is counted at once, in UTF-16 units. */
const shortText = 50_000;

/** The places of a query, one more than are counted at most; or why it cannot be used. */
export type Counted = readonly TextRange[] | PatternFault;

/** Counts the places of one query at a time, never holding up a key. */
export interface MatchCount {
  /** Counts after `delayMs`, in place of whatever was being counted. */
  count(
    state: () => EditorState,
    query: AuthorQuery,
    delayMs: number,
    onCounted: (counted: Counted) => void,
  ): void;
  cancel(): void;
  dispose(): void;
}

function startWorker(): TrialWorker {
  return new Worker(new URL('./pattern-trial.worker.ts', import.meta.url), { type: 'module' });
}

/** Makes a count: plain queries in slices, regular expressions in a worker. */
export function createMatchCount(): MatchCount {
  const trials = createPatternTrials(startWorker);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function cancel(): void {
    clearTimeout(timer);
    trials.cancel();
  }
  function countPlain(
    state: EditorState,
    query: AuthorQuery,
    onCounted: (counted: Counted) => void,
  ): void {
    const found: TextRange[] = [];
    const matches = matchesOf(state, query.options);
    const go = (): void => {
      const until = performance.now() + sliceMs;
      while (performance.now() < until) {
        const next = matches.next();
        if (!next.done) found.push(next.value);
        if (next.done || found.length > mostCounted) {
          onCounted(found);
          return;
        }
      }
      timer = setTimeout(go);
    };
    go();
  }

  return {
    count(state, query, delayMs, onCounted) {
      cancel();
      const begin = (): void => {
        const now = state();
        if (query.regexp) trials.try(now.doc.toString(), query.options, mostCounted + 1, onCounted);
        else countPlain(now, query, onCounted);
      };
      if (delayMs === 0 && state().doc.length <= shortText) begin();
      else timer = setTimeout(begin, delayMs);
    },
    cancel,
    dispose() {
      clearTimeout(timer);
      trials.dispose();
    },
  };
}
