import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../src-main/files/disk.ts';

/** An error as the system gives it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code, syscall: 'test' });
}

/** The real disk, but opened files go through `change`, for faults in single calls. */
export function diskWithFiles(change: (file: FileHandle, path: string) => void): Disk {
  return {
    ...realDisk,
    open: async (path, flags, mode) => {
      const file = await realDisk.open(path, flags, mode);
      change(file, String(path));
      return file;
    },
  };
}
