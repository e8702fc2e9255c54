import { defaultConfig, readConfig } from '#core/catalog/read-config';
import {
  type AcceptedFinding,
  type Baseline,
  readAccepted,
  readBaseline,
} from '#core/catalog/read-accepted';
import { readGuideType } from '#core/catalog/read-guide-type';
import { readVocabulary } from '#core/catalog/read-vocabulary';
import type { GuideType, Vocabulary, WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { SchemaCheck } from '#core/lint/rule';
import { checkRuleSettings, usableOptions } from '#core/lint/rule-settings';
import { checkSchemas, compileFinding, type SchemaText } from '#core/schema/check-schema';
import { defaultGuideSchema } from '#core/schema/default-schema';
import type { FieldModel } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';
import { createSchemaSet, type SchemaSet } from '#core/schema/schema-set';
import { compileValidator } from '#core/schema/validator';
import { hashOf } from '../files/hash.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** Field definitions as the form and the rules use them. */
export interface GuideFields {
  readonly fields: readonly FieldModel[];
  /** `undefined` where nothing is checked against them. */
  readonly check: SchemaCheck | undefined;
}

/** A finding about a file of the configuration. */
interface Problem {
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

/** The workspace's own field definitions as far as they can be used. */
interface ReadSchemas {
  /** The same for the same files. */
  readonly key: string;
  readonly own: GuideFields | undefined;
  readonly path: string | undefined;
  readonly problems: readonly Problem[];
}

/** Everything under `.shirube`, as far as it can be read. */
export interface WorkspaceSettings {
  readonly config: WorkspaceConfig;
  readonly vocabulary: Vocabulary;
  readonly types: readonly GuideType[];
  /** The workspace's own definitions; `undefined` where it has none that can be used. */
  readonly own: GuideFields | undefined;
  /** The file that they are read from, relative to the workspace. */
  readonly schemaPath: string | undefined;
  /** What was made of the files of definitions, kept so that it is made once. */
  readonly schemas: ReadSchemas;
  /** Findings that somebody found fine, and those that were there before. */
  readonly accepted: readonly AcceptedFinding[];
  readonly baseline: Baseline;
  /** Differs whenever any of the files that were read does, those of accepted findings aside. */
  readonly fingerprint: string;
  /** The same for the files of accepted findings, which change what is shown and not what is found. */
  readonly acceptedFingerprint: string;
  readonly problems: readonly Problem[];
}

/** Folder of the workspace's configuration. */
export const settingsFolder = '.shirube';

/** Folder of the workspace's field definitions. */
const schemaFolder = `${settingsFolder}/schema`;

/** No definitions: nothing is asked of the fields. */
export const noFields: GuideFields = { fields: [], check: undefined };

/** Definitions for the form and, where they compile, for checking. */
function fieldsOf(set: SchemaSet, isPartial = false): GuideFields {
  const validator = compileValidator(set, isPartial);
  return {
    fields: readFields(set.main.data, set.files),
    check: validator.ok ? validator : undefined,
  };
}

/** Compiles a schema for the form and the rules; `undefined` where it cannot be used. */
export function compileFields(schema: unknown): GuideFields | undefined {
  const fields = fieldsOf(createSchemaSet(schema));
  return fields.check && fields;
}

/** The definitions that apply where a workspace has none and its guides look as these say. */
export const defaultFields: GuideFields = compileFields(defaultGuideSchema) ?? noFields;

function readSchemas(texts: readonly SchemaText[], key: string): ReadSchemas {
  const { main, set, isPartial, findings } = checkSchemas(texts);
  const problems: Problem[] = findings.map(({ name, diagnostic }) => ({
    path: `${schemaFolder}/${name}`,
    diagnostic,
  }));
  // Where nothing of them can be read, the guides are checked as if the folder had none.
  const own = set && fieldsOf(set, isPartial);
  const path = main && `${schemaFolder}/${main.name}`;
  if (main && path !== undefined && own && !own.check) {
    problems.push({ path, diagnostic: compileFinding(main.text) });
  }
  return { key, own, path, problems };
}

/** A configuration without the options that a rule cannot use; it takes its own defaults instead. */
function withUsableOptions(config: WorkspaceConfig, isDoubtful: boolean): WorkspaceConfig {
  if (!isDoubtful) return config;
  return { ...config, ruleOptions: usableOptions(config.ruleOptions ?? {}) };
}

/**
 * Reads the configuration of a workspace; a missing file means the defaults, a broken one a finding as
 * well. Definitions that are as they were in `previous` are not compiled again.
 */
export async function readSettings(
  files: WorkspaceFiles,
  previous?: WorkspaceSettings,
): Promise<WorkspaceSettings> {
  const problems: Problem[] = [];
  const note = (path: string, diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) problems.push({ path, diagnostic });
  };
  const texts: string[] = [];
  const readText = async (path: string): Promise<string | undefined> => {
    const bytes = await files.read(path);
    if (!bytes) return undefined;
    const text = decodeFile(bytes);
    // What is no text is reported as JSON that breaks at its first character.
    const readable = text === 'not-utf8' || text === 'too-large' ? '\0' : text;
    texts.push(path, readable);
    return readable;
  };

  const acceptedPath = `${settingsFolder}/allow.json`;
  const acceptedText = await readText(acceptedPath);
  const accepted = acceptedText === undefined ? undefined : readAccepted(acceptedText);
  note(acceptedPath, accepted?.diagnostics ?? []);

  const baselinePath = `${settingsFolder}/baseline.json`;
  const baselineText = await readText(baselinePath);
  const baseline = baselineText === undefined ? undefined : readBaseline(baselineText);
  note(baselinePath, baseline?.diagnostics ?? []);
  const acceptedFingerprint = hashOf(texts.splice(0).join('\0'));

  const configPath = `${settingsFolder}/config.json`;
  const configText = await readText(configPath);
  const read = configText === undefined ? undefined : readConfig(configText);
  note(configPath, read?.diagnostics ?? []);
  const ruleProblems = configText === undefined ? [] : checkRuleSettings(configText);
  note(configPath, ruleProblems);

  const vocabularyPath = `${settingsFolder}/vocabulary.json`;
  const vocabularyText = await readText(vocabularyPath);
  const terms = vocabularyText === undefined ? undefined : readVocabulary(vocabularyText);
  note(vocabularyPath, terms?.diagnostics ?? []);

  const types: GuideType[] = [];
  for (const { path } of await files.list([`${settingsFolder}/types/*.json`])) {
    const text = await readText(path);
    if (text === undefined) continue;
    const { type, diagnostics } = readGuideType(text, path.replace(/^.*\/|\.json$/g, ''));
    if (type) types.push(type);
    note(path, diagnostics);
  }

  const schemaTexts: SchemaText[] = [];
  for (const { path } of await files.list([`${schemaFolder}/*.json`])) {
    const text = await readText(path);
    if (text !== undefined) schemaTexts.push({ name: path.slice(schemaFolder.length + 1), text });
  }
  const key = hashOf(schemaTexts.flatMap(({ name, text }) => [name, text]).join('\0'));
  const schemas = previous?.schemas.key === key ? previous.schemas : readSchemas(schemaTexts, key);
  problems.push(...schemas.problems);
  return {
    config: withUsableOptions(read?.config ?? defaultConfig(), ruleProblems.length > 0),
    vocabulary: terms?.vocabulary ?? {},
    types,
    own: schemas.own,
    schemaPath: schemas.path,
    schemas,
    accepted: accepted?.accepted ?? [],
    baseline: baseline?.baseline ?? {},
    acceptedFingerprint,
    fingerprint: hashOf(texts.join('\0')),
    problems,
  };
}
