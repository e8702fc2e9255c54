import { isNearlyAll } from './infer-names.ts';
import { keptPlaces, comparePlaces, toOutliers } from './infer-places.ts';
import { textShapes, type TextShape } from './infer-shapes.ts';
import type { TextStats } from './infer-texts.ts';
import { findChoices, findRelation, findVocabulary, type KeyField } from './infer-words.ts';
import type { FieldEvidence, Outlier } from './schema-proposal.ts';
import type { Vocabulary } from '../catalog/workspace-config.ts';

/** Fewest texts from which a way of writing is read. */
const fewestTexts = 5;
/** The shape of an image path is so telling that two are enough. */
const fewestImages = 2;
/** Wider texts get several lines in the form, which `x-width` asks for (read-fields.ts). */
const longWidth = 60;
/** The widest text so far may be outgrown by half before anybody is told. */
const widthReserve = 1.5;
/** How many texts must keep to a width that the default definitions give a field of this name. */
const widthShare = 0.8;

/** Part of a JSON Schema with the annotations of the guide-format page. */
export type SchemaPart = Readonly<Record<string, unknown>>;

/** What is known of a field besides its values. */
export interface TextContext {
  readonly inList: boolean;
  /** Name of the vocabulary list that the field would have. */
  readonly listName: string;
  /** What the default definitions say of a field with this name; for an item of a list, of its items. */
  readonly usual: SchemaPart | undefined;
  readonly vocabulary: Vocabulary;
  /** Fields that other guides can be named by; none where the field is one itself. */
  readonly keys: readonly KeyField[];
}

/** What is proposed for the texts of a field, and what was read of them. */
export interface TextFindings {
  readonly schema: SchemaPart;
  readonly evidence: Partial<FieldEvidence>;
  readonly outliers: readonly Outlier[];
  readonly outlierCount: number;
}

/** The shape that nearly all texts have; the one that most have where several would do. */
function findShape({ count, shapes }: TextStats): TextShape | undefined {
  const tells = (shape: TextShape): number => shapes.get(shape.id)?.tells ?? 0;
  const fits = (shape: TextShape): number => shapes.get(shape.id)?.fits ?? 0;
  const found = textShapes.filter((shape) => {
    if (shape.id === 'image')
      return tells(shape) >= fewestImages && isNearlyAll(tells(shape), count);
    return count >= fewestTexts && isNearlyAll(fits(shape), count) && tells(shape) >= 2;
  });
  const [first, ...others] = found;
  if (!first || first.id !== 'snake') return first;
  // Single words are written both ways; those with a separator decide.
  return others.find((other) => tells(other) > tells(first)) ?? first;
}

function widthsOf({
  widths,
}: TextStats): { readonly min: number; readonly max: number } | undefined {
  if (widths.size === 0) return undefined;
  let [min, max] = [Number.POSITIVE_INFINITY, 0];
  for (const width of widths.keys()) {
    min = Math.min(min, width);
    max = Math.max(max, width);
  }
  return { min, max };
}

const numberOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

/** The width that a field of this name usually has where these texts keep to it; else room for long ones. */
function proposeWidth(stats: TextStats, usual: SchemaPart | undefined): SchemaPart | undefined {
  const limits = usual?.['x-width'];
  const texts = stats.count - stats.empty.count;
  if (typeof limits === 'object' && limits !== null) {
    const { min, max } = limits as SchemaPart;
    let inside = 0;
    for (const [width, uses] of stats.widths) {
      const isInside =
        width >= numberOr(min, 0) && width <= numberOr(max, Number.POSITIVE_INFINITY);
      if (isInside) inside += uses;
    }
    if (inside > 0 && inside >= widthShare * texts) return limits as SchemaPart;
  }
  const widest = widthsOf(stats)?.max ?? 0;
  if (widest <= longWidth && !stats.hasLines) return undefined;
  return { max: Math.max(2 * longWidth, Math.ceil((widest * widthReserve) / 10) * 10) };
}

/** Decides what to ask of the texts of a field; each decision needs evidence, and lists its exceptions. */
export function decideTexts(stats: TextStats, context: TextContext): TextFindings {
  const { inList, listName, usual, vocabulary, keys } = context;
  const width = widthsOf(stats);
  const outliers: Outlier[] = [];
  let outlierCount = 0;
  const except = (
    { count, first }: { readonly count: number; readonly first: Parameters<typeof toOutliers>[0] },
    reason: Outlier['reason'],
  ): void => {
    outlierCount += count;
    outliers.push(...toOutliers(first, reason));
  };

  const shape = findShape(stats);
  const misses = shape && stats.shapes.get(shape.id)?.misses;
  if (shape && misses) except(misses, 'format' in shape.keywords ? 'format' : 'pattern');
  const isImage = shape?.id === 'image';
  const isFree = !isImage && !(shape && 'format' in shape.keywords);
  const relation = isFree ? findRelation(stats, keys) : undefined;
  if (relation) except(relation, 'value');
  const kept = Object.hasOwn(vocabulary, listName) ? vocabulary[listName] : undefined;
  const isKnown = usual?.['x-vocabulary'] !== undefined;
  const isWord = isFree && !relation;
  const words = isWord ? findVocabulary(stats, inList, isKnown, kept) : undefined;
  // Of a list that nobody keeps, few values used often are a choice; a known field keeps its list.
  const isChoice = isWord && !inList && !(words && (isKnown || kept));
  const choices = isChoice ? findChoices(stats) : undefined;
  if (choices) except(choices, 'value');
  else if (words) except(words, 'value');
  const terms = words && !choices ? stats.uses?.size : undefined;

  const isSolid = stats.empty.count === 0 && stats.count >= fewestTexts && !shape && !choices;
  const widths = inList || shape || relation || choices ? undefined : proposeWidth(stats, usual);
  return {
    schema: {
      ...(shape ? shape.keywords : {}),
      ...(choices ? { enum: choices.values } : {}),
      ...(isSolid ? { minLength: 1 } : {}),
      ...(widths ? { 'x-width': widths } : {}),
      ...(relation ? { 'x-relation': { field: relation.field } } : {}),
      ...(isImage ? { 'x-site-path': { kind: 'image' } } : {}),
      ...(terms === undefined ? {} : { 'x-vocabulary': listName }),
    },
    evidence: {
      ...(shape ? shape.keywords : {}),
      ...(choices ? { enum: choices.values } : {}),
      ...(terms === undefined ? {} : { vocabulary: { name: listName, terms } }),
      ...(relation ? { relation: { field: relation.field } } : {}),
      ...(isImage ? { sitePath: { kind: 'image' } } : {}),
      ...(width ? { width } : {}),
    },
    outliers: outliers.sort(comparePlaces).slice(0, keptPlaces),
    outlierCount,
  };
}
