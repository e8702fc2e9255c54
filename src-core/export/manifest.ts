import { targetPathProblem } from './target-path.ts';

/** One file that an export wrote: what its bytes are and where they came from. */
export interface ManifestEntry {
  /** SHA-256 (hex) of the bytes written. */
  readonly sha256: string;
  /** Path in the workspace, with `/`. */
  readonly source: string;
  readonly kind: 'guide' | 'image';
}

/** What an export owns at a target: nothing but the paths listed here is ever changed or removed. */
export interface ExportManifest {
  readonly version: 1;
  readonly generator: string;
  /** By path under the target, with `/`. */
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

const generator = 'shirube';
const hexHash = /^[0-9a-f]{64}$/;

/** A manifest of the given files. */
export function createManifest(files: ReadonlyMap<string, ManifestEntry>): ExportManifest {
  return { version: 1, generator, files };
}

function parseEntry(path: string, value: unknown): ManifestEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { sha256, source, kind } = value as Record<string, unknown>;
  if (typeof sha256 !== 'string' || !hexHash.test(sha256)) return undefined;
  if (typeof source !== 'string' || (kind !== 'guide' && kind !== 'image')) return undefined;
  return targetPathProblem(path, kind) ? undefined : { sha256, source, kind };
}

/**
 * Reads a manifest; `undefined` where it is damaged, of another version, or names one path that an
 * export could never have written: then nothing at the target counts as ours.
 */
export function parseManifest(text: string): ExportManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, files } = value as Record<string, unknown>;
  if (version !== 1 || typeof files !== 'object' || files === null || Array.isArray(files)) {
    return undefined;
  }
  const entries = new Map<string, ManifestEntry>();
  for (const [path, raw] of Object.entries(files)) {
    const entry = parseEntry(path, raw);
    if (!entry) return undefined;
    entries.set(path, entry);
  }
  return createManifest(entries);
}

/** The text of a manifest: the same files always give the same bytes, one file a line for small diffs. */
export function stringifyManifest(manifest: ExportManifest): string {
  const paths = [...manifest.files.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const lines = paths.map((path) => {
    const entry = manifest.files.get(path);
    const { sha256, source, kind } = entry as ManifestEntry;
    return `    ${JSON.stringify(path)}: ${JSON.stringify({ sha256, source, kind })}`;
  });
  const files = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "generator": ${JSON.stringify(manifest.generator)},\n  "files": ${files}\n}\n`;
}
