import type { Rule } from './rule.ts';
import { anchorMissing } from './rules/anchor-missing.ts';
import { bareUrlJapanese } from './rules/bare-url-japanese.ts';
import { cjkEmphasis } from './rules/cjk-emphasis.ts';
import { frontMatterRefused } from './rules/front-matter-refused.ts';
import { frontMatterSyntax } from './rules/front-matter-syntax.ts';
import { halfCharacter } from './rules/half-character.ts';
import { headingIncrement } from './rules/heading-increment.ts';
import { imageMissing } from './rules/image-missing.ts';
import { jsonDuplicateKey } from './rules/json-duplicate-key.ts';
import { jsonHostileKey } from './rules/json-hostile-key.ts';
import { jsonSyntax } from './rules/json-syntax.ts';
import { linkBroken } from './rules/link-broken.ts';
import { rawHtml } from './rules/raw-html.ts';
import { relationDangling } from './rules/relation-dangling.ts';
import { relationSelf } from './rules/relation-self.ts';
import { schema } from './rules/schema.ts';
import { sectionNumbering } from './rules/section-numbering.ts';
import { singleTilde } from './rules/single-tilde.ts';
import { slugDuplicate } from './rules/slug-duplicate.ts';
import { slugFileName } from './rules/slug-file-name.ts';
import { tooDeep } from './rules/too-deep.ts';
import { vocabulary } from './rules/vocabulary.ts';

/** Every rule there is, in the order of the help: guide details, the workspace, the body. */
export const allRules: readonly Rule[] = [
  jsonSyntax,
  jsonDuplicateKey,
  jsonHostileKey,
  frontMatterRefused,
  frontMatterSyntax,
  halfCharacter,
  schema,
  slugFileName,
  slugDuplicate,
  relationDangling,
  relationSelf,
  vocabulary,
  imageMissing,
  linkBroken,
  anchorMissing,
  headingIncrement,
  sectionNumbering,
  cjkEmphasis,
  bareUrlJapanese,
  singleTilde,
  rawHtml,
  tooDeep,
];
