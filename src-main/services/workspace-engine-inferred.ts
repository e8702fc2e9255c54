import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { FindingsFilter } from '#core/lint/lint';
import type { FieldModel } from '#core/schema/field-model';
import { createSchemaInference } from '#core/schema/infer-schema';
import { splitGuide } from '#core/document/guide-parts';
import { hashOf } from '../files/hash.ts';
import { readDetails } from './visit-guides.ts';
import { compileFields, type GuideFields, noFields } from './workspace-engine-config.ts';

/** Definitions that nobody wrote: what the guides of a folder have in common. */
export interface InferredFields {
  readonly fields: GuideFields;
  /** The schema as text; definitions with the same text are the same. */
  readonly text: string;
  /** Whether the details of a guide are others than those that were read, by its first bytes. */
  isStale(path: string, text: string | undefined): boolean;
}

/** Reads heads one by one and makes definitions of them; `previous` is given back where nothing is different. */
export interface HeadReader {
  add(path: string, text: string | undefined): void;
  finish(previous: InferredFields | undefined): InferredFields;
}

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same definitions with findings that warn: they say what is unusual here, not what breaks the site. */
function toWarnings(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  const { properties, items } = schema;
  const within = isSchema(properties)
    ? Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, toWarnings(one)]))
    : undefined;
  return {
    ...schema,
    ...(within ? { properties: within } : {}),
    ...(items === undefined ? {} : { items: toWarnings(items) }),
    'x-severity': 'warning',
  };
}

/** What a change of must be seen to read the definitions anew: the details, and not the body. */
function fingerprint(text: string | undefined): string {
  if (text === undefined) return '';
  const { blockFrom, blockTo } = splitGuide(text);
  return hashOf(text.slice(blockFrom, blockTo));
}

/** Begins to read definitions from the heads of a folder's guides. */
export function createHeadReader(): HeadReader {
  const inference = createSchemaInference();
  const read = new Map<string, string>();
  return {
    add(path, text) {
      read.set(path, fingerprint(text));
      const details = readDetails(text);
      if (typeof details !== 'string') inference.add(path, details);
    },
    finish(previous) {
      const { schema, text } = inference.finish();
      const isSame = previous?.text === text;
      return {
        fields: isSame ? previous.fields : (compileFields(toWarnings(schema)) ?? noFields),
        text,
        isStale: (path, now) => read.get(path) !== fingerprint(now),
      };
    },
  };
}

/** Rules about references; where a field is one by inference alone, a dangling one only warns. */
const references: ReadonlySet<string> = new Set([
  'relation-dangling',
  'relation-self',
  'image-missing',
]);

/** Makes warnings of errors that only follow from inferred definitions, unless the folder asks for them. */
export function warnOnly(rules: WorkspaceConfig['rules']): FindingsFilter {
  return (findings) =>
    findings.map((finding) => {
      const { code, severity, pointer } = finding;
      const isInferred = severity === 'error' && pointer !== undefined && references.has(code);
      return isInferred && rules[code] === undefined
        ? { ...finding, severity: 'warning' }
        : finding;
    });
}

/** Whether some relation names another field than `slug`, which records read by other definitions lack. */
export function hasOtherKeys(fields: readonly FieldModel[]): boolean {
  return fields.some(
    ({ relation, children = [] }) =>
      (relation !== undefined && relation.field !== 'slug') || hasOtherKeys(children),
  );
}
