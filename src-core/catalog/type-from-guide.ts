import type { Heading } from 'mdast';
import { parseGuide } from '../document/parse-guide.ts';
import { readBody } from '../lint/body.ts';
import { bodyStart } from './body-record.ts';
import type { Flavour, GuideType, GuideTypeSection } from './workspace-config.ts';

const keycap = /^(?:[0-9]\ufe0f?\u20e3|\u{1f51f})/u;

/** The words of a heading, by which the same chapter of two guides is recognised: without number and name. */
function wordsOf(heading: string, name: string): string {
  const bare = heading.replace('{keycap}', '').replace(keycap, '');
  return (name === '' ? bare : bare.replaceAll(name, '{name}')).trim();
}

/** How many chapters of a type a guide has. */
function sharedChapters(type: GuideType, chapters: readonly string[], name: string): number {
  const own = new Set(chapters.map((heading) => wordsOf(heading, name)));
  return type.sections.filter(({ heading }) => own.has(wordsOf(heading, ''))).length;
}

/** Headings of the highest rank below the title, as they are written in the body. */
function chaptersOf(body: string, flavour: Flavour): readonly string[] {
  const headings = readBody(body, flavour).tree.children.filter(
    (node): node is Heading => node.type === 'heading' && node.depth > 1,
  );
  const top = Math.min(...headings.map(({ depth }) => depth));
  return headings
    .filter(({ depth }) => depth === top)
    .map(({ children }) => {
      const from = children[0]?.position?.start.offset ?? 0;
      const to = children.at(-1)?.position?.end.offset ?? from;
      return body.slice(from, to).replaceAll(/\s+/g, ' ').trim();
    })
    .filter((heading) => heading !== '');
}

/**
 * A guide type with the chapters of a guide that is there: its headings of the highest rank, with the
 * guide's own name as a place for the new one and numbers counted anew, and none of its text. All else is
 * as in the type of `types` that shares most chapters with it; `undefined` where there is no type.
 */
export function typeFromGuide(
  guide: { readonly path: string; readonly text: string; readonly name: string },
  types: readonly GuideType[],
  flavour: Flavour,
): GuideType | undefined {
  const parsed = parseGuide(guide.text);
  const chapters = chaptersOf(guide.text.slice(bodyStart(parsed)), flavour);
  const shared = types.map((type) => sharedChapters(type, chapters, guide.name));
  const base = types[shared.indexOf(Math.max(...shared))];
  if (!base) return undefined;
  const sections: GuideTypeSection[] = chapters.map((heading, index) => {
    const named = guide.name === '' ? heading : heading.replaceAll(guide.name, '{name}');
    return {
      id: String(index),
      heading: named.replace(keycap, '{keycap}'),
      required: false,
      body: '',
    };
  });
  const cut = guide.path.lastIndexOf('/');
  return { ...base, folder: cut < 0 ? '' : guide.path.slice(0, cut), sections };
}
