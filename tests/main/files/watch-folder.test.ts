import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { builtModule } from '../../support/built-module.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let module: Awaited<ReturnType<typeof builtModule>>;

beforeAll(async () => {
  module = await builtModule('tests/main/files/watch-in-child.ts');
  // The watcher is no script that could be built in.
  symlinkSync(resolve('node_modules'), join(dirname(module.path), 'node_modules'));
});
afterAll(() => module.remove());

/** Runs a command in a user namespace of its own, whose limits are nobody else's. */
function inNamespace(command: string): SpawnSyncReturns<string> {
  return spawnSync('unshare', ['--user', '--map-root-user', 'sh', '-c', command], {
    encoding: 'utf8',
    timeout: 10_000,
    cwd: process.cwd(),
  });
}

const limit = '/proc/sys/user/max_inotify_instances';
const canLimit =
  process.platform === 'linux' && inNamespace(`echo 0 > ${limit} && cat ${limit}`).stdout === '0\n';

it.skipIf(!canLimit)(
  '[F40] all watches used up: the folder is looked at every two seconds, and the window is told so',
  () => {
    const run = (most: number) => {
      const { stdout, signal } = inNamespace(
        `echo ${most} > ${limit} && '${process.execPath}' '${module.path}' '${temporaryFolder()}'`,
      );
      expect(signal).toBeNull();
      return JSON.parse(stdout) as unknown;
    };
    const changed = ['guide.changedOnDisk', { path: 'a.md', hash: hashOf('second') }];
    expect(run(8)).toEqual({ looks: [30_000], events: [changed] });
    expect(run(0)).toEqual({ looks: [2_000], events: [['workspace.unwatched', null], changed] });
  },
);
