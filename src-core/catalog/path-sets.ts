const none: ReadonlySet<string> = new Set();

/** Paths of guides by a key that they carry or name; keys without paths are forgotten. */
export interface PathSets {
  get(key: string): ReadonlySet<string>;
  add(key: string, path: string): void;
  delete(key: string, path: string): void;
  keys(): Iterable<string>;
}

/** Makes an empty table of path sets. */
export function createPathSets(): PathSets {
  const sets = new Map<string, Set<string>>();
  return {
    get: (key) => sets.get(key) ?? none,
    add(key, path) {
      const set = sets.get(key);
      if (set) set.add(path);
      else sets.set(key, new Set([path]));
    },
    delete(key, path) {
      const set = sets.get(key);
      set?.delete(path);
      if (set?.size === 0) sets.delete(key);
    },
    keys: () => sets.keys(),
  };
}
