import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { createGlobMatcher } from '../../src-main/files/guide-globs.ts';

/** A workspace in memory: a map from path to text or bytes that a test changes as it likes. */
export interface MemoryWorkspace extends WorkspaceFiles {
  readonly contents: Map<string, string | Uint8Array>;
  /** How often each file was read. */
  readonly reads: Map<string, number>;
}

/** Makes a workspace in memory of these files. */
export function createMemoryWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
): MemoryWorkspace {
  const contents = new Map(Object.entries(files));
  const reads = new Map<string, number>();
  const bytesOf = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? Buffer.from(content) : content;
  return {
    contents,
    reads,
    async list(globs) {
      const matches = createGlobMatcher(globs);
      return [...contents]
        .filter(([path]) => matches(path))
        .map(([path, content]) => ({ path, bytes: bytesOf(content).length, modifiedMs: 0 }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(path, limit) {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      const content = contents.get(path);
      return content === undefined ? undefined : bytesOf(content).subarray(0, limit);
    },
  };
}
