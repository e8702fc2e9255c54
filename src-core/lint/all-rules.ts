import type { Rule } from './rule.ts';
import { anchorDuplicate } from './rules/anchor-duplicate.ts';
import { anchorMissing } from './rules/anchor-missing.ts';
import { bareUrlJapanese } from './rules/bare-url-japanese.ts';
import { bidiCharacter } from './rules/bidi-character.ts';
import { bracketUnbalanced } from './rules/bracket-unbalanced.ts';
import { cjkEmphasis } from './rules/cjk-emphasis.ts';
import { decomposedCharacter } from './rules/decomposed-character.ts';
import { disableComment } from './rules/disable-comment.ts';
import { duplicateItem } from './rules/duplicate-item.ts';
import { emptySection } from './rules/empty-section.ts';
import { emptyText } from './rules/empty-text.ts';
import { fenceUnclosed } from './rules/fence-unclosed.ts';
import { frontMatterRefused } from './rules/front-matter-refused.ts';
import { frontMatterSyntax } from './rules/front-matter-syntax.ts';
import { fullWidthIndent } from './rules/full-width-indent.ts';
import { guideOrphan } from './rules/guide-orphan.ts';
import { halfCharacter } from './rules/half-character.ts';
import { halfWidthKana } from './rules/half-width-kana.ts';
import { hashtagLine } from './rules/hashtag-line.ts';
import { headingIncrement } from './rules/heading-increment.ts';
import { imageAlt } from './rules/image-alt.ts';
import { imageMissing } from './rules/image-missing.ts';
import { imageSize } from './rules/image-size.ts';
import { imageType } from './rules/image-type.ts';
import { imageWeight } from './rules/image-weight.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { jsonDuplicateKey } from './rules/json-duplicate-key.ts';
import { jsonHostileKey } from './rules/json-hostile-key.ts';
import { jsonSyntax } from './rules/json-syntax.ts';
import { keywordCoverage } from './rules/keyword-coverage.ts';
import { linkBroken } from './rules/link-broken.ts';
import { outerSpace } from './rules/outer-space.ts';
import { promisedCount } from './rules/promised-count.ts';
import { rawHtml } from './rules/raw-html.ts';
import { relationDangling } from './rules/relation-dangling.ts';
import { relationDuplicate } from './rules/relation-duplicate.ts';
import { relationOneWay } from './rules/relation-one-way.ts';
import { relationSelf } from './rules/relation-self.ts';
import { schema } from './rules/schema.ts';
import { sectionMissing } from './rules/section-missing.ts';
import { sectionNumbering } from './rules/section-numbering.ts';
import { sectionOrder } from './rules/section-order.ts';
import { sectionStyle } from './rules/section-style.ts';
import { sectionTable } from './rules/section-table.ts';
import { singleH1 } from './rules/single-h1.ts';
import { singleTilde } from './rules/single-tilde.ts';
import { slugDuplicate } from './rules/slug-duplicate.ts';
import { slugFileName } from './rules/slug-file-name.ts';
import { tableColumns } from './rules/table-columns.ts';
import { termVariant } from './rules/term-variant.ts';
import { titleHeading } from './rules/title-heading.ts';
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
  invisibleCharacter,
  bidiCharacter,
  decomposedCharacter,
  halfWidthKana,
  schema,
  outerSpace,
  emptyText,
  duplicateItem,
  slugFileName,
  slugDuplicate,
  relationDangling,
  relationSelf,
  relationDuplicate,
  relationOneWay,
  guideOrphan,
  vocabulary,
  termVariant,
  imageMissing,
  imageType,
  imageWeight,
  imageSize,
  linkBroken,
  anchorMissing,
  anchorDuplicate,
  imageAlt,
  singleH1,
  titleHeading,
  keywordCoverage,
  headingIncrement,
  sectionNumbering,
  sectionMissing,
  sectionOrder,
  sectionStyle,
  sectionTable,
  emptySection,
  promisedCount,
  hashtagLine,
  tableColumns,
  cjkEmphasis,
  bracketUnbalanced,
  fullWidthIndent,
  fenceUnclosed,
  bareUrlJapanese,
  singleTilde,
  rawHtml,
  tooDeep,
  disableComment,
];
