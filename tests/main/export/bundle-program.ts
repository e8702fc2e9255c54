import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Bundles a source file (relative to the repository) for plain Node into a folder; gives the path of the program. */
export async function bundleProgram(source: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      target: 'node20.18',
      ssr: resolve(root, source),
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['electron', '@parcel/watcher'],
        output: { format: 'es', entryFileNames: 'program.mjs' },
      },
    },
  });
  return resolve(outDir, 'program.mjs');
}
