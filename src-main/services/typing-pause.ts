/** Time as the engine needs it. */
export interface EngineClock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Shortest wait for a pause, in milliseconds: two keys of fast typing are further apart than that. */
const shortestMs = 30;
const longestMs = 1000;
/** However long the typing goes on, a check comes after so many pauses' time. */
const patience = 10;

/**
 * When a text that is being typed in is checked: once the author pauses, for a text that takes long the
 * longer. A check at each key would keep a processor busy that the window needs.
 */
export interface TypingPause {
  /** The text has changed. */
  note(): void;
  /** Settles when the text has not changed for a while. */
  over(): Promise<void>;
  /** Does a check; how long it takes decides how long the next one waits. */
  check(work: () => void): void;
}

/** Makes the pause of one workspace. */
export function createTypingPause({ now, wait }: EngineClock): TypingPause {
  let changes = 0;
  let lastMs = 0;
  return {
    note() {
      changes += 1;
    },
    async over() {
      const quietMs = Math.min(longestMs, Math.max(shortestMs, 2 * lastMs));
      const began = now();
      for (let seen = -1; seen !== changes && now() - began < patience * quietMs;) {
        seen = changes;
        await wait(quietMs);
      }
    },
    check(work) {
      const began = now();
      work();
      lastMs = now() - began;
    },
  };
}
