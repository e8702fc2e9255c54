import { type ConfigJson, readConfigJson } from '../catalog/config-json.ts';
import { keyRangeOf, parsePointer, rangeOf } from '../document/pointer.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { localize } from '../messages/messages.ts';
import { schemaFaultMessages } from '../messages/schema-faults.ts';
import { createLineIndex } from '../text/line-index.ts';
import { isSchema } from './json-schema.ts';
import { readFields } from './read-fields.ts';
import { repairSchemas } from './repair-schema.ts';
import type { SchemaFault } from './schema-fault.ts';
import { findSchemaFaults } from './schema-faults.ts';
import { createSchemaSet, type SchemaSet } from './schema-set.ts';

/** A file of field definitions as it is on disk. */
export interface SchemaText {
  /** File name without folder, by which others refer to it. */
  readonly name: string;
  readonly text: string;
}

/** Field definitions as far as they can be used, and what is wrong with them. */
export interface CheckedSchemas {
  /** The file that guides are checked by; `undefined` where there is none. */
  readonly main: SchemaText | undefined;
  /** Only what can be used; `undefined` where nothing can be. */
  readonly set: SchemaSet | undefined;
  /** Part of the definitions could not be read, so names may be missing from them. */
  readonly isPartial: boolean;
  readonly findings: readonly { readonly name: string; readonly diagnostic: Diagnostic }[];
}

/** Files beyond this many findings say nothing more. */
const maxFindings = 100;

function syntaxFinding(
  { from, to, code, severity }: Diagnostic,
  text: string,
  isUsable: boolean,
): Diagnostic {
  const line = createLineIndex(text).positionAt(from).line + 1;
  const message = localize(schemaFaultMessages, isUsable ? 'syntax' : 'syntaxAll', { line });
  return {
    ...{ code, severity, from, to, message },
    advice: localize(schemaFaultMessages, 'syntaxAdvice'),
  };
}

function faultFinding(fault: SchemaFault, file: ConfigJson): Diagnostic {
  const { pointer, code, severity, message, advice } = fault;
  const isName = code === 'config-unknown' || parsePointer(pointer)?.at(-2) === 'patternProperties';
  const place = (isName ? keyRangeOf(file, pointer) : undefined) ??
    rangeOf(file, pointer) ??
    keyRangeOf(file, pointer) ?? { from: 0, to: 0 };
  return { code, severity, ...place, message, advice, pointer };
}

/** A finding about the file as a whole, at its first character. */
function wholeFinding(key: 'shape' | 'compile', { text }: ConfigJson): Diagnostic {
  return {
    code: 'config-value',
    severity: 'error',
    from: 0,
    to: Math.min(1, text.length),
    message: localize(schemaFaultMessages, key),
    advice: localize(schemaFaultMessages, `${key}Advice`),
  };
}

/** What is said where definitions seemed right and still could not be compiled. */
export const compileFinding = (text: string): Diagnostic =>
  wholeFinding('compile', { text, diagnostics: [] });

/**
 * Reads the files of a workspace's field definitions; `guide.json`, or else the first, is the one that
 * guides are checked by. What is broken becomes a finding at its place, what can be used stays. Nothing
 * is ever fetched.
 */
export function checkSchemas(texts: readonly SchemaText[]): CheckedSchemas {
  const read = texts.map(({ name, text }) => ({ name, json: readConfigJson(text) }));
  const main = read.find(({ name }) => name === 'guide.json') ?? read[0];
  if (!main) return { main: undefined, set: undefined, isPartial: false, findings: [] };
  const others = read
    .filter((one) => one !== main)
    .map(({ name, json }) => ({ name, data: json.data ?? {} }));
  const { data } = main.json;
  const isBroken = (json: ConfigJson): boolean => json.diagnostics.length > 0;
  const whole = createSchemaSet(isSchema(data) ? data : {}, others, main.name);
  const faults = findSchemaFaults(whole);
  const repaired = repairSchemas(whole, faults);
  const hasFields = readFields(repaired.main.data, repaired.files).length > 0;
  const isUsable = isSchema(data) && (hasFields || !isBroken(main.json));

  const findings = read.flatMap(({ name, json }) => {
    const own = (): readonly Diagnostic[] => {
      const usable = name === main.name ? isUsable : json.data !== undefined;
      // After a slip in the file everything below it would only seem to be wrong.
      if (isBroken(json)) {
        return json.diagnostics.map((one) => syntaxFinding(one, json.text, usable));
      }
      if (!isSchema(json.data) && typeof json.data !== 'boolean') {
        return [wholeFinding('shape', json)];
      }
      if (name === main.name && !isSchema(json.data)) return [wholeFinding('shape', json)];
      return faults
        .filter(({ file }) => file === name)
        .map((fault) => faultFinding(fault, json))
        .sort((one, other) => one.from - other.from);
    };
    return own()
      .slice(0, maxFindings)
      .map((diagnostic) => ({ name, diagnostic }));
  });
  return {
    main: { name: main.name, text: main.json.text },
    set: isUsable ? repaired : undefined,
    isPartial: read.some(({ json }) => isBroken(json)),
    findings,
  };
}
