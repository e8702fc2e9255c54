import { joinPointer } from '../document/pointer.ts';
import type { Severity } from '../lint/diagnostic.ts';
import { localize, type MessageValues } from '../messages/messages.ts';
import { schemaFaultMessages } from '../messages/schema-faults.ts';
import { nearest } from '../text/nearest.ts';
import { annotationShapes } from './annotation-shapes.ts';
import { endlessReferences } from './endless-references.ts';
import { quote } from './error-values.ts';
import { isSchema, type Schema } from './json-schema.ts';
import { metaFaults } from './meta-faults.ts';
import type { SchemaFault } from './schema-fault.ts';
import type { SchemaFile, SchemaSet } from './schema-set.ts';
import { isSlowPattern } from './slow-pattern.ts';
import { knownKeywords, walkSchemas } from './walk-schema.ts';

type Endless = ReturnType<typeof endlessReferences>;
type MessageKey = keyof typeof schemaFaultMessages.ja;
type Note = (keyword: string, key: MessageKey & FaultKey, values?: MessageValues) => void;
type FaultKey =
  | 'value'
  | 'dialect'
  | 'endless'
  | 'missing'
  | 'remote'
  | 'pattern'
  | 'slowPattern'
  | 'annotation'
  | 'unknown';

const weights: Readonly<Record<FaultKey, Severity>> = {
  value: 'error',
  dialect: 'warning',
  endless: 'error',
  missing: 'error',
  remote: 'error',
  pattern: 'error',
  // One value that it fits badly would keep every other guide from being checked.
  slowPattern: 'error',
  annotation: 'warning',
  unknown: 'warning',
};

function isPattern(text: string): boolean {
  try {
    // As ajv makes them.
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
}

function checkPattern(pattern: unknown, place: string, note: Note): void {
  if (typeof pattern !== 'string') return;
  if (!isPattern(pattern)) note(place, 'pattern', { value: quote(pattern) });
  else if (isSlowPattern(pattern)) note(place, 'slowPattern', { value: quote(pattern) });
}

function checkReference(
  schema: Schema,
  set: SchemaSet,
  endless: ReadonlySet<string> | undefined,
  note: Note,
): void {
  for (const keyword of ['$ref', '$dynamicRef']) {
    const reference = schema[keyword];
    if (typeof reference !== 'string') continue;
    const { kind } = set.find(reference, schema);
    if (kind !== 'found') note(keyword, kind, { value: quote(reference) });
    else if (endless?.has(keyword)) note(keyword, 'endless', { value: quote(reference) });
  }
}

function checkNames(schema: Schema, note: Note): void {
  for (const [name, value] of Object.entries(schema)) {
    const shape = Object.hasOwn(annotationShapes, name) ? annotationShapes[name] : undefined;
    if (shape) {
      const values = { name, value: quote(JSON.stringify(value)), shape: shape.shape };
      if (!shape.fits(value)) note(name, 'annotation', values);
      continue;
    }
    if (knownKeywords.has(name)) continue;
    // Others may annotate as they like; only what looks like a slip is worth a word.
    const near = nearest(
      name,
      name.startsWith('x-') ? Object.keys(annotationShapes) : knownKeywords,
    );
    if (near !== undefined) note(name, 'unknown', { name, nearest: near });
  }
}

function ownFaults(file: SchemaFile, set: SchemaSet, endless: Endless): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  walkSchemas(file.data, (schema, pointer) => {
    const note: Note = (keyword, key, values = {}) => {
      faults.push({
        file: file.name,
        pointer: keyword
          .split('\0')
          .reduce((parent, segment) => joinPointer(parent, segment), pointer),
        code: key === 'unknown' ? 'config-unknown' : 'config-value',
        severity: weights[key],
        message: localize(schemaFaultMessages, key, values),
        advice: localize(
          schemaFaultMessages,
          key === 'unknown' ? 'nearAdvice' : `${key}Advice`,
          values,
        ),
      });
    };
    const { $schema, pattern, patternProperties } = schema;
    const isOther =
      typeof $schema === 'string' && !$schema.startsWith('https://json-schema.org/draft/2020-12/');
    if (isOther) note('$schema', 'dialect', { value: quote($schema) });
    // Legal, and yet nothing could ever be right; ajv refuses it.
    const isEmpty = Array.isArray(schema.enum) && schema.enum.length === 0;
    if (isEmpty) note('enum', 'value', { name: 'enum', value: '[]' });
    checkReference(schema, set, endless.get(schema), note);
    checkPattern(pattern, 'pattern', note);
    for (const name of Object.keys(isSchema(patternProperties) ? patternProperties : {})) {
      checkPattern(name, `patternProperties\0${name}`, note);
    }
    checkNames(schema, note);
  });
  return faults;
}

/** Everything wrong with the definitions and the files they refer to, in the order of the files. */
export function findSchemaFaults(set: SchemaSet): readonly SchemaFault[] {
  const endless = endlessReferences(set);
  return set.files.flatMap((file) => {
    const own = ownFaults(file, set, endless);
    const seen = new Set(own.map(({ pointer }) => pointer));
    // The general rules also say that a pattern is none; ours says more.
    const general = metaFaults(file.data, file.name).filter(({ pointer }) => !seen.has(pointer));
    return [...general, ...own];
  });
}
