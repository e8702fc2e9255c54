import { cleanUpNow } from './at-exit.mjs';

/**
 * Prints one line to the person who started the command.
 * @param {string} line
 */
export function say(line) {
  console.log(line);
}

/** An expected end: its message is all that the person needs, so it is shown without a stack trace. */
export class PlainStop extends Error {}

/**
 * Seconds since `startMs` (a `performance.now()` value) with one decimal, such as `1.3 s`.
 * @param {number} startMs
 */
export function secondsSince(startMs) {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

/**
 * Says why something failed in one line, whatever was thrown.
 * @param {unknown} error
 */
export function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0]?.trim().replace(/\.+$/, '') || 'unknown reason';
}

/**
 * Runs a command's main function; its value is the exit code. A `PlainStop` or any other error is
 * told in words with exit code 1, never as a stack trace (unless `SHIRUBE_DEBUG` is set).
 * @param {() => Promise<number>} main
 */
export async function runPlainly(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    tellFailure(error);
    process.exitCode = 1;
  }
  await cleanUpNow();
}

/** @param {unknown} error */
export function tellFailure(error) {
  const isExpected = error instanceof PlainStop;
  console.error(isExpected ? error.message : `Something unexpected failed: ${reasonOf(error)}`);
  if (process.env.SHIRUBE_DEBUG && error instanceof Error) console.error(error.stack);
  else if (!isExpected) console.error('Run it again with SHIRUBE_DEBUG=1 to see where.');
}
