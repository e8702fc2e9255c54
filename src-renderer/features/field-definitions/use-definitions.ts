import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#core/ipc/contract';
import type { SchemaProposal, SchemaTrial } from '#core/schema/schema-proposal';

/** Where definitions come from, are tried and are kept; all of it happens outside the window. */
export interface DefinitionsSource {
  infer(): Promise<Result<SchemaProposal>>;
  tryOut(text: string): Promise<Result<SchemaTrial>>;
  /** `baseHash` is that of the present definitions; `null` where there are none. */
  save(text: string, baseHash: string | null): Promise<Result<{ readonly path: string }>>;
  /** Ends reading or trying; its answer is then the failure `cancelled`. */
  cancel(): void;
  /** Hears how far reading or trying is; the function returned stops it. */
  onProgress(listener: (progress: Progress) => void): () => void;
}

/** Guides done and all of them. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What has come of reading the guides. */
export type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'read'; readonly proposal: SchemaProposal };

/** The request under way; the next one waits for it, since main takes back the last one only. */
export function useQueue(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(<Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.current.then(work, work);
    last.current = next.catch(() => undefined);
    return next;
  }, []);
}

/** How far the work under way is, from 300 ms after it began; `undefined` while there is nothing to show. */
export function useProgress(source: DefinitionsSource, busy: boolean): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    if (!busy) return undefined;
    let latest: Progress = { done: 0, total: 0 };
    let shown = false;
    const stop = source.onProgress((next) => {
      latest = next;
      if (shown) setProgress(next);
    });
    const timer = setTimeout(() => {
      shown = true;
      setProgress(latest);
    }, 300);
    return () => {
      stop();
      clearTimeout(timer);
      setProgress(undefined);
    };
  }, [source, busy]);
  return progress;
}

/** Reads the guides when the dialog opens, and again when asked. */
export function useReading(
  source: DefinitionsSource,
  queue: ReturnType<typeof useQueue>,
): { readonly reading: Reading; readonly readAgain: () => void } {
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let state: 'waiting' | 'reading' | 'done' = 'waiting';
    let left = false;
    setReading({ state: 'reading' });
    void queue(async () => {
      if (left) return;
      state = 'reading';
      const result = await source.infer();
      state = 'done';
      if (left) return;
      setReading(
        result.ok
          ? { state: 'read', proposal: result.value }
          : { state: 'failed', failure: result.failure },
      );
    });
    return () => {
      left = true;
      if (state === 'reading') source.cancel();
    };
  }, [source, queue, round]);
  return { reading, readAgain: useCallback(() => setRound((before) => before + 1), []) };
}
