import { type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import type { TextEdit } from '../document/text-edit.ts';

/** Sections longer than this many UTF-16 units are also cut before plain paragraphs. */
const longSection = 8000;

// Cuts need blocks only; leaving inline syntax out makes the tree several times cheaper.
const blockParser = parser.configure([
  GFM,
  {
    remove:
      'Escape Entity InlineCode HTMLTag Emphasis HardBreak Link Image LinkEnd Strikethrough Autolink TaskList'.split(
        ' ',
      ),
  },
]);

/** Where a text can be cut into pieces that render alone as they do together. */
export interface SectionCutter {
  /** Forgets everything and reads a new text. */
  reset(text: string): void;
  /** Follows edits, whose ranges refer to the text before; `text` is the text after. */
  edit(edits: readonly TextEdit[], text: string): void;
  /**
   * Starts of the sections after `from`, which must be a start itself. Ends early at the first
   * start for which `isKnown` answers true, which is then the last one given.
   */
  starts(from: number, isKnown: (start: number) => boolean): number[];
}

const letter = /^\p{L}/u;

/** Cuts at column-0 ATX headings outside lists, quotes, fences and HTML, found by an incremental syntax tree. */
export function createSectionCutter(): SectionCutter {
  let text = '';
  let fragments: readonly TreeFragment[] = [];
  let tree: Tree | undefined;

  const read = (): Tree => {
    if (!tree) {
      tree = blockParser.parse(text, fragments);
      fragments = TreeFragment.addTree(tree);
    }
    return tree;
  };

  const isCut = (name: string, at: number, sinceLast: number): boolean => {
    if (text[at - 1] !== '\n') return false;
    if (name.startsWith('ATXHeading')) return true;
    // After a blank line, a paragraph at column 0 continues nothing that is open before it.
    return (
      name === 'Paragraph' &&
      sinceLast > longSection &&
      text[at - 2] === '\n' &&
      letter.test(text.slice(at, at + 2))
    );
  };

  return {
    reset(newText) {
      text = newText;
      fragments = [];
      tree = undefined;
    },
    edit(edits, newText) {
      read();
      let shift = 0;
      const changes = edits.map(({ from, to, insert }) => {
        const fromB = from + shift;
        shift += insert.length - (to - from);
        return { fromA: from, toA: to, fromB, toB: fromB + insert.length };
      });
      fragments = TreeFragment.applyChanges(fragments, changes);
      text = newText;
      tree = undefined;
    },
    starts(from, isKnown) {
      const found: number[] = [];
      let last = from;
      let node = read().topNode.childAfter(from);
      for (; node; node = node.nextSibling) {
        const at = node.from;
        if (at <= from) continue;
        const known = isKnown(at);
        if (!isCut(node.name, at, known ? Infinity : at - last)) continue;
        found.push(at);
        last = at;
        if (known) break;
      }
      return found;
    },
  };
}
