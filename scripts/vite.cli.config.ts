import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Bundles `npx shirube` into one file for plain Node 20, with no dependency left to install. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    target: 'node20.18',
    ssr: resolve(root, 'src-main/cli/index.ts'),
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      external: ['electron', '@parcel/watcher'],
      output: {
        format: 'es',
        entryFileNames: 'shirube.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        banner: '#!/usr/bin/env node',
      },
    },
  },
});
