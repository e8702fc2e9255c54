import { commonmarkLanguage } from '@codemirror/lang-markdown';
import {
  foldNodeProp,
  foldService,
  Language,
  LanguageSupport,
  syntaxTree,
} from '@codemirror/language';
import type { SyntaxNode } from '@lezer/common';
import { GFM, type MarkdownConfig, type MarkdownParser } from '@lezer/markdown';
import type { Flavour } from '#core/catalog/workspace-config';
import { emphasisParser } from './emphasis-parser.ts';
import { frontMatterParser } from './front-matter-parser.ts';

/** Level of a heading by the name of its node; `undefined` for every other node. */
function headingLevel({ name }: SyntaxNode): number | undefined {
  const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Where the section of a heading ends: before the next one of its level or above. */
function sectionEnd(heading: SyntaxNode, level: number): number {
  let last = heading;
  for (let next = last.nextSibling; next; next = last.nextSibling) {
    if ((headingLevel(next) ?? 7) <= level) break;
    last = next;
  }
  return last.to;
}

/** A heading's line folds its section. */
const foldSections = foldService.of((state, start, end) => {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(end, -1);
  for (; node && node.from >= start; node = node.parent) {
    const level = headingLevel(node);
    const to = level === undefined ? 0 : sectionEnd(node, level);
    if (to > end) return { from: end, to };
  }
  return null;
});

const foldTables: MarkdownConfig = {
  props: [
    foldNodeProp.add({
      Table: (table, state) => ({ from: state.doc.lineAt(table.from).to, to: table.to }),
    }),
  ],
};

/**
 * `markdown()` of lang-markdown would also look for code and HTML to parse inside: that walks all
 * blocks of the text at every key (2 ms at 1 MB), for colours that guides have no use for.
 */
function makeLanguage(flavour: Flavour): LanguageSupport {
  const gfm = flavour === 'commonmark' ? [] : [GFM, foldTables];
  const parser = (commonmarkLanguage.parser as MarkdownParser).configure([
    ...gfm,
    frontMatterParser,
    emphasisParser(flavour),
  ]);
  const language = new Language(commonmarkLanguage.data, parser, [], 'markdown');
  return new LanguageSupport(language, foldSections);
}

// The same language for all manuscripts of a flavour: another one, though equal, is parsed anew.
const languages: Record<Flavour, LanguageSupport> = {
  commonmark: makeLanguage('commonmark'),
  gfm: makeLanguage('gfm'),
  'gfm-cjk': makeLanguage('gfm-cjk'),
};

/** How the manuscript is read for its colours, keys and folds: as the site of a flavour reads it. */
export function languageOf(flavour: Flavour): LanguageSupport {
  return languages[flavour];
}
