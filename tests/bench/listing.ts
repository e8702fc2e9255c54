import { execFileSync } from 'node:child_process';
import { createNodeWorkspaceFiles } from '../../src-main/files/node-workspace-files.ts';
import { createWorkspaceEngine } from '../../src-main/services/workspace-engine.ts';
import type { Measure } from './statistics.ts';

const ROUNDS = 7;

/** Milliseconds until every guide of a folder stands in the list. */
async function listOnce(root: string, count: number): Promise<number> {
  const began = performance.now();
  let listed = 0;
  await new Promise<void>((resolve, reject) => {
    const engine = createWorkspaceEngine({
      root,
      files: createNodeWorkspaceFiles(root),
      pause: () => new Promise((done) => setImmediate(done)),
      onError: (where, error) => reject(new Error(where, { cause: error })),
      checkAll: false,
      events: {
        entries({ upserts }) {
          listed += upserts.length;
          if (listed < count) return;
          engine.dispose();
          resolve();
        },
        progress: () => undefined,
        findings: () => undefined,
        workspaceChanged: () => undefined,
      },
    });
    void engine.open().catch(reject);
  });
  return performance.now() - began;
}

/** Listing a folder (title, slug, relations of every guide) against `cat` of the same files, warm. */
export async function measureListing(root: string, count: number): Promise<Measure[]> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const own = await listOnce(root, count);
    const began = performance.now();
    execFileSync('sh', [
      '-c',
      'find "$1" -name "*.md" -print0 | xargs -0 cat > /dev/null',
      'sh',
      root,
    ]);
    const other = performance.now() - began;
    // The first round reads the files into the page cache.
    if (round === 0) continue;
    times.ours.push(own);
    times.theirs.push(other);
  }
  return [
    {
      name: `list ${count} guides`,
      peer: '`cat` of the same files',
      ...times,
      unit: 'ms',
      goal: 0.6,
    },
  ];
}
