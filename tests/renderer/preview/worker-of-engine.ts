import { createPreviewEngine } from '../../../src-renderer/features/preview/preview-engine.ts';
import type { PreviewWorker } from '../../../src-renderer/features/preview/preview-client.ts';
import type { PreviewRequest } from '../../../src-renderer/features/preview/preview-protocol.ts';

/** The preview worker's own engine, answering within the test's thread. */
export function createEngineWorker(): PreviewWorker {
  const target = new EventTarget();
  const post = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data }));
  const engine = createPreviewEngine({
    answer: post,
    later: (task) => setTimeout(task, 0),
    nowMs: () => performance.now(),
  });
  setTimeout(() => post({ type: 'ready' }), 0);
  return {
    postMessage: (request: PreviewRequest) => void setTimeout(() => engine.handle(request), 0),
    terminate: () => undefined,
    addEventListener: target.addEventListener.bind(target) as PreviewWorker['addEventListener'],
  };
}
