import { configFinding, readConfigJson } from '#core/catalog/config-json';
import { defaultConfig, readConfig } from '#core/catalog/read-config';
import { readGuideType } from '#core/catalog/read-guide-type';
import { readVocabulary } from '#core/catalog/read-vocabulary';
import type { GuideType, Vocabulary, WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { SchemaCheck } from '#core/lint/rule';
import { defaultGuideSchema } from '#core/schema/default-schema';
import type { FieldModel } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';
import { createValidator } from '#core/schema/validator';
import { hashOf } from '../files/hash.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** Field definitions as the form and the rules use them. */
export interface GuideFields {
  readonly fields: readonly FieldModel[];
  /** `undefined` where nothing is checked against them. */
  readonly check: SchemaCheck | undefined;
}

/** Everything under `.shirube`, as far as it can be read. */
export interface WorkspaceSettings {
  readonly config: WorkspaceConfig;
  readonly vocabulary: Vocabulary;
  readonly types: readonly GuideType[];
  /** The workspace's own definitions; `undefined` where it has none. */
  readonly own: GuideFields | undefined;
  /** Differs whenever any of the files that were read does. */
  readonly fingerprint: string;
  readonly problems: readonly { readonly path: string; readonly diagnostic: Diagnostic }[];
}

/** Folder of the workspace's configuration. */
export const settingsFolder = '.shirube';

/** No definitions: nothing is asked of the fields. */
export const noFields: GuideFields = { fields: [], check: undefined };

function compile(schema: unknown): GuideFields | undefined {
  const validator = createValidator(schema);
  return validator.ok ? { fields: readFields(schema), check: validator } : undefined;
}

/** The definitions that apply where a workspace has none and its guides look as these say. */
export const defaultFields: GuideFields = compile(defaultGuideSchema) ?? noFields;

/** Reads the configuration of a workspace; a missing file means the defaults, a broken one a finding as well. */
export async function readSettings(files: WorkspaceFiles): Promise<WorkspaceSettings> {
  const problems: { path: string; diagnostic: Diagnostic }[] = [];
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

  const configPath = `${settingsFolder}/config.json`;
  const configText = await readText(configPath);
  const read = configText === undefined ? undefined : readConfig(configText);
  note(configPath, read?.diagnostics ?? []);

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

  const schemas = await files.list([`${settingsFolder}/schema/*.json`]);
  const schemaPath = (schemas.find(({ path }) => path.endsWith('/guide.json')) ?? schemas[0])?.path;
  const schemaText = schemaPath === undefined ? undefined : await readText(schemaPath);
  let own: GuideFields | undefined;
  if (schemaPath !== undefined && schemaText !== undefined) {
    const file = readConfigJson(schemaText);
    note(schemaPath, file.diagnostics);
    own = file.diagnostics.length === 0 ? compile(file.data) : noFields;
    if (!own) {
      const key = { key: 'schemaValue', advice: 'schemaValueAdvice', severity: 'error' } as const;
      note(schemaPath, [configFinding(file, '', key)]);
      own = noFields;
    }
  }
  return {
    config: read?.config ?? defaultConfig(),
    vocabulary: terms?.vocabulary ?? {},
    types,
    own,
    fingerprint: hashOf(texts.join('\0')),
    problems,
  };
}
