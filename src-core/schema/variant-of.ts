import { isSameJson } from '../document/json-data.ts';
import type { FieldModel, FieldVariant } from './field-model.ts';

type Names = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Names =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isOfType(value: unknown, type: FieldModel['type']): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'null':
      return value === null;
    case 'string':
    case 'boolean':
      return typeof value === type;
    case undefined:
      return true;
  }
}

/** Whether a value is of the kind that the widget of a field edits; its contents may still break rules. */
export function isOfKind(value: unknown, field: FieldModel): boolean {
  if (value === null) return field.nullable === true || field.type === 'null';
  if (!isOfType(value, field.type)) return false;
  if (field.widget === 'variants') {
    return (field.variants ?? []).some((variant) => isOfKind(value, variant.field));
  }
  if (!Array.isArray(value)) return true;
  // An empty list fits every kind of list.
  if (field.widget === 'object-list') return value.every(isObject);
  if (field.widget === 'chips' || field.widget === 'relations') {
    return value.every((item) => typeof item === 'string');
  }
  return true;
}

const allowedBy = (field: FieldModel): readonly unknown[] | undefined =>
  field.const === undefined ? field.enum : [field.const];

/** Whether a value is one of those a field is limited to; `undefined` where it is not limited. */
export function isAllowed(value: unknown, field: FieldModel): boolean | undefined {
  return allowedBy(field)?.some((one) => isSameJson(one, value));
}

interface Fit {
  readonly index: number;
  /** How many limited values the value has right. */
  readonly matched: number;
  /** How many required names there are, if all are there. */
  readonly complete: number;
  /** How many names of this form the value has. */
  readonly known: number;
}

function fitOf(value: unknown, { field }: FieldVariant, index: number): Fit | undefined {
  if (!isOfKind(value, field)) return undefined;
  const isOwn = Array.isArray(value) ? undefined : isAllowed(value, field);
  if (isOwn === false) return undefined;
  let matched = isOwn ? 1 : 0;
  if (!isObject(value)) return { index, matched, complete: 0, known: 0 };
  const children = field.children ?? [];
  const present = children.filter(({ name }) => Object.hasOwn(value, name));
  for (const child of present) {
    const own = value[child.name];
    const isRight = isAllowed(own, child);
    // A choice not made yet says nothing; one of another form says that it is not this one.
    if (isRight === false && own !== '') return undefined;
    if (isRight) matched += 1;
  }
  const required = children.filter((child) => child.required);
  const isComplete = required.every(({ name }) => Object.hasOwn(value, name));
  return { index, matched, complete: isComplete ? required.length : -1, known: present.length };
}

/**
 * Which of the forms a value has: by fixed values first, then by its kind, then by the required
 * names it has. `undefined` where none fits or where several do equally well without a reason.
 */
export function variantOf(value: unknown, variants: readonly FieldVariant[]): number | undefined {
  const fits = variants.flatMap((variant, index) => fitOf(value, variant, index) ?? []);
  const [only] = fits;
  if (fits.length < 2) return only?.index;
  const best = (of: readonly Fit[], by: (fit: Fit) => number): readonly Fit[] => {
    const most = Math.max(...of.map(by));
    return of.filter((fit) => by(fit) === most);
  };
  const matched = best(fits, (fit) => fit.matched);
  const complete = best(matched, (fit) => fit.complete);
  const known = best(complete, (fit) => fit.known);
  const [first] = known;
  const hasReason =
    first &&
    (first.matched > 0 || first.complete >= 0 || first.known > 0) &&
    (known.length === 1 || !isObject(value) || first.complete >= 0);
  return hasReason ? first.index : undefined;
}
