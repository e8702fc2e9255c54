/** @typedef {() => void | Promise<void>} Cleanup */

/** @type {Set<Cleanup>} */
const cleanups = new Set();

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const graceMs = 5000;

/**
 * Registers what must be undone when this process ends, by itself or by SIGINT, SIGTERM or SIGHUP;
 * the newest runs first. On a plain `process.exit` only the part before the first `await` runs.
 * Returns the function that runs it now and forgets it.
 * @param {Cleanup} cleanup
 * @returns {() => Promise<void>}
 */
export function atExit(cleanup) {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return async () => {
    if (cleanups.delete(cleanup)) await cleanup();
  };
}

/** Runs and forgets everything registered, newest first; gives up waiting after five seconds. */
export async function cleanUpNow() {
  const timer = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    await Promise.race([Promise.resolve(cleanup()).catch(() => {}), timer]);
  }
}

function listen() {
  if (process.listeners('exit').includes(cleanUpAtOnce)) return;
  process.on('exit', cleanUpAtOnce);
  for (const [name, number] of Object.entries(signalNumbers)) {
    process.on(name, () => {
      void cleanUpNow().finally(() => process.exit(128 + number));
    });
  }
}

function cleanUpAtOnce() {
  for (const cleanup of [...cleanups].reverse()) void cleanup();
  cleanups.clear();
}
