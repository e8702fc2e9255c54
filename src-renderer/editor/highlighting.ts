import { syntaxTree } from '@codemirror/language';
import { type Extension, Prec, type Range } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import type { SyntaxNode, Tree } from '@lezer/common';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { afterFrame } from './after-frame.ts';
import { seenRanges, type SeenRanges } from './seen-ranges.ts';

/** Colours of the manuscript by class, so that they come from the tokens of the style sheet alone. */
const highlighter = tagHighlighter([
  { tag: tags.heading, class: 'tok-heading' },
  { tag: tags.strong, class: 'tok-strong' },
  { tag: tags.emphasis, class: 'tok-emphasis' },
  { tag: tags.strikethrough, class: 'tok-strike' },
  { tag: [tags.link, tags.url], class: 'tok-link' },
  { tag: tags.monospace, class: 'tok-code' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], class: 'tok-mark' },
  { tag: tags.propertyName, class: 'tok-key' },
  { tag: tags.string, class: 'tok-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'tok-number' },
  { tag: tags.quote, class: 'tok-quote' },
]);

const marks = new Map<string, Decoration>();

function markOf(classes: string): Decoration {
  let mark = marks.get(classes);
  if (!mark) marks.set(classes, (mark = Decoration.mark({ class: classes })));
  return mark;
}

/** The block at the top of the tree that holds or follows an offset. */
function blockAt(tree: Tree, offset: number): SyntaxNode | null {
  let node = tree.resolve(offset, 1);
  if (node.type.isTop) return tree.topNode.childAfter(offset);
  for (let { parent } = node; parent && !parent.type.isTop; { parent } = parent) node = parent;
  return node;
}

/** Colours of a range, block by block: the blocks of a long text before it are not walked. */
function colour(tree: Tree, from: number, to: number, into: Range<Decoration>[]): void {
  for (let block = blockAt(tree, from); block && block.from < to; block = block.nextSibling) {
    const { from: start, tree: own } = block;
    if (!own) continue;
    const put = (at: number, end: number, classes: string): void => {
      into.push(markOf(classes).range(at + start, end + start));
    };
    highlightTree(own, highlighter, put, Math.max(0, from - start), Math.min(block.to, to) - start);
  }
}

class Colours {
  decorations: DecorationSet;
  private tree: Tree;
  /** Up to where the text has been coloured; the parser may be behind that for a moment. */
  private colouredTo: number;
  private isBehind = false;
  private isGone = false;
  private readonly view: EditorView;
  private readonly seen: SeenRanges;

  constructor(view: EditorView) {
    this.view = view;
    this.seen = seenRanges(view.visibleRanges);
    this.tree = syntaxTree(view.state);
    this.decorations = this.colourAll();
    this.colouredTo = view.viewport.to;
  }

  update(update: ViewUpdate) {
    const tree = syntaxTree(update.state);
    const isOther = tree !== this.tree;
    this.tree = tree;
    const showsMore = this.seen.showsMore(update);
    if (update.docChanged) {
      this.decorations = this.decorations.map(update.changes);
      this.colouredTo = update.changes.mapPos(this.colouredTo, 1);
      if (!showsMore) {
        this.colourChanged(update);
        if (isOther) this.followLater();
        return;
      }
    }
    const { to } = this.view.viewport;
    // Text that the parser has not reached again keeps the colours that it had.
    if (!(isOther || showsMore) || (tree.length < to && this.colouredTo >= to)) return;
    this.decorations = this.colourAll();
    this.colouredTo = to;
  }

  /** Colours the changed lines anew, as far as they can be seen. */
  private colourChanged({ changes, state }: ViewUpdate): void {
    changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
      for (const seen of this.view.visibleRanges) {
        if (seen.to < fromB || seen.from > toB) continue;
        const from = Math.max(seen.from, state.doc.lineAt(fromB).from);
        const to = Math.min(seen.to, state.doc.lineAt(toB).to);
        if (this.tree.length < to) continue;
        const add: Range<Decoration>[] = [];
        colour(this.tree, from, to, add);
        this.decorations = this.decorations.update({
          filterFrom: from,
          filterTo: to,
          filter: (start, end) => end <= from || start >= to,
          add,
          sort: true,
        });
      }
    });
  }

  private followLater(): void {
    if (this.isBehind) return;
    this.isBehind = true;
    afterFrame(() => this.catchUp());
  }

  private catchUp(): void {
    this.isBehind = false;
    // A composition is left alone; the parser tells by another update when it has come this far.
    if (this.isGone || this.view.composing || this.tree.length < this.view.viewport.to) return;
    const all = this.colourAll();
    if (isSame(all, this.decorations, this.view)) return;
    this.decorations = all;
    this.view.dispatch({});
  }

  private colourAll(): DecorationSet {
    const found: Range<Decoration>[] = [];
    for (const { from, to } of this.view.visibleRanges) colour(this.tree, from, to, found);
    return Decoration.set(found, true);
  }

  destroy() {
    this.isGone = true;
  }
}

/** Whether two sets colour what can be seen alike. */
function isSame(a: DecorationSet, b: DecorationSet, { viewport }: EditorView): boolean {
  const [one, other] = [a.iter(viewport.from), b.iter(viewport.from)];
  while (one.value && one.from < viewport.to) {
    if (one.value !== other.value || one.from !== other.from || one.to !== other.to) return false;
    one.next();
    other.next();
  }
  return other.value === null || other.from >= viewport.to;
}

/**
 * Colours what can be seen. The line that is typed in gets its colours with the key; what a key may
 * change elsewhere (a fence opened, a bold closed lines below) follows after its frame.
 */
export const highlighting: Extension = Prec.high(
  ViewPlugin.fromClass(Colours, { decorations: (colours) => colours.decorations }),
);
