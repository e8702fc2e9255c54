/** Does something once nothing has happened for a while. */
export interface Pause {
  /** Something has happened: the while begins anew. Costs a key next to nothing. */
  readonly touch: () => void;
  readonly stop: () => void;
}

/** Calls `work` when `touch` was last called `ms` milliseconds ago; one timer, however fast the touches come. */
export function pauseOf(ms: number, work: () => void): Pause {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (restMs: number): void => {
    timer = setTimeout(() => {
      timer = undefined;
      const rest = last + ms - performance.now();
      if (rest > 0) wait(rest);
      else work();
    }, restMs);
  };
  return {
    touch() {
      last = performance.now();
      if (timer === undefined) wait(ms);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
