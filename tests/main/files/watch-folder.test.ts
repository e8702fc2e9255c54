import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it.skipIf(!canLimit)('[F40] gives nothing, and comes back, where all watches are used up', () => {
  const run = (most: number) =>
    inNamespace(
      `echo ${most} > ${limit} && '${process.execPath}' '${module.path}' '${temporaryFolder()}'`,
    );
  expect(run(8)).toMatchObject({ stdout: 'watched', signal: null });
  expect(run(0)).toMatchObject({ stdout: 'not watched', signal: null });
});
