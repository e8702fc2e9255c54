import type { PreviewWorker } from './preview-client.ts';
import type { TemplateWorker } from './template-client.ts';

/** Starts a worker that renders one guide. */
export function createModuleWorker(): PreviewWorker {
  return new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
}

/** Starts a worker that prints the site's template. */
export function createTemplateWorker(): TemplateWorker {
  return new Worker(new URL('./template.worker.ts', import.meta.url), { type: 'module' });
}
