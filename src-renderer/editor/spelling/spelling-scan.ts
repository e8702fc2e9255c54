import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { spellingWords } from '#core/text/spelling-words';
import { headField } from '../head-field.ts';
import type { Spelling } from './spelling.ts';
import { pauseOf } from '../pause.ts';
import {
  type Misspelling,
  misspellingsField,
  passedWords,
  passWord,
  setMisspellings,
} from './misspellings.ts';

/** The dictionary stays out of the way of opening a guide, and of the keys, by so many milliseconds. */
const startMs = 1000;
const pauseMs = 400;
/** A stretch longer than this is a line that is not measured yet; what of it is in sight comes later. */
const mostSeen = 30_000;

// What is not written for a reader: code, addresses, HTML, labels.
const notProse = new Set(
  'InlineCode FencedCode CodeBlock URL Autolink HTMLBlock HTMLTag Comment CommentBlock ProcessingInstruction ProcessingInstructionBlock Entity LinkLabel GuideDetails'.split(
    ' ',
  ),
);

/** A stretch of text with what is no prose blanked out, so that offsets stay. */
function proseBetween(state: EditorState, from: number, to: number): string {
  const pieces: string[] = [];
  let at = from;
  syntaxTree(state).iterate({
    from,
    to,
    enter(node) {
      if (!notProse.has(node.name)) return undefined;
      const start = Math.max(at, node.from);
      const end = Math.min(to, node.to);
      if (end > start) {
        pieces.push(state.sliceDoc(at, start), '\n'.repeat(end - start));
        at = end;
      }
      return false;
    },
  });
  pieces.push(state.sliceDoc(at, to));
  return pieces.join('');
}

/** The words in sight that are worth looking up; not the one being typed. */
function wordsInSight({ state, visibleRanges, hasFocus }: EditorView): Misspelling[] {
  const { bodyFrom } = state.field(headField);
  const { head } = state.selection.main;
  return visibleRanges.flatMap((seen) => {
    if (seen.to - seen.from > mostSeen) return [];
    const from = Math.max(seen.from, bodyFrom);
    if (from >= seen.to) return [];
    return spellingWords(proseBetween(state, from, seen.to))
      .map((word) => ({ word: word.word, from: from + word.from, to: from + word.to }))
      .filter((word) => !(hasFocus && word.from <= head && head <= word.to));
  });
}

function isShown(state: EditorState, found: readonly Misspelling[]): boolean {
  const shown: string[] = [];
  state.field(misspellingsField).between(0, state.doc.length, (from, to) => {
    shown.push(`${from} ${to}`);
  });
  return shown.join() === found.map(({ from, to }) => `${from} ${to}`).join();
}

class SpellingScan {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pause = pauseOf(pauseMs, () => this.scan());
  private readonly view: EditorView;
  private readonly spelling: Spelling;
  private readonly stopListening: () => void;

  constructor(view: EditorView, spelling: Spelling) {
    this.view = view;
    this.spelling = spelling;
    this.stopListening = spelling.onChange(() => this.scanIn(0));
    this.scanIn(startMs);
  }

  update(update: ViewUpdate): void {
    if (update.transactions.some(({ effects }) => effects.some((e) => e.is(passWord)))) {
      this.scanIn(0);
    } else if (
      update.docChanged ||
      update.viewportMoved ||
      update.selectionSet ||
      syntaxTree(update.startState) !== syntaxTree(update.state)
    ) {
      this.pause.touch();
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.pause.stop();
    this.stopListening();
  }

  private scanIn(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.scan(), delayMs);
  }

  private scan(): void {
    const { view, spelling } = this;
    // Marks around the text that is composed would end the composition.
    if (view.compositionStarted) {
      this.pause.touch();
      return;
    }
    const passed = view.state.field(passedWords);
    const words = wordsInSight(view).filter(({ word }) => !passed.has(word));
    const wrong = spelling.wrong(words.map(({ word }) => word));
    const found = words.filter(({ word }) => wrong.has(word));
    if (!isShown(view.state, found)) view.dispatch({ effects: setMisspellings.of(found) });
  }
}

/** Looks up the words in sight when the author pauses, and underlines those that are in no dictionary. */
export function spellingScan(spelling: Spelling) {
  return ViewPlugin.define((view) => new SpellingScan(view, spelling));
}
