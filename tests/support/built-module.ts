import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** A source file bundled for plain Node, for child processes that a test kills or runs as another user. */
export async function builtModule(source: string): Promise<{ path: string; remove: () => void }> {
  // Below the checkout, so that packages are found; readable by the unprivileged user of the tests.
  const folder = mkdtempSync('/tmp/shirube-built-');
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, source),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'module.mjs' } },
    },
  });
  return {
    path: join(folder, 'module.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
