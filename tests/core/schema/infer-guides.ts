import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseGuide } from '#core/document/parse-guide';
import {
  createSchemaInference,
  type InferenceOptions,
  type InferredSchema,
} from '#core/schema/infer-schema';
import type { FieldEvidence } from '#core/schema/schema-proposal';

/** Details of one guide with its path. */
export type NamedDetails = readonly [path: string, data: object];

/** Reads field definitions from these guides. */
export function inferFrom(
  guides: Iterable<NamedDetails>,
  options: InferenceOptions = {},
): InferredSchema {
  const inference = createSchemaInference(options);
  for (const [path, data] of guides) inference.add(path, data);
  return inference.finish();
}

/** As many guides as asked for; `make` gives the details of each by its number from 0. */
export function guides(count: number, make: (index: number) => object): readonly NamedDetails[] {
  return Array.from({ length: count }, (_, index) => [
    `g${String(index).padStart(3, '0')}.md`,
    make(index),
  ]);
}

/** The evidence of one field; throws where there is none. */
export function fieldOf({ fields }: InferredSchema, pointer: string): FieldEvidence {
  const found = fields.find((field) => field.pointer === pointer);
  if (!found) throw new Error(`no field ${pointer}`);
  return found;
}

/** The proposed definition at a pointer within the schema's properties. */
export function definitionOf({ schema }: InferredSchema, name: string): unknown {
  return (schema.properties as Readonly<Record<string, unknown>>)[name];
}

/** The guides of the sample that comes with the application. */
export function sampleGuides(): readonly NamedDetails[] {
  const folder = resolve(import.meta.dirname, '../../../content/guides');
  return readdirSync(folder).map((name) => {
    const { data } = parseGuide(readFileSync(join(folder, name), 'utf8'));
    return [`guides/${name}`, data ?? {}] as const;
  });
}
