import type { Vocabulary } from '../catalog/workspace-config.ts';
import { defaultGuideSchema } from './default-schema.ts';
import { decideObject } from './infer-fields.ts';
import { findKeys } from './infer-keys.ts';
import type { SchemaPart } from './infer-text-field.ts';
import { addValue, createValueStats, type ObjectStats } from './infer-values.ts';
import type { SchemaProposal } from './schema-proposal.ts';

/** Field definitions as they are read from guides, before anybody has seen them. */
export interface InferredSchema extends Omit<SchemaProposal, 'current'> {
  /** The schema that `text` is the text of. */
  readonly schema: SchemaPart;
}

/** Reads guides one at a time, in any order, and keeps only what they have in common. */
export interface SchemaInference {
  /** Takes in the details of one guide; each guide once. */
  add(path: string, data: object): void;
  /** Notes a guide whose details cannot be read. */
  skip(path: string): void;
  /** What the guides read so far come to; the order in which they were read makes no difference. */
  finish(): InferredSchema;
}

/** What may be known of a folder besides its guides. */
export interface InferenceOptions {
  /** Word lists that the folder keeps; a field whose values are in the list of its name takes from it. */
  readonly vocabulary?: Vocabulary;
  /** Definitions the folder has now, whose labels and helps stay. */
  readonly current?: unknown;
}

const noObjects: ObjectStats = { count: 0, fields: new Map(), orders: new Map() };

/**
 * Begins to read field definitions from guides. What it keeps grows with the different names, words and
 * exceptions of the guides, and not with their texts.
 */
export function createSchemaInference(options: InferenceOptions = {}): SchemaInference {
  const { vocabulary = {}, current } = options;
  const root = createValueStats();
  const skipped: string[] = [];
  return {
    add: (path, data) => addValue(root, data, { path, pointer: '' }),
    skip: (path) => void skipped.push(path),
    finish() {
      const objects = root.object ?? noObjects;
      const known = [...(current === undefined ? [] : [current]), defaultGuideSchema];
      const context = { vocabulary, keys: findKeys(objects), known };
      const { schema: decided, inner } = decideObject(objects, '', context, true);
      const schema = {
        $schema: defaultGuideSchema.$schema,
        title: defaultGuideSchema.title,
        type: 'object',
        ...decided,
      };
      return {
        guides: objects.count,
        skipped: [...skipped].sort(),
        fields: inner,
        schema,
        text: `${JSON.stringify(schema, null, 2)}\n`,
      };
    },
  };
}
