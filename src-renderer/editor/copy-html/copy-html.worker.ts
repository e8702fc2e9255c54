import { bodyHtml } from '#core/markdown/body-html';
import type { HtmlMessage, HtmlRequest } from './html-request.ts';

const post = (message: HtmlMessage): void => self.postMessage(message, {});

self.addEventListener('message', ({ data }: MessageEvent<HtmlRequest>) => {
  post({ type: 'html', html: bodyHtml(data.body, data.profile, data.lines) });
});

post({ type: 'ready' });
