import type { PreviewWorker } from './preview-client.ts';

/** Starts a worker that renders one guide. */
export function createModuleWorker(): PreviewWorker {
  return new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
}
