import type { Extension, Range } from '@codemirror/state';
import { Decoration, type EditorView, WidgetType } from '@codemirror/view';
import type { Locale } from '#core/messages/messages';
import { otherBlanks, shortNameOf, unseenCharacters } from '#core/text/invisible-characters';
import { blankName, invisibleName } from './invisible-names.ts';
import { visibleLines } from './visible-lines.ts';

/** Blanks at the end of a line that are marked one by one; more than these share a mark. */
const mostTrailing = 32;

/** The short name of a character in place of the character, so that it can neither hide nor turn its line. */
class UnseenWidget extends WidgetType {
  readonly characters: string;
  readonly locale: Locale;

  constructor(characters: string, locale: Locale) {
    super();
    this.characters = characters;
    this.locale = locale;
  }

  override eq(other: UnseenWidget): boolean {
    return other.characters === this.characters && other.locale === this.locale;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-unseen';
    mark.textContent = shortNameOf(this.characters);
    const name = invisibleName(this.characters, this.locale);
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', name);
    mark.dataset.tip = name;
    return mark;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function blankMark(name: string, tip: string): Decoration {
  return Decoration.mark({ class: `cm-blank cm-blank-${name}`, attributes: { 'data-tip': tip } });
}

/** Where the spaces at the end of a line begin; only as far back as a range reaches. */
function trailingFrom(view: EditorView, from: number, to: number): number {
  const line = view.state.doc.lineAt(from);
  if (to < line.to) return to;
  let start = line.to;
  while (start > from && line.text[start - 1 - line.from] === ' ') start -= 1;
  return start;
}

/**
 * Marks for what cannot be seen: characters that hide or turn text by their names, full-width and other special
 * blanks; with `blanks` also tabs and spaces at the ends of lines. The text itself and its places stay as they are.
 */
export function invisibleMarks(locale: Locale, blanks: boolean): Extension {
  const wide = blankMark('wide', invisibleName('\u3000', locale));
  const tab = blankMark('tab', blankName('tab', locale));
  const single = blankMark('end', blankName('trailing', locale));
  const hardBreak = blankMark('end', blankName('hardBreak', locale));
  const pattern = new RegExp(
    `(${unseenCharacters.source})|\u3000|[${otherBlanks}]${blanks ? '|\t' : ''}`,
    'gu',
  );
  const unseen = new Map<string, Decoration>();
  const replacing = (characters: string): Decoration => {
    let decoration = unseen.get(characters);
    if (!decoration) {
      decoration = Decoration.replace({ widget: new UnseenWidget(characters, locale) });
      unseen.set(characters, decoration);
    }
    return decoration;
  };
  const markOf = (found: string, isUnseen: boolean): Decoration => {
    if (isUnseen) return replacing(found);
    if (found === '\u3000') return wide;
    return found === '\t' ? tab : blankMark('other', invisibleName(found, locale));
  };

  return visibleLines((view, from, to) => {
    const marks: Range<Decoration>[] = [];
    for (const { 0: found, 1: hidden, index } of view.state.sliceDoc(from, to).matchAll(pattern)) {
      const at = from + index;
      marks.push(markOf(found, hidden !== undefined).range(at, at + found.length));
    }
    const start = blanks ? trailingFrom(view, from, to) : to;
    const decoration = to - start > 1 ? hardBreak : single;
    for (let at = start; at < to;) {
      const end = at - start >= mostTrailing ? to : at + 1;
      marks.push(decoration.range(at, end));
      at = end;
    }
    return marks;
  });
}
