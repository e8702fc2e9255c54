import { createLog, type Log } from '../../src-main/services/log.ts';

/** A log that keeps its lines for the test to read. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { log: createLog((level, line) => void lines.push(`${level} ${line}`)), lines };
}
