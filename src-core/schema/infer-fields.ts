import type { Vocabulary } from '../catalog/workspace-config.ts';
import { joinPointer, parsePointer } from '../document/pointer.ts';
import { decideType } from './infer-type.ts';
import { isNearlyAll, isRequired, meantName, orderNames, placesWithout } from './infer-names.ts';
import { comparePlaces, keptPlaces, toOutliers } from './infer-places.ts';
import { decideTexts, type SchemaPart, type TextFindings } from './infer-text-field.ts';
import type { ObjectStats, ValueStats } from './infer-values.ts';
import type { KeyField } from './infer-words.ts';
import type { FieldEvidence, Outlier } from './schema-proposal.ts';

/** What is known besides the guides. */
export interface InferenceContext {
  readonly vocabulary: Vocabulary;
  readonly keys: readonly KeyField[];
  /** Field definitions whose labels, helps and groups are taken over, the first that has any first. */
  readonly known: readonly unknown[];
}

/** Objects with many names, none of them common, are tables of data rather than fields. */
const table = { names: 30, share: 0.2 };

const isPart = (value: unknown): value is SchemaPart =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: unknown, name: string): unknown =>
  isPart(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The definition of a field in a schema, by its pointer; `undefined` where it has none. */
function definitionAt(schema: unknown, pointer: string): SchemaPart | undefined {
  let part = schema;
  for (const segment of parsePointer(pointer) ?? []) {
    part = segment === '*' ? own(part, 'items') : own(own(part, 'properties'), segment);
  }
  return isPart(part) ? part : undefined;
}

const takenOver = ['title', 'description', 'x-label', 'x-help', 'x-group'];

function wordsFor(pointer: string, known: readonly unknown[]): SchemaPart {
  for (const schema of known) {
    const part = definitionAt(schema, pointer);
    const found = takenOver.filter((name) => own(part, name) !== undefined);
    if (found.length > 0) return Object.fromEntries(found.map((name) => [name, own(part, name)]));
  }
  return {};
}

/** What a field, or the items of a list, come to: the schema, and the evidence without its presence. */
interface Decision {
  readonly schema: SchemaPart;
  readonly evidence: Partial<FieldEvidence> & Pick<FieldEvidence, 'type'>;
  readonly outliers: readonly Outlier[];
  readonly outlierCount: number;
  /** Evidence of the fields within. */
  readonly inner: readonly FieldEvidence[];
}

/** The name of a field's vocabulary list: its own, with those around it before it. */
function listNameOf(pointer: string): string {
  return (parsePointer(pointer) ?? []).filter((segment) => segment !== '*').join('.');
}

function decideValue(stats: ValueStats, pointer: string, context: InferenceContext): Decision {
  const { type, types, ...exceptions } = decideType(stats);
  let texts: TextFindings | undefined;
  let items: Decision | undefined;
  let object: ReturnType<typeof decideObject> | undefined;
  if (type === 'string' && stats.texts) {
    const usual = context.known.map((schema) => definitionAt(schema, pointer)).find(Boolean);
    const isKey = context.keys.some(({ name }) => joinPointer('', name) === pointer);
    const listName = usual?.['x-vocabulary'];
    texts = decideTexts(stats.texts, {
      inList: pointer.endsWith('/*'),
      listName: typeof listName === 'string' ? listName : listNameOf(pointer),
      usual,
      vocabulary: context.vocabulary,
      keys: isKey ? [] : context.keys,
    });
  } else if (type === 'array' && stats.list) {
    const hasItems = stats.list.items.kinds.size > 0;
    items = hasItems ? decideValue(stats.list.items, `${pointer}/*`, context) : undefined;
  } else if (type === 'object' && stats.object) {
    object = decideObject(stats.object, pointer, context, false);
  }
  const { several = 0, repeated } = stats.list ?? {};
  const fewRepeat = isNearlyAll(several - (repeated?.count ?? 0), several);
  const isUnique = items?.evidence.type === 'string' && several >= 3 && fewRepeat;
  const { type: itemType, ...ofItems } = items?.evidence ?? {};
  const { enum: choices, ...restOfTexts } = texts?.schema ?? {};
  const nullable = Array.isArray(types) && types.includes('null');
  const all = [
    ...exceptions.outliers,
    ...(texts?.outliers ?? []),
    ...(items?.outliers ?? []),
    ...(isUnique ? toOutliers(repeated?.first ?? [], 'value') : []),
  ];
  return {
    schema: {
      ...(types === undefined ? {} : { type: types }),
      ...(Array.isArray(choices) ? { enum: nullable ? [...choices, null] : choices } : {}),
      ...restOfTexts,
      ...(isUnique ? { uniqueItems: true } : {}),
      ...(items ? { items: items.schema } : {}),
      ...object?.schema,
      ...wordsFor(pointer, context.known),
    },
    evidence: {
      ...ofItems,
      ...texts?.evidence,
      type,
      ...(itemType === undefined ? {} : { items: itemType }),
    },
    outliers: all.sort(comparePlaces).slice(0, keptPlaces),
    outlierCount:
      exceptions.outlierCount +
      (texts?.outlierCount ?? 0) +
      (items?.outlierCount ?? 0) +
      (isUnique ? (repeated?.count ?? 0) : 0),
    inner: [...(items?.inner ?? []), ...(object?.inner ?? [])],
  };
}

function presenceOf({ kinds }: ValueStats): number {
  let present = 0;
  for (const { count } of kinds.values()) present += count;
  return present;
}

/** Decides what the objects at one place have: their names in order, which they need, and each by itself. */
export function decideObject(
  stats: ObjectStats,
  pointer: string,
  context: InferenceContext,
  isRoot: boolean,
): { readonly schema: SchemaPart; readonly inner: readonly FieldEvidence[] } {
  const of = stats.count;
  const counts = new Map(
    [...(stats.fields ?? [])].map(([name, field]) => [name, presenceOf(field)]),
  );
  const most = Math.max(0, ...counts.values());
  if (!stats.fields || (!isRoot && counts.size > table.names && most < table.share * of)) {
    return { schema: {}, inner: [] };
  }
  const required: string[] = [];
  const properties: [string, SchemaPart][] = [];
  const inner: FieldEvidence[] = [];
  for (const name of orderNames(stats)) {
    const field = stats.fields.get(name);
    if (!field) continue;
    const at = joinPointer(pointer, name);
    const present = counts.get(name) ?? 0;
    const meant = meantName(name, counts, of);
    const isNeeded = isRequired(present, of);
    const decision = decideValue(field, at, context);
    const missing = isNeeded && present < of ? placesWithout(name, stats) : [];
    const outliers = [
      ...decision.outliers,
      ...missing.map(({ path, pointer: parent }): Outlier => {
        return { path, pointer: joinPointer(parent, name), reason: 'missing', value: '' };
      }),
    ];
    inner.push({
      pointer: at,
      ...decision.evidence,
      present,
      of,
      required: isNeeded,
      ...(meant === undefined ? {} : { meant }),
      outliers: outliers.sort(comparePlaces).slice(0, keptPlaces),
      outlierCount: decision.outlierCount + (isNeeded ? of - present : 0),
    });
    if (meant !== undefined) continue;
    inner.push(...decision.inner);
    properties.push([name, decision.schema]);
    if (isNeeded) required.push(name);
  }
  return {
    schema: {
      ...(required.length > 0 ? { required } : {}),
      // Each name becomes an own property, whatever it is called.
      properties: Object.fromEntries(properties),
    },
    inner,
  };
}
