import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import type { GuideType, GuideTypeSection } from '../catalog/workspace-config.ts';
import { fold } from '../text/fold.ts';
import { readKeycap } from '../text/section-number.ts';

/** A chapter of a body: its heading and what stands below it, up to the next chapter. */
export interface Chapter {
  readonly heading: Heading;
  /** The heading's text without its markup. */
  readonly text: string;
  /** Everything of the chapter but its heading, the rule before the next chapter left out. */
  readonly content: readonly RootContent[];
}

/** The chapters of a body, which are its headings of level 2, in order. */
export function readChapters(tree: Root): readonly Chapter[] {
  const chapters: { heading: Heading; text: string; content: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= 2) {
      // What follows another H1 belongs to no chapter before it.
      chapters.push({ heading: node, text: textOfNode(node).trim(), content: [] });
    } else if (node.type !== 'thematicBreak') chapters.at(-1)?.content.push(node);
  }
  return chapters.filter(({ heading }) => heading.depth === 2);
}

const keycap = /^(?:[0-9]\ufe0f?\u20e3|\u{1f51f})/u;

/** The words of a chapter's heading, by which it is recognised: without number, name, marks and differences of width. */
function chapterWords(heading: string, name: string): string {
  const bare = heading.replace('{keycap}', '').trim().replace(keycap, '');
  const named = name === '' ? bare : bare.replaceAll(name, '{name}');
  return fold(named).replace(/[^\p{L}\p{N}{}]+/gu, '');
}

/** How many of a type's chapters a guide has, by their words. */
function countShared(type: GuideType, words: ReadonlySet<string>): number {
  return type.sections.filter(({ heading }) => words.has(chapterWords(heading, ''))).length;
}

/**
 * The guide type that describes a guide: of those for its folder the one with which it shares most chapters,
 * which must be half of them; a guide of another kind is none of its business. `undefined` where none does.
 */
export function chooseGuideType(
  types: readonly GuideType[],
  guide: { readonly path: string; readonly name: string; readonly tree: Root },
): GuideType | undefined {
  const candidates = types.filter(
    ({ folder }) => folder === '' || guide.path.startsWith(`${folder}/`),
  );
  if (candidates.length === 0) return undefined;
  const words = new Set(readChapters(guide.tree).map(({ text }) => chapterWords(text, guide.name)));
  let best: { readonly type: GuideType; readonly shared: number } | undefined;
  for (const type of candidates) {
    const shared = countShared(type, words);
    if (shared * 2 < type.sections.length || shared === 0) continue;
    if (!best || shared > best.shared) best = { type, shared };
  }
  return best?.type;
}

/** A chapter of a guide that a guide type asks for. */
export interface MatchedChapter {
  readonly chapter: Chapter;
  readonly section: GuideTypeSection;
  /** Place of the section within its type, from 0. */
  readonly index: number;
  /** The chapter that follows in the guide, whatever it is; `undefined` after the last. */
  readonly next: Chapter | undefined;
}

/**
 * Which chapter of a guide is which of its type: by the words of the heading, else a heading in other words by
 * its number, as long as nothing else is that section. In the order of the guide.
 */
export function matchChapters(
  type: GuideType,
  guide: { readonly tree: Root; readonly name: string },
): readonly MatchedChapter[] {
  const chapters = readChapters(guide.tree);
  const free = new Map(type.sections.map((section, index) => [index, section]));
  const found = new Map<Chapter, MatchedChapter>();
  const take = (chapter: Chapter, fits: (section: GuideTypeSection, index: number) => boolean) => {
    for (const [index, section] of free) {
      if (!fits(section, index)) continue;
      free.delete(index);
      found.set(chapter, {
        chapter,
        section,
        index,
        next: chapters[chapters.indexOf(chapter) + 1],
      });
      return;
    }
  };
  for (const chapter of chapters) {
    const words = chapterWords(chapter.text, guide.name);
    if (words !== '') take(chapter, ({ heading }) => chapterWords(heading, '') === words);
  }
  for (const chapter of chapters) {
    const keycapOf = readKeycap(chapter.text, 0);
    if (found.has(chapter) || !keycapOf) continue;
    take(chapter, ({ numbering }, index) => {
      return numbering === 'keycap' && index + 1 === keycapOf.number;
    });
  }
  return chapters.flatMap((chapter) => found.get(chapter) ?? []);
}
