import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../src-main/files/disk.ts';

/** A real disk that tells of each call that saving makes of it, just before it is made. */
export interface WatchedDisk {
  readonly disk: Disk;
  /** Told of every call; what it throws, the call fails with. */
  before: (call: string) => Promise<void> | void;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Makes one; closing a file is no fault of the disk and always goes through. */
export function createWatchedDisk(): WatchedDisk {
  const watched: { disk: Disk; before: WatchedDisk['before'] } = {
    disk: realDisk,
    before: () => undefined,
  };
  const watch = <Target extends object>(target: Target, prefix: string): Target =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'close') return value.bind(target) as unknown;
        return async (...args: unknown[]) => {
          await watched.before(`${prefix}${String(name)}`);
          const result = await (value as Call).apply(target, args);
          return name === 'open' && prefix === '' ? watch(result as FileHandle, 'file.') : result;
        };
      },
    });
  watched.disk = watch({ ...realDisk }, '');
  return watched;
}
