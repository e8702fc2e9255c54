import { foldedRanges, foldEffect, unfoldEffect } from '@codemirror/language';
import { type Extension, type Range, RangeSet, StateEffect, type Text } from '@codemirror/state';
import {
  type BlockInfo,
  type EditorView,
  gutter,
  GutterMarker,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { type Locale, translate } from '#core/messages/messages';
import { editorContext } from '../editor-context.ts';
import { type FoldRange, foldRangeOf } from './fold-range.ts';
import { foldArrow } from '../icon-element.ts';

class FoldArrow extends GutterMarker {
  readonly locale: Locale;
  readonly folded: boolean;

  constructor(locale: Locale, folded: boolean) {
    super();
    this.locale = locale;
    this.folded = folded;
  }

  override eq(other: GutterMarker): boolean {
    return (
      other instanceof FoldArrow && other.folded === this.folded && other.locale === this.locale
    );
  }

  override toDOM(): Node {
    const arrow = foldArrow(this.folded);
    arrow.title = translate(editorMessages, this.locale, this.folded ? 'unfold' : 'fold');
    return arrow;
  }
}

/** The pointer came to the gutters or left them; nothing else needs to know. */
const pointerMoved = StateEffect.define();

function foldOnLine(view: EditorView, { from, to }: BlockInfo): FoldRange | undefined {
  let found: FoldRange | undefined;
  foldedRanges(view.state).between(from, to, (foldFrom, foldTo) => {
    found ??= { from: foldFrom, to: foldTo };
  });
  return found;
}

/**
 * Arrows beside folded lines always, beside lines that can be folded while the pointer is over the
 * gutters: what can be folded is asked for then only, so that a key does not pay for it.
 */
const foldArrows = ViewPlugin.fromClass(
  class {
    arrows: RangeSet<GutterMarker> = RangeSet.empty;
    private pointed = false;
    private readonly view: EditorView;

    constructor(view: EditorView) {
      this.view = view;
      view.dom.addEventListener('mouseover', this.onPointer);
      view.dom.addEventListener('mouseleave', this.onPointer);
      this.arrows = this.build();
    }

    update(update: ViewUpdate) {
      // Typing hides what the pointer has brought up, until it moves again.
      if (update.docChanged) this.pointed = false;
      const { startState, state } = update;
      const folded = foldedRanges(state);
      if (
        update.docChanged ||
        update.viewportChanged ||
        folded !== foldedRanges(startState) ||
        startState.facet(editorContext) !== state.facet(editorContext) ||
        update.transactions.some(({ effects }) => effects.some((one) => one.is(pointerMoved)))
      ) {
        this.arrows = folded.size === 0 && !this.pointed ? RangeSet.empty : this.build();
      }
    }

    destroy() {
      this.view.dom.removeEventListener('mouseover', this.onPointer);
      this.view.dom.removeEventListener('mouseleave', this.onPointer);
    }

    private readonly onPointer = (event: MouseEvent): void => {
      const { target, type } = event;
      const pointed =
        type === 'mouseover' && target instanceof Element && target.closest('.cm-gutters') !== null;
      if (pointed === this.pointed || this.view.composing) return;
      this.pointed = pointed;
      this.view.dispatch({ effects: pointerMoved.of(null) });
    };

    private build(): RangeSet<GutterMarker> {
      const { state } = this.view;
      const { locale } = state.facet(editorContext);
      const arrows: Range<GutterMarker>[] = [];
      for (const block of this.view.viewportLineBlocks) {
        const folded = foldOnLine(this.view, block) !== undefined;
        const canFold = this.pointed && !folded && lineCanFold(this.view, state.doc, block);
        if (folded || canFold) arrows.push(new FoldArrow(locale, folded).range(block.from));
      }
      return RangeSet.of(arrows);
    }
  },
);

function lineCanFold(view: EditorView, doc: Text, { from }: BlockInfo): boolean {
  return foldRangeOf(view.state, doc.lineAt(from)) !== undefined;
}

/** The arrows, drawn over the free end of the line numbers. */
export function foldGutter(): Extension {
  return [
    foldArrows,
    gutter({
      class: 'cm-fold-gutter',
      markers: (view) => view.plugin(foldArrows)?.arrows ?? RangeSet.empty,
      domEventHandlers: {
        mousedown(view, block) {
          const folded = foldOnLine(view, block);
          const range = folded ?? foldRangeOf(view.state, view.state.doc.lineAt(block.from));
          if (!range) return false;
          view.dispatch({ effects: folded ? unfoldEffect.of(range) : foldEffect.of(range) });
          return true;
        },
      },
    }),
  ];
}
