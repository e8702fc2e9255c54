import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Baseline } from '#core/catalog/read-accepted';
import type { Diagnostic } from '#core/lint/diagnostic';
import { countGone, toBaselineEntries } from '#core/lint/accepted';
import { hashOf } from '../files/hash.ts';
import type { Saver } from '../files/saver.ts';
import { contain } from '../security/contain.ts';
import { settingsFolder } from '../services/workspace-engine-config.ts';

/** Path of the list of earlier findings, relative to the workspace. */
export const baselinePath = `${settingsFolder}/baseline.json`;

/** Findings of one guide that no entry of `allow.json` accepts, the baseline not considered. */
export interface FoundInFile {
  readonly path: string;
  readonly found: readonly Diagnostic[];
}

/** The baseline with today's findings of the guides that were checked; the other guides keep their entries. */
export function newBaseline(
  before: Baseline,
  checked: readonly FoundInFile[],
  isThere: (path: string) => boolean,
): Baseline {
  const all = new Map(Object.entries(before).filter(([path]) => isThere(path)));
  for (const { path, found } of checked) {
    const entries = toBaselineEntries(found);
    if (entries.length > 0) all.set(path, entries);
    else all.delete(path);
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many findings of the baseline are gone from the guides that were checked. */
export function countGoneIn(baseline: Baseline, checked: readonly FoundInFile[]): number {
  return checked.reduce((gone, { path, found }) => {
    const entries = Object.hasOwn(baseline, path) ? baseline[path] : undefined;
    return entries ? gone + countGone(entries, found) : gone;
  }, 0);
}

/** Writes the baseline of a workspace, whole or not at all; whether it could be written. */
export async function writeBaseline(
  root: string,
  baseline: Baseline,
  before: Uint8Array | undefined,
  saver: Pick<Saver, 'save'>,
): Promise<boolean> {
  const contained = await contain(root, baselinePath, 'write');
  if (!contained.ok) return false;
  const text = `${JSON.stringify({ version: 1, findings: baseline }, null, 2)}\n`;
  try {
    await mkdir(dirname(contained.path), { recursive: true });
  } catch {
    return false;
  }
  const outcome = await saver.save({
    path: contained.path,
    bytes: new TextEncoder().encode(text),
    expected: before ? hashOf(before) : null,
  });
  return outcome.ok;
}
