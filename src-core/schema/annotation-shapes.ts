import { severities } from '../lint/diagnostic.ts';
import { isSchema, toNumber } from './json-schema.ts';

/** What the value of one of our annotations looks like. */
interface Shape {
  fits(value: unknown): boolean;
  /** How it is written, for advice. */
  readonly shape: string;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isLocalized = (value: unknown): boolean =>
  isText(value) ||
  (isSchema(value) &&
    [value.ja, value.en].some(isText) &&
    [value.ja, value.en].every((text) => text === undefined || typeof text === 'string'));

const isBound = (value: unknown): boolean => value === undefined || (toNumber(value) ?? -1) >= 0;

const isOneOf = (value: unknown, names: readonly string[]): boolean =>
  isSchema(value) && Object.keys(value).every((name) => names.includes(name));

const localized: Shape = { fits: isLocalized, shape: '{"ja": "…", "en": "…"}' };

/** Our annotations by name. */
export const annotationShapes: Readonly<Record<string, Shape>> = {
  'x-label': localized,
  'x-help': localized,
  'x-relation': {
    fits: (value) => isSchema(value) && isText(value.field),
    shape: '{"field": "slug"}',
  },
  'x-site-path': {
    fits: (value) => isSchema(value) && isText(value.kind),
    shape: '{"kind": "image"}',
  },
  'x-width': {
    fits(value) {
      if (!isSchema(value) || !isOneOf(value, ['min', 'max'])) return false;
      const { min, max } = value;
      if (!isBound(min) || !isBound(max) || (min ?? max) === undefined) return false;
      return (toNumber(min) ?? 0) <= (toNumber(max) ?? Number.POSITIVE_INFINITY);
    },
    shape: '{"min": 70, "max": 120}',
  },
  'x-vocabulary': { fits: isText, shape: '"tags"' },
  'x-severity': {
    fits: (value) => severities.some((one) => one === value),
    shape: severities.map((one) => `"${one}"`).join(' | '),
  },
  'x-group': {
    fits: (value) =>
      isSchema(value) &&
      isLocalized(value) &&
      (value.order === undefined || toNumber(value.order) !== undefined),
    shape: '{"ja": "…", "en": "…", "order": 1}',
  },
};
