import type { EditorState } from '@codemirror/state';
import { classify } from '#core/text/classify-url';
import { detailsPlace } from './completion/details-place.ts';
import { editorContext } from './editor-context.ts';
import { guidePath } from './guide-knowledge.ts';
import { headField } from './head-field.ts';
import { guideOfPage, splitAddress } from './link-target.ts';

/** Something that a text names, and where the name stands; UTF-16 offsets. */
export type NamedThing = { readonly from: number; readonly to: number; readonly name: string } & (
  | {
      readonly kind: 'guide';
      /** Path of the guide; `undefined` where there is none of that name. */
      readonly path: string | undefined;
      /** Name of the field that the name is a value of. */
      readonly field: string;
      /** Id of a heading of it, as a link names it; `undefined` for the guide as a whole. */
      readonly id: string | undefined;
    }
  | { readonly kind: 'image' }
  | { readonly kind: 'external' }
);

/** How far from the offset a line is looked at. */
const reach = 1000;
const links =
  /(!?)\[(?:[^[\]]|\[[^[\]]*\])*\]\(([^()\s]+(?:\([^()\s]*\))?[^()\s]*)(?:\s+"[^"]*")?\)/g;
const definition = /^ {0,3}\[[^\]]+\]:\s*(\S+)/g;
const bare = /https?:\/\/[^\s<>()「」（）、。]+/g;

function namedInBody(state: EditorState, at: number): NamedThing | undefined {
  const line = state.doc.lineAt(at);
  const start = Math.max(line.from, at - reach);
  const text = state.sliceDoc(start, Math.min(line.to, at + reach));
  const find = (pattern: RegExp, group: number) => {
    for (const match of text.matchAll(pattern)) {
      const from = start + match.index;
      if (from > at) return undefined;
      const to = from + match[0].length;
      const address = match[group] ?? '';
      if (at <= to) return { from, to, address, isImage: group === 2 && match[1] === '!' };
    }
    return undefined;
  };
  const found = find(links, 2) ?? find(definition, 1) ?? find(bare, 0);
  if (!found) return undefined;
  const { from, to, address } = found;
  const place = { from, to, name: address };
  const kind = classify(address);
  if (kind === 'external' || kind === 'mail') return { ...place, kind: 'external' };
  if (kind === 'refused') return undefined;
  const { knowledge } = state.facet(editorContext);
  const { page, id } = splitAddress(address);
  if (found.isImage || page.startsWith(`${knowledge.staticPath()}/`)) {
    return { ...place, kind: 'image', name: decodeURI(page) };
  }
  const isGuide = page === '' || /\.(?:md|markdown)$/i.test(page) || page.startsWith('/guides/');
  if (!isGuide) return undefined;
  const path = guideOfPage(page, state.facet(guidePath), knowledge)?.path;
  return { ...place, kind: 'guide', path, field: 'slug', id, name: page === '' ? address : page };
}

function namedInDetails(state: EditorState, at: number): NamedThing | undefined {
  const { knowledge } = state.facet(editorContext);
  const place = detailsPlace(state, at, knowledge.fields());
  if (!place || place.quotes.before !== '' || place.quotes.after !== '') return undefined;
  const { from, to, field } = place;
  const raw = state.sliceDoc(from, to);
  if (raw === '') return undefined;
  const name = raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
  if (field.relation) {
    const path = knowledge.guideNamed(field.relation.field, name)?.path;
    return { kind: 'guide', path, field: field.relation.field, id: undefined, from, to, name };
  }
  if (field.widget === 'image' || field.sitePath?.kind === 'image') {
    return { kind: 'image', from, to, name };
  }
  return /^https?:/i.test(name) && classify(name) === 'external'
    ? { kind: 'external', from, to, name }
    : undefined;
}

/** What the text at an offset names: a related guide, a link or an image; `undefined` for anything else. */
export function namedAt(state: EditorState, at: number): NamedThing | undefined {
  try {
    return at < state.field(headField).to ? namedInDetails(state, at) : namedInBody(state, at);
  } catch (error) {
    // Percent signs and backslashes that mean nothing name nothing.
    if (error instanceof URIError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
