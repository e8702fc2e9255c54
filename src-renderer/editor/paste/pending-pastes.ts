import { isolateHistory } from '@codemirror/commands';
import { type ChangeDesc, EditorSelection } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { PastedHtml } from '#core/markdown/paste/pasted-html';
import { editorContext } from '../editor-context.ts';
import { pasteRows } from '../table/paste-rows.ts';
import { tableAt } from '../table/table-at.ts';
import { markdownChange, listStyleAt, type PasteRange } from './paste-change.ts';
import type { PasteOutcome } from './paste-ports.ts';

interface Pending {
  ranges: readonly PasteRange[];
  readonly plain: string;
  /** What to put in, once it is there; until then `undefined`. */
  ready: { readonly pasted: PastedHtml | undefined } | undefined;
}

/** Text that was put in and may still be taken for plain text instead. */
interface Done {
  ranges: readonly PasteRange[];
  intact: boolean;
}

/** A place after a change. One whose words were written over keeps nothing of them to replace. */
function follow(range: PasteRange, changes: ChangeDesc): PasteRange {
  const at = changes.mapPos(range.from, -1);
  if (range.from === range.to) return { from: at, to: at };
  if (changes.touchesRange(range.from, range.to)) return { from: at, to: at };
  return { from: changes.mapPos(range.from, 1), to: changes.mapPos(range.to, -1) };
}

const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** Pastes whose HTML is being converted: their places move with the text, and a composition goes first. */
class PendingPastes {
  private readonly view: EditorView;
  private pending: Pending[] = [];
  private done: Done[] = [];
  private gone = false;

  constructor(view: EditorView) {
    this.view = view;
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (!docChanged) return;
    for (const one of this.pending) one.ranges = one.ranges.map((range) => follow(range, changes));
    for (const one of this.done) {
      one.intact &&= one.ranges.every(({ from, to }) => !changes.touchesRange(from + 1, to - 1));
      one.ranges = one.ranges.map(({ from, to }) => ({
        from: changes.mapPos(from, 1),
        to: changes.mapPos(to, -1),
      }));
    }
  }

  destroy(): void {
    this.gone = true;
    const { paste } = this.view.state.facet(editorContext);
    if (this.pending.length > 0) paste?.onPasted(outcome('lost'));
  }

  /** Converts HTML for the selections of this moment. */
  add(html: string, plain: string): void {
    const { state } = this.view;
    const { paste } = state.facet(editorContext);
    const ranges = state.selection.ranges.map(({ from, to }) => ({ from, to }));
    const one: Pending = { ranges, plain, ready: undefined };
    this.pending.push(one);
    void paste?.convert(html, listStyleAt(state, state.selection.main.from)).then((pasted) => {
      one.ready = { pasted };
      this.flush();
    });
  }

  /** Puts in what is ready, in the order of pasting; nothing while an input method composes. */
  flush(): void {
    while (!this.gone && !this.view.compositionStarted && this.pending[0]?.ready) {
      const next = this.pending.shift();
      if (next?.ready) this.insert(next, next.ready.pasted);
    }
  }

  private insert({ ranges, plain }: Pending, pasted: PastedHtml | undefined): void {
    const { view } = this;
    const { state } = view;
    if (state.readOnly) return;
    const { paste } = state.facet(editorContext);
    if (pasted?.rows && this.insertRows(ranges, pasted.rows)) return;
    const failed = pasted === undefined || pasted.problem !== undefined;
    // Words that are the same by themselves are put in as they were copied.
    const isPlain = failed || pasted.markdown === '' || sameWords(pasted.markdown, plain);
    const isSame = !failed && isPlain && pasted.isInline;
    const text =
      failed || pasted.markdown === '' || isSame ? plain.replace(/\r\n?/g, '\n') : pasted.markdown;
    const spec =
      failed || isSame
        ? ranges.map(({ from, to }) => ({ from, to, insert: text }))
        : markdownChange(state, ranges, { markdown: text, isInline: pasted.isInline });
    if (text === '') {
      if (!failed && pasted.droppedImages > 0) paste?.onPasted(outcome('converted', pasted));
      return;
    }
    const changes = state.changes(spec);
    const put: PasteRange[] = [];
    changes.iterChangedRanges((_fromA, _toA, from, to) => put.push({ from, to }));
    const atCaret = sameRanges(ranges, state.selection.ranges);
    view.dispatch({
      changes,
      // An author who has gone on elsewhere is left there.
      ...(atCaret && {
        selection: EditorSelection.create(put.map(({ to }) => EditorSelection.cursor(to))),
        scrollIntoView: true,
      }),
      userEvent: 'input.paste',
      annotations: isolateHistory.of('full'),
    });
    if (failed) paste?.onPasted(outcome('plain'));
    else if (!isPlain || pasted.droppedImages > 0) {
      const done: Done = { ranges: put, intact: true };
      this.done = [done];
      paste?.onPasted({
        ...outcome('converted', pasted),
        offersPlain: true,
        asPlainText: () => this.replace(done, plain.replace(/\r\n?/g, '\n')),
      });
    }
  }

  private insertRows(
    ranges: readonly PasteRange[],
    rows: NonNullable<PastedHtml['rows']>,
  ): boolean {
    const { view } = this;
    const [only] = ranges;
    if (!only || ranges.length > 1) return false;
    if (!sameRanges(ranges, view.state.selection.ranges)) {
      if (!tableAt(view.state, only.from)) return false;
      view.dispatch({ selection: { anchor: only.from, head: only.to } });
    }
    return pasteRows(view, rows);
  }

  private replace(done: Done, plain: string): boolean {
    if (this.gone || !done.intact || this.view.state.readOnly || this.view.compositionStarted) {
      return false;
    }
    done.intact = false;
    this.view.dispatch({
      changes: done.ranges.map(({ from, to }) => ({ from, to, insert: plain })),
      userEvent: 'input.paste',
      annotations: isolateHistory.of('full'),
    });
    return true;
  }
}

function sameRanges(a: readonly PasteRange[], b: readonly PasteRange[]): boolean {
  return (
    a.length === b.length && a.every(({ from, to }, at) => from === b[at]?.from && to === b[at].to)
  );
}

function outcome(kind: PasteOutcome['kind'], pasted?: PastedHtml): PasteOutcome {
  return {
    kind,
    droppedImages: pasted?.droppedImages ?? 0,
    offersPlain: false,
    asPlainText: () => false,
  };
}

/** The pastes of a manuscript that are still on their way. */
export const pendingPastes = ViewPlugin.fromClass(PendingPastes, {
  eventHandlers: {
    compositionend() {
      // CodeMirror takes the composed text in after the event.
      setTimeout(() => this.flush());
    },
  },
});
