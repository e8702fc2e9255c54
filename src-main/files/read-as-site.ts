import matter from 'gray-matter';
import { splitGuide } from '#core/document/guide-parts';

/** What a site's own reader (gray-matter) makes of a guide: its details, or why it reads none. */
export type SiteReading =
  | { readonly ok: true; readonly data: unknown; readonly body: string }
  | { readonly ok: false; readonly detail: string };

function refuse(): never {
  throw new Error('this kind of guide details is not read');
}

// gray-matter evaluates `---js` blocks unless every engine that runs code is replaced, in each of
// their spellings. Options are passed at every call: without them it caches, and answers a broken
// text with an error once and with empty details after that.
const engines = {
  json: { parse: (text: string): object => JSON.parse(text) as object, stringify: refuse },
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  toml: refuse,
  yaml: refuse,
};

/**
 * Reads a guide as the site will. Only `---json` gets that far: any other fence is refused before
 * the library sees the text, so nothing in it can ever run.
 */
export function readAsSite(text: string): SiteReading {
  if (splitGuide(text).kind !== 'json') return { ok: false, detail: 'no JSON guide details' };
  try {
    const { data, content } = matter(text, { engines, language: 'json' });
    return { ok: true, data, body: content };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
