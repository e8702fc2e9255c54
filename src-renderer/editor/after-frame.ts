let waiting: (() => void)[] = [];
let port: MessagePort | undefined;

function runAll(): void {
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}

/** Called inside the frame; a message reaches the page again only when the frame is made. */
function passOn(): void {
  if (port === undefined) {
    const channel = new MessageChannel();
    channel.port2.addEventListener('message', runAll);
    channel.port2.start();
    port = channel.port1;
  }
  port.postMessage(null);
}

/**
 * Does something after the frame that is being made, in the order of the calls: the frame that shows
 * a key is the manuscript's alone. A window that is hidden makes no frames; there it is done at once
 * after the present task.
 */
export function afterFrame(work: () => void): void {
  waiting.push(work);
  if (waiting.length > 1) return;
  if (document.visibilityState === 'hidden') setTimeout(runAll);
  else requestAnimationFrame(passOn);
}

// Frames that were asked for before the window was hidden do not come any more.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') runAll();
});

/** Takes what comes one by one to `take` together, after the frame; what comes first is first. */
export function takeAfterFrame<Item>(
  take: (items: readonly Item[]) => void,
  schedule: (work: () => void) => void = afterFrame,
): {
  readonly add: (item: Item) => void;
  /** Gives what waits to `take` at once. */
  readonly flush: () => void;
} {
  let items: Item[] = [];
  const flush = (): void => {
    if (items.length === 0) return;
    const taken = items;
    items = [];
    take(taken);
  };
  return {
    add(item) {
      items.push(item);
      if (items.length === 1) schedule(flush);
    },
    flush,
  };
}
