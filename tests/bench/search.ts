import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import type { SearchResults } from '../../src-core/text/search-results.ts';
import { createNodeWorkspaceFiles } from '../../src-main/files/node-workspace-files.ts';
import { createFolderSearch } from '../../src-main/services/folder-search.ts';
import { createTimeLimit } from '../../src-main/services/time-limit.ts';
import { createWorkspaceEngine } from '../../src-main/services/workspace-engine.ts';
import type { Measure } from './statistics.ts';

const ROUNDS = 9;
/** In every guide, in some, and in few. */
const words = ['仕事', 'クラウド', '看護師'];

const ignore = (): void => undefined;
const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

function usedMebibytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function ripgrep(word: string, root: string): number {
  const began = performance.now();
  const { status, stdout } = spawnSync(rgPath, ['-l', '--', word, root], {
    maxBuffer: 64 * 2 ** 20,
  });
  const time = performance.now() - began;
  if (status !== 0 || stdout.length === 0) throw new Error(`ripgrep found nothing: ${word}`);
  return time;
}

/**
 * Searching a folder once its texts are loaded, until all guides are counted and the places to show are
 * there, against `rg -l` on the same files; the search of the workspace process runs in this process, without
 * checking the guides.
 */
export async function measureSearch(root: string, count: number): Promise<Measure[]> {
  let heard: ((results: SearchResults) => void) | undefined;
  const onError = (where: string, error: unknown): never => {
    throw new Error(where, { cause: error });
  };
  const files = createNodeWorkspaceFiles(root);
  const engine = createWorkspaceEngine({
    ...{ root, files, pause, onError, checkAll: false },
    events: { entries: ignore, progress: ignore, findings: ignore, workspaceChanged: ignore },
  });
  await engine.open();
  await engine.settled();
  const folderSearch = createFolderSearch({
    ...{ files, pause, onError, store: engine.store, now: Date.now },
    within: createTimeLimit(),
    onResults: (results) => heard?.(results),
  });
  let id = 0;
  async function search(query: string): Promise<{ results: SearchResults; time: number }> {
    id += 1;
    const own = id;
    const began = performance.now();
    const results = await new Promise<SearchResults>((resolve) => {
      heard = (value) => value.id === own && value.done && resolve(value);
      const plain = { caseSensitive: false, loose: true, regexp: false, wholeWord: false };
      folderSearch.start(id, { query, ...plain });
    });
    return { results, time: performance.now() - began };
  }
  const before = usedMebibytes();
  await search('');
  const memory = usedMebibytes() - before;
  const folder = join(root, 'guides');
  const bytes = readdirSync(folder).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const word of words) {
      const own = await search(word);
      if (own.results.guides === 0) throw new Error(`nothing found: ${word}`);
      const other = ripgrep(word, root);
      // The first round reads the files into the page cache.
      if (round === 0) continue;
      times.ours.push(own.time);
      times.theirs.push(other);
    }
  }
  return [
    { name: `folder search, ${count} guides`, peer: '`rg -l`', ...times, unit: 'ms', goal: 0.25 },
    {
      name: `memory of folder search, ${count} guides`,
      peer: 'bytes of the guides',
      ...{ ours: [memory], theirs: [bytes / 2 ** 20], unit: 'MiB', goal: 1.3 },
    },
  ];
}
