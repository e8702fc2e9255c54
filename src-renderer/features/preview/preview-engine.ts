import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { splitGuide } from '#core/document/guide-parts';
import {
  createIncrementalRenderer,
  type IncrementalRenderer,
} from '#core/markdown/incremental-renderer';
import type { PreviewAnswer, PreviewRequest } from './preview-protocol.ts';

/** After so many milliseconds the page so far is shown, and newer edits get their turn. */
const sliceMs = 40;

interface EnginePorts {
  readonly answer: (answer: PreviewAnswer) => void;
  /** Runs a task soon, after requests that are already waiting. */
  readonly later: (task: () => void) => void;
  readonly nowMs: () => number;
}

function countLineEnds(text: string): number {
  return text.split('\n').length - 1;
}

/** The single edit that turns one text into another: what lies between their common ends. */
function differenceOf(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** The work of the preview worker: follows a guide's text and answers with changes of its page. */
export function createPreviewEngine({ answer, later, nowMs }: EnginePorts): {
  handle: (request: PreviewRequest) => void;
} {
  let text = '';
  let bodyFrom = 0;
  let bodyLine = 0;
  let renderer: IncrementalRenderer | undefined;
  let fresh = true;
  let lastId = 0;

  const findBody = (): void => {
    bodyFrom = splitGuide(text).bodyFrom;
    bodyLine = countLineEnds(text.slice(0, bodyFrom));
  };

  const edit = (edits: readonly TextEdit[]): void => {
    const after = applyEdits(text, edits);
    const inBody = bodyFrom > 0 && edits.every(({ from }) => from >= bodyFrom);
    if (inBody) {
      text = after;
      renderer?.edit(
        edits.map(({ from, to, insert }) => ({ from: from - bodyFrom, to: to - bodyFrom, insert })),
      );
      return;
    }
    const before = text.slice(bodyFrom);
    text = after;
    findBody();
    const body = text.slice(bodyFrom);
    if (body !== before) renderer?.edit([differenceOf(before, body)]);
  };

  const render = (id: number): void => {
    if (id !== lastId || !renderer) return;
    const start = nowMs();
    const patch = renderer.render(() => nowMs() - start > sliceMs);
    answer({ type: 'page', id, fresh, bodyLine, patch });
    fresh = false;
    if (!patch.done) later(() => render(id));
  };

  return {
    handle(request) {
      lastId = request.id;
      if (request.type === 'text') {
        text = request.text;
        findBody();
        renderer = createIncrementalRenderer(request.profile);
        renderer.reset(text.slice(bodyFrom));
        fresh = true;
      } else {
        for (const edits of request.edits) edit(edits);
      }
      render(request.id);
    },
  };
}
