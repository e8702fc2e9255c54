import { htmlToMarkdown } from '#core/markdown/paste/html-to-markdown';
import type { PasteMessage, PasteRequest } from './paste-client.ts';

const post = (message: PasteMessage): void => self.postMessage(message, {});

self.addEventListener('message', ({ data: { id, html, style } }: MessageEvent<PasteRequest>) => {
  try {
    post({ type: 'pasted', id, pasted: htmlToMarkdown(html, style) });
  } catch {
    // The plain text is pasted instead, so nothing of the author's is lost to a bug.
    post({ type: 'pasted', id });
  }
});

post({ type: 'ready' });
