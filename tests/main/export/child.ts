import * as fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import fsModule from 'node:fs/promises';

// Exports (or recovers) in a process of its own that kills itself at the n-th call to the disk.
// argv: mode, workspace, site, data folder, n (0: never).
const [mode = '', workspace = '', site = '', dataFolder = '', at = '0'] = process.argv.slice(2);
const killAt = Number(at);
let calls = 0;
let counting = false;

function count(): void {
  if (!counting) return;
  calls += 1;
  if (calls === killAt) process.kill(process.pid, 'SIGKILL');
}

type Call = (...args: unknown[]) => unknown;
const wrap = (object: Record<string, Call>, name: string): void => {
  const original = object[name];
  if (typeof original !== 'function') return;
  object[name] = function counted(this: unknown, ...args: unknown[]) {
    count();
    return original.apply(this, args);
  };
};

const changing = ['open', 'link', 'rename', 'unlink', 'mkdir', 'rmdir', 'rm', 'chmod', 'writeFile'];
for (const name of changing) wrap(fsModule as unknown as Record<string, Call>, name);
const handle = await fs.open(process.execPath);
const prototype = Object.getPrototypeOf(handle) as Record<string, Call>;
await handle.close();
for (const name of ['writeFile', 'sync', 'chmod', 'close']) wrap(prototype, name);
syncBuiltinESMExports();

const { createExportService } = await import('../../../src-main/services/export-service.ts');
const { createSaver } = await import('../../../src-main/files/saver.ts');
const { recoverExports } = await import('../../../src-main/services/export-recovery.ts');
const { sourceOf } = await import('./plain-source.ts');

if (mode === 'recover') {
  counting = true;
  const outcome = await recoverExports(`${dataFolder}/exports`, createSaver());
  process.stdout.write(JSON.stringify(outcome));
} else {
  const service = createExportService({
    source: sourceOf(workspace),
    saver: createSaver(),
    dataFolder,
    now: () => 0,
    waitMs: 0,
  });
  const plan = await service.plan('site', site);
  counting = true;
  const result = plan.ok ? await service.apply(plan.value.id, []) : plan;
  counting = false;
  process.stdout.write(JSON.stringify(result));
}
process.stderr.write(`calls ${calls}`);
