import type { History } from '../../src-main/services/history.ts';

/** A history that keeps nothing and says what it was told. */
export function fakeHistory(): History & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    keep: async (_, path, bytes, kind) => {
      told.push(`${kind} ${path} ${Buffer.from(bytes).toString('utf8')}`);
      return true;
    },
    keepFound: async (_, path, hash) => void told.push(`found ${path} ${hash}`),
    move: async (_, from, to) => void told.push(`move ${from} ${to}`),
    list: async () => [],
    read: async () => undefined,
    prune: async () => undefined,
    idle: async () => undefined,
  };
}
