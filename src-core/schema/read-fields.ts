import { joinPointer, parsePointer } from '../document/pointer.ts';
import { type Severity, severities } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';
import type { FieldModel, FieldWidget } from './field-model.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Deepest nesting of schemas that the form follows; deeper values are edited as JSON text. */
const maxDepth = 6;
/** Texts that may be wider than this many full-width units get several lines. */
const longWidth = 60;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** What a local reference leads to, itself and not a copy; `undefined` for others and for dead ends. */
export function refTarget(reference: string, root: unknown): unknown {
  const segments = reference.startsWith('#') ? parsePointer(reference.slice(1)) : undefined;
  let target: unknown = segments && root;
  for (const segment of segments ?? []) {
    target = isSchema(target) && Object.hasOwn(target, segment) ? target[segment] : undefined;
  }
  return target;
}

/** Follows local references; what surrounds a `$ref` wins over what it leads to. */
export function resolveSchema(schema: unknown, root: unknown): Schema {
  let current: Schema = isSchema(schema) ? schema : {};
  for (let hop = 0; typeof current.$ref === 'string' && hop < maxDepth; hop += 1) {
    const { $ref, ...around } = current;
    if (typeof $ref !== 'string') return around;
    const target = refTarget($ref, root);
    current = { ...(isSchema(target) ? target : {}), ...around };
  }
  return current;
}

function toLocalized(value: unknown): Localized | undefined {
  if (typeof value === 'string' && value !== '') return { ja: value, en: value };
  if (!isSchema(value)) return undefined;
  const { ja, en } = value;
  const any = typeof ja === 'string' ? ja : typeof en === 'string' ? en : undefined;
  if (any === undefined) return undefined;
  return { ja: typeof ja === 'string' ? ja : any, en: typeof en === 'string' ? en : any };
}

function bounds(min: unknown, max: unknown): { min?: number; max?: number } | undefined {
  const [low, high] = [toNumber(min), toNumber(max)];
  if (low === undefined && high === undefined) return undefined;
  return {
    ...(low === undefined ? {} : { min: low }),
    ...(high === undefined ? {} : { max: high }),
  };
}

/** The one type of a value, `null` aside; `undefined` where there are several or none. */
function typeOf(schema: Schema): string | undefined {
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
    (type): type is string => typeof type === 'string' && type !== 'null',
  );
  return types.length === 1 ? types[0] : undefined;
}

function stringWidget(schema: Schema): FieldWidget {
  if (Array.isArray(schema.enum)) return 'enum';
  if (isSchema(schema['x-site-path'])) return 'image';
  if (typeof schema['x-vocabulary'] === 'string') return 'category';
  const width = isSchema(schema['x-width']) ? toNumber(schema['x-width'].max) : undefined;
  return (width ?? toNumber(schema.maxLength) ?? 0) > longWidth ? 'long-text' : 'text';
}

function widgetOf(schema: Schema, items: Schema): FieldWidget {
  switch (typeOf(schema)) {
    case 'string':
      return stringWidget(schema);
    case 'number':
    case 'integer':
      return Array.isArray(schema.enum) ? 'enum' : 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return isSchema(schema.properties) ? 'object' : 'raw';
    case 'array':
      if (typeOf(items) === 'string') return isSchema(items['x-relation']) ? 'relations' : 'chips';
      return typeOf(items) === 'object' && isSchema(items.properties) ? 'object-list' : 'raw';
    case undefined:
    default:
      return Array.isArray(schema.enum) ? 'enum' : 'raw';
  }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function toGroup(value: unknown): FieldModel['group'] {
  const label = toLocalized(value);
  if (!label || !isSchema(value)) return undefined;
  return { label, order: toNumber(value.order) ?? Number.MAX_SAFE_INTEGER };
}

function readField(name: string, own: unknown, parent: Context, required: boolean): FieldModel {
  const schema = resolveSchema(own, parent.root);
  const items = resolveSchema(schema.items, parent.root);
  const pointer = joinPointer(parent.pointer, name);
  const widget = parent.depth > maxDepth ? 'raw' : widgetOf(schema, items);
  // Annotations of a list may stand on it or on its items.
  const annotation = (key: string): unknown => schema[key] ?? items[key];
  const help = toLocalized(schema['x-help']) ?? toLocalized(schema.description);
  const widths = annotation('x-width');
  const width = isSchema(widths) ? bounds(widths.min, widths.max) : undefined;
  const count = bounds(schema.minItems, schema.maxItems);
  const vocabulary = annotation('x-vocabulary');
  const relation = annotation('x-relation');
  const sitePath = annotation('x-site-path');
  const choices = annotation('enum');
  const pattern = annotation('pattern');
  const group = toGroup(schema['x-group']);
  const severity = severities.find((one): one is Severity => one === schema['x-severity']);
  const inner = { root: parent.root, depth: parent.depth + 1 };
  const children =
    widget === 'object'
      ? readProperties(schema, { ...inner, pointer })
      : widget === 'object-list'
        ? readProperties(items, { ...inner, pointer: `${pointer}/*` })
        : undefined;
  return {
    name,
    pointer,
    widget,
    label: toLocalized(schema['x-label']) ?? toLocalized(schema.title) ?? { ja: name, en: name },
    required,
    ...(help ? { help } : {}),
    ...(width ? { width } : {}),
    ...(count ? { items: count } : {}),
    ...(typeof vocabulary === 'string' ? { vocabulary } : {}),
    ...(isSchema(relation) && typeof relation.field === 'string'
      ? { relation: { field: relation.field } }
      : {}),
    ...(isSchema(sitePath) && typeof sitePath.kind === 'string'
      ? { sitePath: { kind: sitePath.kind } }
      : {}),
    ...(typeof pattern === 'string' ? { pattern } : {}),
    ...(Array.isArray(choices) ? { enum: choices.filter(isPlain) } : {}),
    ...(group ? { group } : {}),
    ...(severity ? { severity } : {}),
    ...(children ? { children } : {}),
  };
}

interface Context {
  readonly root: unknown;
  readonly pointer: string;
  readonly depth: number;
}

function readProperties(schema: Schema, context: Context): readonly FieldModel[] {
  const { properties } = schema;
  if (!isSchema(properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(properties).map(([name, property]) =>
    readField(name, property, context, required.has(name)),
  );
}

/**
 * The fields a schema describes, in the schema's order. Annotations it does not understand are
 * passed over and values no widget covers become `raw`; never throws, whatever it is given.
 */
export function readFields(schema: unknown): readonly FieldModel[] {
  return readProperties(resolveSchema(schema, schema), { root: schema, pointer: '', depth: 0 });
}
