import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildApp } from './setup/build.mjs';
import { prepareTestRuntime } from './setup/launch.mjs';
import { prepareMachine } from './setup/machine.mjs';
import { runPlainly, say } from './setup/say.mjs';

const root = resolve(import.meta.dirname, '..');

// Measures Shirube beside named peers in one run and writes tests/bench/results.md. `--full` uses
// 10,000 guides instead of 1,000; `--only=<name>` runs one part.
await runPlainly(async () => {
  const machine = await prepareMachine({ tests: true });
  await buildApp();
  const runtime = await prepareTestRuntime({ machine });
  try {
    const { build } = await import('vite');
    const out = resolve(root, 'out/bench');
    for (const page of ['bare-editor', 'preview-peer']) {
      await build({
        configFile: false,
        root: resolve(root, 'tests/bench', page),
        base: './',
        logLevel: 'error',
        build: { outDir: resolve(out, page), emptyOutDir: true, target: 'chrome130' },
      });
    }
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'error',
      ssr: {
        noExternal: true,
        target: 'node',
        external: ['@playwright/test', '@parcel/watcher', '@vscode/ripgrep'],
      },
      build: {
        ssr: true,
        outDir: resolve(out, 'run'),
        emptyOutDir: true,
        target: 'node20.18',
        rolldownOptions: {
          input: {
            run: resolve(root, 'tests/bench/run.ts'),
            'preview-worker': resolve(root, 'tests/bench/preview-worker.ts'),
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    mkdirSync(resolve(root, 'tests/bench'), { recursive: true });
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--expose-gc', resolve(out, 'run/run.js'), ...process.argv.slice(2)],
      {
        cwd: root,
        env: { ...process.env, ...runtime.env },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 64 * 2 ** 20,
      },
    );
    say(stdout);
    const partial = process.argv.some((argument) => argument.startsWith('--only'));
    if (status === 0 && !partial) writeFileSync(resolve(root, 'tests/bench/results.md'), stdout);
    return status ?? 1;
  } finally {
    await runtime.dispose();
  }
});
