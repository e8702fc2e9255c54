import * as promises from 'node:fs/promises';

/** The calls that saving makes of the disk; tests put faults into single ones. */
export type Disk = Pick<
  typeof promises,
  | 'access'
  | 'link'
  | 'lstat'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'realpath'
  | 'rename'
  | 'stat'
  | 'unlink'
>;

/** The real disk. */
export const realDisk: Disk = promises;
