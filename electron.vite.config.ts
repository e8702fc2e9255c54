import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { defaultClientConditions } from 'vite';
import { writeIconFont } from './scripts/icon-font.ts';
import { glyphOf } from './src-renderer/ui/icon-glyph.ts';
import { filledIcons, strokeIcons } from './src-renderer/ui/icon-shapes.ts';

const root = import.meta.dirname;

// The runtime that tests use where GitHub cannot be reached is Electron 33 (Node 20.18, Chrome 130):
// nothing newer than both may be emitted, so the targets are fixed here and not read from node_modules.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron', '@parcel/watcher'],
        input: {
          index: resolve(root, 'src-main/index.ts'),
          'lint-process': resolve(root, 'src-main/lint-process/index.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { index: resolve(root, 'src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [
      react(),
      {
        name: 'icon-font',
        buildStart: () =>
          writeIconFont(
            { strokes: strokeIcons, filled: filledIcons, glyphOf },
            resolve(root, 'src-renderer/ui/generated/icons.ttf'),
          ),
      },
    ],
    worker: { format: 'es' },
    // Without the worker condition, remark in a Web Worker dies with "document is not defined".
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      // The policy of the pages takes fonts from files only.
      assetsInlineLimit: (file) => (/\.(woff2|ttf)$/.test(file) ? false : undefined),
      rolldownOptions: {
        input: {
          index: resolve(root, 'src-renderer/index.html'),
          preview: resolve(root, 'src-renderer/preview.html'),
        },
      },
    },
  },
});
