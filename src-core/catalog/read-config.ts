import { z } from 'zod';
import { joinPointer } from '../document/pointer.ts';
import type { Diagnostic, Severity } from '../lint/diagnostic.ts';
import { catalogMessages } from '../messages/catalog.ts';
import { localize } from '../messages/messages.ts';
import { nearest } from '../text/nearest.ts';
import { configFinding, readConfigJson } from './config-json.ts';
import { localizedSchema, relativePathSchema } from './config-values.ts';
import type { ExportTarget, SiteProfile, WorkspaceConfig } from './workspace-config.ts';

const severitySchema = z.enum(['error', 'warning', 'information', 'hint', 'off']);

const targetSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i),
  label: localizedSchema.optional(),
  guides: relativePathSchema.optional(),
  static: relativePathSchema.default('static'),
  manifest: relativePathSchema.default('export-manifest.json'),
});

/** What `rules` may say of one rule beside its severity alone. */
const ruleSchema = z.strictObject({
  severity: severitySchema.optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});

/** Schemas of what `config.json` may hold, one by one: a broken setting does not take the others with it. */
const settings = {
  name: localizedSchema,
  guides: z
    .array(
      z
        .string()
        .min(1)
        .regex(/^(?![/\\]|[a-z]:|(?:.*\/)?\.\.(?:\/|$))/i),
    )
    .min(1),
  static: z.object({
    folder: relativePathSchema.default('static'),
    path: z
      .string()
      .regex(/^\/[^?#\s]*$/)
      .transform((path) => path.replace(/\/+$/, ''))
      .default('/static'),
    imageName: z
      .string()
      .max(100)
      .regex(/^(?:[^/\\{}]|\{(?:slug|n|name)\})+$/)
      .optional(),
  }),
  profile: z.object({
    flavour: z.enum(['commonmark', 'gfm', 'gfm-cjk']).default('gfm'),
    breaks: z.boolean().optional(),
    html: z.enum(['drop', 'sanitise']).optional(),
    headingIds: z.boolean().optional(),
    css: z.array(relativePathSchema).optional(),
    template: relativePathSchema.optional(),
  }),
  prose: z.boolean(),
  rules: z.record(z.string(), z.unknown()),
  export: z.object({ targets: z.array(targetSchema) }),
};

const known = ['$schema', ...Object.keys(settings)];

/** The one target there is without configuration: same paths, images under `static`. */
function defaultTarget(): ExportTarget {
  return {
    id: 'default',
    label: localize(catalogMessages, 'targetLabel'),
    static: 'static',
    manifest: 'export-manifest.json',
  };
}

/** The configuration of a folder without `.shirube/config.json`. */
export function defaultConfig(): WorkspaceConfig {
  return {
    guides: ['**/*.md'],
    static: { folder: 'static', path: '/static' },
    profile: { flavour: 'gfm' },
    prose: false,
    rules: {},
    ruleOptions: {},
    targets: [defaultTarget()],
  };
}

function toTarget(target: z.output<typeof targetSchema>): ExportTarget {
  const { guides, label, ...rest } = target;
  return {
    ...rest,
    label: label ?? { ja: target.id, en: target.id },
    ...(guides === undefined ? {} : { guides }),
  };
}

function adviceFor(pointer: string, choices: string) {
  if (pointer === '/static/imageName') return 'configImageName';
  return choices === '' ? 'configValueAdvice' : 'configChoices';
}

/** Reads `config.json`; whatever is missing or broken takes its default, with a finding for the latter. */
export function readConfig(text: string): {
  readonly config: WorkspaceConfig;
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = readConfigJson(text);
  const diagnostics = [...file.diagnostics];
  const config = defaultConfig();
  if (file.root?.type !== 'object') {
    if (diagnostics.length === 0) {
      diagnostics.push(configFinding(file, '', { key: 'configShape', severity: 'error' }));
    }
    return { config, diagnostics };
  }
  const data = file.data as Readonly<Record<string, unknown>>;

  const readAt = <S extends z.ZodType>(
    place: string,
    schema: S,
    value: unknown,
  ): z.output<S> | undefined => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const pointer = issue.path.reduce<string>(
        (parent, segment) => joinPointer(parent, String(segment)),
        place,
      );
      const choices = issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : '';
      diagnostics.push(
        configFinding(file, pointer, {
          key: 'configValue',
          advice: adviceFor(pointer, choices),
          values: {
            name: pointer.slice(1).replaceAll('/', '.'),
            choices,
            example: '{slug}_{n}',
            places: '{slug} {n} {name}',
          },
          severity: 'error',
        }),
      );
    }
    return undefined;
  };
  const read = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined =>
    Object.hasOwn(data, name) ? readAt(joinPointer('', name), schema, data[name]) : undefined;

  for (const name of Object.keys(data)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    diagnostics.push(
      configFinding(file, joinPointer('', name), {
        key: 'configUnknown',
        advice: near === undefined ? 'configUnknownAdvice' : 'configNearest',
        values: { name, nearest: near ?? '' },
        onKey: true,
      }),
    );
  }

  const name = read('name', settings.name);
  const rules: Record<string, Severity | 'off'> = {};
  const ruleOptions: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const [id, value] of Object.entries(read('rules', settings.rules) ?? {})) {
    const place = joinPointer('/rules', id);
    const isObject = typeof value === 'object' && value !== null;
    const rule = isObject
      ? readAt(place, ruleSchema, value)
      : { severity: readAt(place, severitySchema, value), options: undefined };
    if (rule?.severity) rules[id] = rule.severity;
    if (rule?.options) ruleOptions[id] = rule.options;
  }
  const targets = read('export', settings.export)?.targets.map(toTarget);
  return {
    config: {
      ...(name ? { name } : {}),
      guides: read('guides', settings.guides) ?? config.guides,
      static: read('static', settings.static) ?? config.static,
      profile: read('profile', settings.profile) ?? config.profile,
      prose: read('prose', settings.prose) ?? config.prose,
      rules,
      ruleOptions,
      targets: targets && targets.length > 0 ? targets : config.targets,
    },
    diagnostics: diagnostics.sort((a, b) => a.from - b.from),
  };
}

/** Reads the `profile` object of a `config.json` that stands in a file of its own. */
export function readProfile(text: string): {
  readonly profile: SiteProfile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { config, diagnostics } = readConfig(`{"profile":${text}\n}`);
  return { profile: config.profile, diagnostics };
}
