import type { GuideEntry } from '#core/catalog/guide-entry';

/** What a tab is called: the Latin name of its guide, else the file's own name. */
export function tabName(path: string, entry: GuideEntry | undefined): string {
  if (entry !== undefined && entry.name !== '') return entry.name;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The tab to show after a key on the strip, around its ends; `undefined` for other keys. */
export function tabAfterKey(
  paths: readonly string[],
  active: string,
  key: string,
): string | undefined {
  const index = paths.indexOf(active);
  const count = paths.length;
  if (count === 0) return undefined;
  if (key === 'ArrowRight') return paths[(index + 1) % count];
  if (key === 'ArrowLeft') return paths[(index - 1 + count) % count];
  if (key === 'Home') return paths[0];
  return key === 'End' ? paths[count - 1] : undefined;
}
