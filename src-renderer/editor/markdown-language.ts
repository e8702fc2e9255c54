import { commonmarkLanguage, markdown, markdownLanguage } from '@codemirror/lang-markdown';
import type { LanguageSupport } from '@codemirror/language';
import type { Flavour } from '#core/catalog/workspace-config';
import { emphasisParser } from './emphasis-parser.ts';
import { frontMatterParser } from './front-matter-parser.ts';

function makeLanguage(flavour: Flavour): LanguageSupport {
  return markdown({
    base: flavour === 'commonmark' ? commonmarkLanguage : markdownLanguage,
    extensions: [frontMatterParser, emphasisParser(flavour)],
    completeHTMLTags: false,
  });
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
