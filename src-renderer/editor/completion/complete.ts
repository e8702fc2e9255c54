import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { headField } from '../head-field.ts';
import { completeAnywhere } from './anywhere-source.ts';
import { type BodyPlace, bodyPlace } from './body-place.ts';
import { isInDetailsText } from './details-place.ts';
import { completeDetails } from './details-source.ts';
import type { Found } from './found.ts';
import { completeHashtag, hashtagQuery } from './hashtag-source.ts';
import { completeKeycap, keycapToken } from './keycap-source.ts';
import { linkPlace } from './link-place.ts';
import { completeLink } from './link-source.ts';
import { completeNamedLink, namedLinkToken } from './named-link-source.ts';
import { completeSection, sectionQuery } from './section-source.ts';
import { completeSnippet, snippetQuery } from './snippet-source.ts';

const literalBlocks = new Set(['FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock']);

function isLiteral(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1).node; ;) {
    if (literalBlocks.has(node.name)) return true;
    if (!node.parent) return false;
    node = node.parent;
  }
}

function isBodyTrigger(body: BodyPlace): boolean {
  // Every token begins with one of these; most lines of prose end the question here.
  if (!/[[(#＃:：/／`]/u.test(body.before)) return false;
  return (
    linkPlace(body) !== undefined ||
    namedLinkToken(body) !== undefined ||
    keycapToken(body) !== undefined ||
    sectionQuery(body) !== undefined ||
    hashtagQuery(body) !== undefined ||
    snippetQuery(body) !== undefined
  );
}

/** Whether what is being typed at an offset opens the list by itself; looks at the line of the caret alone. */
export function opensByTyping(state: EditorState, at: number): boolean {
  if (state.readOnly) return false;
  if (at < state.field(headField).to) return isInDetailsText(state, at);
  return isBodyTrigger(bodyPlace(state, at)) && !isLiteral(state, at);
}

async function completeBody(body: BodyPlace): Promise<Found | undefined> {
  const { state, at } = body;
  if (isLiteral(state, at)) return undefined;
  if (linkPlace(body)) return completeLink(body);
  const named = namedLinkToken(body);
  if (named) return completeNamedLink(body, named.query, named.length, named.closing);
  const keycap = keycapToken(body);
  const section = sectionQuery(body);
  if (section !== undefined) {
    const found = completeSection(body, section);
    if (!keycap) return found;
    // A number in a heading is the section's own first of all; the emoji alone comes after it.
    const { options } = completeKeycap(body, keycap);
    return { ...found, options: [...found.options, ...options] };
  }
  if (keycap) return completeKeycap(body, keycap);
  const hashtag = hashtagQuery(body);
  if (hashtag !== undefined) return completeHashtag(body, hashtag);
  const snippet = snippetQuery(body);
  return snippet === undefined ? undefined : completeSnippet(body, snippet, snippet.length + 1);
}

/** What can be inserted at an offset; `asked` also where nothing that was typed calls for it. */
export async function complete(
  state: EditorState,
  at: number,
  asked: boolean,
): Promise<Found | undefined> {
  if (at < state.field(headField).to) {
    return asked || isInDetailsText(state, at) ? completeDetails(state, at) : undefined;
  }
  const body = bodyPlace(state, at);
  const found = await completeBody(body);
  if (found || !asked || isLiteral(state, at)) return found;
  return completeAnywhere(body);
}
