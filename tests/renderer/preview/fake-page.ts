import type { GuideSession } from '../../../src-renderer/editor/guide-session.ts';
import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { splitGuide } from '#core/document/guide-parts';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import type { PreviewAnswer } from '../../../src-renderer/features/preview/preview-protocol.ts';

/** A guide's session on a plain string. */
export function createTextSession(initial: string): GuideSession {
  let text = initial;
  let version = 0;
  const listeners = new Set<Parameters<GuideSession['onChange']>[0]>();
  return {
    path: 'guides/nurse.md',
    readOnly: false,
    get version() {
      return version;
    },
    get length() {
      return text.length;
    },
    text: () => text,
    slice: (from, to) => text.slice(from, to),
    head: () => text.slice(0, splitGuide(text).bodyFrom),
    edit(edits) {
      text = applyEdits(text, edits);
      version += 1;
      for (const listener of listeners) listener({ version, edits, at: 0 });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The test's own document as an empty preview page: the simulated DOM has no frames. */
export function createFrameDocument(): Document {
  const root = document.createElement('main');
  root.id = 'page';
  document.body.replaceChildren(root);
  return document;
}

/** Answers of a worker that renders at once. */
export function createAnswers(body: string, bodyLine = 0) {
  const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
  renderer.reset(body);
  let fresh = true;
  let id = 0;
  return {
    edit: (edits: readonly TextEdit[]) => renderer.edit(edits),
    next(): PreviewAnswer {
      const answer = {
        type: 'page' as const,
        id: (id += 1),
        fresh,
        bodyLine,
        patch: renderer.render(),
      };
      fresh = false;
      return answer;
    },
  };
}
