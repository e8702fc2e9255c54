import type { EditorState } from '@codemirror/state';
import type { GuideType } from '#core/catalog/workspace-config';
import { fillPlaces, toKeycap } from '#core/catalog/new-guide';
import { completionMessages } from '#core/messages/completion';
import { translate } from '#core/messages/messages';
import { fold } from '#core/text/fold';
import { editorContext } from '../editor-context.ts';
import { guidePath } from '../guide-knowledge.ts';
import { headField } from '../head-field.ts';
import type { BodyPlace } from './body-place.ts';
import type { Found } from './found.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

const keycapSign = /^(?:[0-9]\ufe0f?\u20e3|🔟)[ \u3000]*/u;

/** The section headings of a text: what they say, folded, and whether they stand before the caret. */
function sectionsOf(
  state: EditorState,
  at: number,
): { key: string; numbered: boolean; above: boolean }[] {
  const { doc } = state;
  const own = doc.lineAt(at).number;
  const first = doc.lineAt(state.field(headField).bodyFrom).number;
  const found: { key: string; numbered: boolean; above: boolean }[] = [];
  let fence: string | undefined;
  let number = first - 1;
  for (const line of doc.iterLines(first)) {
    number += 1;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if (fence !== undefined || number === own || !line.startsWith('## ')) continue;
    const heading = line.slice(3).trim();
    const numbered = keycapSign.test(heading);
    found.push({ key: keyOf(heading), numbered, above: number < own });
  }
  return found;
}

/** What a section heading says, without its number, pictures and blanks. */
function keyOf(heading: string): string {
  return fold(heading).replace(/[^\p{L}\p{N}#]|^[0-9]+/gu, '');
}

/** The guide type that a text follows: the one with the most of its sections there. */
function typeOf(types: readonly GuideType[], present: ReadonlySet<string>, name: string) {
  let best: GuideType | undefined;
  let most = -1;
  for (const type of types) {
    const count = type.sections.filter(({ heading }) =>
      present.has(keyOf(fillPlaces(heading, { name, keycap: '' }))),
    ).length;
    if (count > most) [best, most] = [type, count];
  }
  return best;
}

/** What of a section heading has been written; `undefined` outside of one that is being begun. */
export function sectionQuery({ before, after, isWhole }: BodyPlace): string | undefined {
  if (!isWhole || after.trim() !== '') return undefined;
  return /^##[ \u3000]+(.{0,40})$/u.exec(before)?.[1];
}

/** The sections of the guide type after `## `: those that are missing first, with the number that comes next. */
export function completeSection({ state, at }: BodyPlace, written: string): Found {
  const { knowledge, locale } = state.facet(editorContext);
  const name = knowledge.entries().get(state.facet(guidePath))?.name ?? '';
  const sections = sectionsOf(state, at);
  const present = new Set(sections.map(({ key }) => key));
  const number = sections.filter(({ above, numbered }) => above && numbered).length + 1;
  const values = { name, keycap: toKeycap(number) };
  const query = written.replace(keycapSign, '');
  const all = (typeOf(knowledge.types(), present, name)?.sections ?? []).map(({ heading }) => {
    const text = fillPlaces(heading, values);
    const isThere = present.has(keyOf(fillPlaces(heading, { name, keycap: '' })));
    return { text, isThere, texts: [fold(text.replace(keycapSign, '')), fold(text)] };
  });
  all.sort((a, b) => Number(a.isThere) - Number(b.isThere));
  return {
    from: at - written.length,
    to: at,
    options: findOptions(all, query).map(({ text, isThere }): Option => ({
      kind: 'section',
      label: text,
      ...(isThere ? { aside: translate(completionMessages, locale, 'sectionThere') } : {}),
      insert: text,
      match: matchedRanges(text, query),
    })),
  };
}
