import type { Journal } from '../../src-main/services/journal.ts';

/** A journal that keeps nothing and says what it was told. */
export function fakeJournal(): Journal & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    open: (_, path, { version }) => void told.push(`open ${path} ${version}`),
    change: (_, path, version, { event }) => void told.push(`change ${path} ${version} ${event}`),
    saved: (_, path, version) => void told.push(`saved ${path} ${version}`),
    close: (_, path, discard) => void told.push(`close ${path}${discard ? ' discard' : ''}`),
    move: (_, from, to) => void told.push(`move ${from} ${to}`),
    unsaved: async () => [],
    take: async () => undefined,
    flush: async () => true,
  };
}
