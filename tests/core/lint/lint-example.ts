import { createCatalog } from '#core/catalog/catalog';
import { defaultGuideType } from '#core/catalog/default-guide-type';
import { emptyBodyRecord, bodyStart } from '#core/catalog/body-record';
import { readGuideRecord } from '#core/catalog/guide-record';
import { parseGuide } from '#core/document/parse-guide';
import { readBody } from '#core/lint/body';
import { chooseGuideType } from '#core/lint/guide-chapters';
import type { Diagnostic } from '#core/lint/diagnostic';
import { type LintSettings, lintGuide } from '#core/lint/lint';
import type { Rule, RuleExample } from '#core/lint/rule';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { createValidator } from '#core/schema/validator';

const standard = {
  fields: readFields(defaultGuideSchema),
  validator: createValidator(defaultGuideSchema),
};

/** Checks the text of an example, alone or with all rules, in the workspace that the example describes. */
export function lintExample(
  example: Omit<RuleExample, 'title' | 'findings'>,
  rules: readonly Rule[] | undefined,
  settings: Partial<LintSettings> = {},
): readonly Diagnostic[] {
  const { fields, validator } = example.schema
    ? { fields: readFields(example.schema), validator: createValidator(example.schema) }
    : standard;
  const path = example.path ?? 'guides/nurse.md';
  const catalog = createCatalog();
  catalog.setImages(
    (example.images ?? []).map((one) =>
      typeof one === 'string' ? { sitePath: one, bytes: 1000 } : one,
    ),
  );
  for (const details of example.others ?? []) {
    const { slug } = typeof details === 'string' ? { slug: details } : details;
    const json = JSON.stringify(typeof details === 'string' ? { slug } : details);
    const other = parseGuide(`---json\n${json}\n---\n`);
    catalog.upsert(readGuideRecord(`guides/${slug}.md`, other, fields, emptyBodyRecord));
  }
  const parsed = parseGuide(example.markdown);
  const body = readBody(example.markdown.slice(bodyStart(parsed)), 'gfm');
  const record = readGuideRecord(path, parsed, fields, body.record);
  catalog.upsert(record);
  const schema = record.kind === 'guide' && validator.ok ? validator : undefined;
  const type = chooseGuideType([example.type ?? defaultGuideType], {
    path,
    name: record.name,
    tree: body.tree,
  });
  const options = example.options
    ? { options: Object.fromEntries((rules ?? []).map(({ id }) => [id, example.options ?? {}])) }
    : {};
  return lintGuide({ path, parsed, body, record, schema, type }, catalog, {
    ...options,
    severities: {},
    staticPath: '/static',
    vocabulary: Object.fromEntries(
      Object.entries(example.vocabulary ?? {}).map(([name, ids]) => [
        name,
        ids.map((id) => ({ id, label: { ja: id, en: id } })),
      ]),
    ),
    ...(rules ? { rules } : {}),
    onError: (_rule, error) => {
      throw error;
    },
    ...settings,
  });
}
