import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles child.ts for plain Node into a folder; gives the path of the program. */
export async function bundleChild(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../../..'),
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      target: 'node20.18',
      ssr: resolve(import.meta.dirname, 'child.ts'),
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
    },
  });
  return resolve(outDir, 'child.mjs');
}
