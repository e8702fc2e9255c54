/** Tells when an open guide's file is no longer what the window last read or wrote. */
export interface DiskCheck {
  /** The window now has these bytes of a guide: it read or saved them; `null` where it found no file. */
  know(path: string, hash: string | null): void;
  forget(path: string): void;
  /** An open guide's file has another name now, with the same bytes. */
  move(from: string, to: string): void;
  /** A save of ours is under way: looking waits until the function returned is called. */
  saving(path: string): () => void;
  /** Looks at guides that may have changed: these paths and all below them, or all open ones. */
  look(paths?: readonly string[]): Promise<void>;
  /** Open guides. */
  paths(): readonly string[];
}

/** Other editors truncate a file and then write it: only what stays the same this long is believed (F39). */
const stableMs = 200;
/** Looks at a file that never stops changing, before its state is reported anyway. */
const patience = 50;

/** Makes a check over `readHash` (`null` where the file is gone); `onChange` also hears of a return to the old bytes, and what was known before. */
export function createDiskCheck(options: {
  readonly readHash: (path: string) => Promise<string | null>;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly onChange: (path: string, hash: string | null, before: string | null) => void;
}): DiskCheck {
  const { readHash, wait, onChange } = options;
  /** What the window knows or was told of each open guide. */
  const known = new Map<string, string | null>();
  const saves = new Map<string, Set<Promise<void>>>();
  const looking = new Map<string, { again: boolean; done: Promise<void> }>();

  async function savesOf(path: string): Promise<void> {
    await Promise.all([...(saves.get(path) ?? new Set<Promise<void>>())]);
  }

  async function stableHash(path: string, first: string | null): Promise<string | null> {
    let last = first;
    for (let look = 0; look < patience; look += 1) {
      await wait(stableMs);
      const next = await readHash(path);
      if (next === last) return next;
      last = next;
    }
    return last;
  }

  async function lookAt(path: string): Promise<void> {
    await savesOf(path);
    const first = await readHash(path);
    if (first === known.get(path)) return;
    const hash = await stableHash(path, first);
    // A save of ours that began meanwhile explains the change; its own end is looked at again.
    await savesOf(path);
    if (!known.has(path) || hash === known.get(path)) return;
    if ((await readHash(path)) !== hash) return lookAt(path);
    if (hash === known.get(path)) return;
    const before = known.get(path) ?? null;
    known.set(path, hash);
    onChange(path, hash, before);
  }

  /** One look at a time per file; a hint that comes meanwhile means another look after it. */
  function schedule(path: string): Promise<void> {
    const running = looking.get(path);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const entry = { again: false, done: Promise.resolve() };
    looking.set(path, entry);
    entry.done = (async () => {
      do {
        entry.again = false;
        await lookAt(path);
      } while (entry.again && known.has(path));
    })().finally(() => looking.delete(path));
    return entry.done;
  }

  return {
    know: (path, hash) => void known.set(path, hash),
    forget: (path) => void known.delete(path),
    move(from, to) {
      const hash = known.get(from);
      if (hash === undefined) return;
      known.delete(from);
      known.set(to, hash);
    },
    saving(path) {
      let end: () => void = () => undefined;
      const saved = new Promise<void>((resolve) => (end = resolve));
      const running = saves.get(path) ?? new Set();
      saves.set(path, running.add(saved));
      return () => {
        end();
        running.delete(saved);
        if (running.size === 0) saves.delete(path);
      };
    },
    async look(paths) {
      const open = [...known.keys()];
      const affected =
        paths === undefined
          ? open
          : open.filter((path) =>
              paths.some((hint) => hint === path || path.startsWith(`${hint}/`)),
            );
      await Promise.all(affected.map(schedule));
    },
    paths: () => [...known.keys()],
  };
}
