import log from 'electron-log/main';
import { createLog, type Log } from './log.ts';

/** The log in the application's data folder: two files of one megabyte, readable by their owner. */
export function openFileLog(path: string): Log {
  log.transports.file.resolvePathFn = () => path;
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.console.level = 'error';
  return createLog((level, line) => log[level](line));
}
