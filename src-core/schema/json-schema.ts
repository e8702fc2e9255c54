/** A JSON Schema that is an object; `true`, `false` and whatever is no schema are not. */
export type Schema = Readonly<Record<string, unknown>>;

/** Whether a value can be read as a schema with keywords. */
export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The number that a keyword gives; `undefined` for anything else. */
export const toNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Whether a value can stand in a list of choices. */
export const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
