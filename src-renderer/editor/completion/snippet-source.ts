import type { EditorState } from '@codemirror/state';
import { fillPlaces } from '#core/catalog/new-guide';
import { completionMessages } from '#core/messages/completion';
import { translate } from '#core/messages/messages';
import { fold } from '#core/text/fold';
import { editorContext } from '../editor-context.ts';
import { guidePath } from '../guide-knowledge.ts';
import type { BodyPlace } from './body-place.ts';
import { fixedSnippets } from './fixed-snippets.ts';
import type { Found } from './found.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

/** Lines above the caret that are looked at for the last number. */
const linesLookedAt = 2000;

/** The number that the next numbered subheading of the section has. */
function nextNumber({ doc }: EditorState, at: number): number {
  const own = doc.lineAt(at).number;
  for (let number = own - 1; number > Math.max(0, own - linesLookedAt); number -= 1) {
    const { text } = doc.line(number);
    const digits = /^### (\d{1,3})\./.exec(text)?.[1];
    if (digits !== undefined) return Number(digits) + 1;
    if (text.startsWith('## ')) break;
  }
  return 1;
}

/** What of the name of a piece was typed after `/` at the start of an empty line; `undefined` anywhere else. */
export function snippetQuery({ before, after, isWhole }: BodyPlace): string | undefined {
  if (!isWhole || after.trim() !== '') return undefined;
  return /^[/／]([^\s/]{0,20})$/u.exec(before)?.[1];
}

/** Pieces of Markdown to start from: tables, numbered subheadings and the like, then the sections of the guide types. */
export function completeSnippet({ state, at }: BodyPlace, query: string, length: number): Found {
  const { knowledge, locale } = state.facet(editorContext);
  const say = (key: keyof typeof completionMessages.ja): string =>
    translate(completionMessages, locale, key);
  const line = state.doc.lineAt(at);
  // A block right under a paragraph would be read as part of it.
  const isUnderText = line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '';
  const lead = isUnderText ? '\n' : '';
  const name = knowledge.entries().get(state.facet(guidePath))?.name ?? '';
  const next = String(nextNumber(state, at));
  const make = (
    label: string,
    detail: string | undefined,
    words: string,
    text: string,
    select: string,
  ) => {
    const insert = lead + text;
    const selected = select === '' ? -1 : insert.indexOf(select);
    const option: Option = {
      kind: 'snippet',
      ...{ label, insert },
      ...(detail === undefined ? {} : { detail }),
      ...(selected < 0 ? {} : { select: { from: selected, to: selected + select.length } }),
      match: matchedRanges(label, query),
    };
    return { option, texts: [fold(label), fold(words)] };
  };
  const fixed = fixedSnippets.map(({ label, detail, words, text, select }) =>
    make(say(label), detail && say(detail), words, fillPlaces(text, { next }), select),
  );
  const bodies = knowledge.types().flatMap(({ sections }) =>
    sections.flatMap(({ heading, body }) => {
      const text = fillPlaces(body, { name }).trim();
      if (text === '') return [];
      const label = fillPlaces(heading, { name, keycap: '' }).trim();
      return [make(label, say('sectionBody'), text.slice(0, 200), `${text}\n`, '')];
    }),
  );
  const found = findOptions([...fixed, ...bodies], query);
  return { from: at - length, to: at, options: found.map(({ option }) => option) };
}
