import { renderTemplateTree, type TemplateFiles } from '#core/markdown/page-template';
import { withOwnImages } from '#core/markdown/template-images';
import type { TemplateMessage, TemplateRequest } from './template-protocol.ts';

const post = (message: TemplateMessage): void => self.postMessage(message, {});

let files: TemplateFiles = { entry: '', files: {} };

self.addEventListener('message', ({ data }: MessageEvent<TemplateRequest>) => {
  files = data.files ?? files;
  void renderTemplateTree(files, data.data).then((made) => {
    const result = 'root' in made ? { root: withOwnImages(made.root) } : made;
    post({ type: 'printed', id: data.id, result });
  });
});

post({ type: 'ready' });
