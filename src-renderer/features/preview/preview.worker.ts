import { createPreviewEngine } from './preview-engine.ts';
import type { PreviewMessage, PreviewRequest } from './preview-protocol.ts';

const post = (message: PreviewMessage): void => self.postMessage(message, {});

const engine = createPreviewEngine({
  answer: post,
  later: (task) => setTimeout(task, 0),
  nowMs: () => performance.now(),
});

self.addEventListener('message', (event: MessageEvent<PreviewRequest>) =>
  engine.handle(event.data),
);

post({ type: 'ready' });
