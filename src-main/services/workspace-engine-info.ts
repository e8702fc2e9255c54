import type { Catalog } from '#core/catalog/catalog';
import { defaultGuideType } from '#core/catalog/default-guide-type';
import type { GuideType, Vocabulary, VocabularyTerm } from '#core/catalog/workspace-config';
import type { Values } from '#core/ipc/contract';
import type { FieldModel } from '#core/schema/field-model';
import type { OpenedWorkspace } from '../lint-process/api.ts';
import type { GuideFields, WorkspaceSettings } from './workspace-engine-config.ts';
import type { ReadLook } from './workspace-engine-look.ts';

function listNames(fields: readonly FieldModel[]): readonly string[] {
  return fields.flatMap(({ vocabulary, children, variants, itemVariants }) => [
    ...(vocabulary === undefined ? [] : [vocabulary]),
    ...listNames(children ?? []),
    ...listNames([...(variants ?? []), ...(itemVariants ?? [])].map(({ field }) => field)),
  ]);
}

/** How many guides use each value of each list: those that the workspace keeps, and those that its fields name. */
export function countUses(
  vocabulary: Vocabulary,
  fields: readonly FieldModel[],
  catalog: Catalog,
): Values['vocabulary.uses'] {
  const names = new Set([...Object.keys(vocabulary), ...listNames(fields)]);
  return Object.fromEntries(
    [...names].map((name) => [name, Object.fromEntries(catalog.termUses(name))]),
  );
}

/** The lists of the workspace; one that it does not keep is made of what its guides use, the most used first. */
function completeVocabulary(
  vocabulary: Vocabulary,
  fields: readonly FieldModel[],
  catalog: Catalog,
): Vocabulary {
  const complete: Record<string, readonly VocabularyTerm[]> = { ...vocabulary };
  for (const name of listNames(fields)) {
    if (Object.hasOwn(complete, name)) continue;
    complete[name] = [...catalog.termUses(name)]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([id]) => ({ id, label: { ja: id, en: id } }));
  }
  return complete;
}

/** The guide types of a workspace; one that describes none has the default one. */
export function typesOf({ types }: Pick<WorkspaceSettings, 'types'>): readonly GuideType[] {
  return types.length > 0 ? types : [defaultGuideType];
}

/** What the window shows of a workspace's configuration. */
export function describeWorkspace(
  root: string,
  settings: WorkspaceSettings,
  { fields }: GuideFields,
  catalog: Catalog,
  { look, problems }: Pick<ReadLook, 'look' | 'problems'>,
): OpenedWorkspace {
  return {
    root,
    config: settings.config,
    fields,
    types: typesOf(settings),
    vocabulary: completeVocabulary(settings.vocabulary, fields, catalog),
    look,
    problems: [...settings.problems, ...problems],
  };
}
