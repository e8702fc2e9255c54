import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether the folder of guides is where it was opened: the volume that it lies on may be taken away and
 * come back (F43). Where it lay, there is nothing then, or the empty folder that it was mounted on.
 */
export interface RootPlace {
  isThere(): Promise<boolean>;
}

/** `open` gives the guides that are open; where one of them is found again, so is the folder. */
export function createRootPlace(root: string, open: () => readonly string[]): RootPlace {
  let known: string | undefined;

  async function identity(): Promise<string | undefined> {
    try {
      const { dev, ino } = await stat(root, { bigint: true });
      return `${dev} ${ino}`;
    } catch {
      return undefined;
    }
  }

  /** A volume that comes back has other numbers. */
  async function isFoundAgain(): Promise<boolean> {
    const paths = open();
    if (paths.length === 0) return true;
    for (const path of paths) {
      const found = await lstat(join(root, path)).catch(() => undefined);
      if (found?.isFile() === true) return true;
    }
    return false;
  }

  const first = identity().then((now) => (known = now));
  return {
    async isThere() {
      await first;
      const now = await identity();
      if (now === undefined) return false;
      if (now !== known && !(await isFoundAgain())) return false;
      known = now;
      return true;
    },
  };
}
