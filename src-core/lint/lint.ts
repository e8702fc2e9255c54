import type { CatalogView } from '../catalog/catalog.ts';
import { bodyStart } from '../catalog/body-record.ts';
import type { GuideRecord } from '../catalog/guide-record.ts';
import type {
  GuideType,
  RawHtml,
  Vocabulary,
  WorkspaceConfig,
} from '../catalog/workspace-config.ts';
import type { ParsedGuide } from '../document/parse-guide.ts';
import type { TextRange } from '../document/pointer.ts';
import { lintMessages } from '../messages/lint.ts';
import { type Localized, localize, translate } from '../messages/messages.ts';
import { rawHtmlSchema } from '../markdown/raw-html-schema.ts';
import type { SchemaIssue } from '../schema/schema-issue.ts';
import { allRules } from './all-rules.ts';
import type { Body } from './body.ts';
import { type Diagnostic, severities } from './diagnostic.ts';
import { anchorIn, anchorInRecord, type AnchorOf } from './anchor.ts';
import { codeRanges } from './code-ranges.ts';
import { readSilenced, type SilencedRange, withoutSilenced } from './disable-comments.ts';
import { isKnownCode, knownCodes } from './known-codes.ts';
import type { Report, Rule, RuleSettings, RuleText, SchemaCheck } from './rule.ts';

/** One step of the chain from what rules found about the guide at `path` to what the author sees, such as an allow-list. */
export type FindingsFilter = (
  findings: readonly Diagnostic[],
  path: string,
) => readonly Diagnostic[];

/** What the workspace says about checking, the same for all its guides. */
export interface LintSettings {
  readonly severities: WorkspaceConfig['rules'];
  /** What the workspace sets for single rules, by their ids. */
  readonly options?: Readonly<Record<string, RuleSettings>>;
  readonly staticPath: string;
  /** What the site does with raw HTML; `drop` unless given. */
  readonly html?: RawHtml | undefined;
  /** The lists that the workspace keeps. */
  readonly vocabulary: Vocabulary;
  /** Run in order after sorting. */
  readonly filters?: readonly FindingsFilter[];
  /** Run after those; accepted and earlier findings leave here. */
  readonly acceptance?: readonly FindingsFilter[];
  /** Told of a rule that threw; the other rules still run. */
  readonly onError?: (rule: string, error: unknown) => void;
  /** All rules unless given. */
  readonly rules?: readonly Rule[];
}

/** A guide with all that rules may look at. */
export interface GuideToLint {
  readonly path: string;
  readonly parsed: ParsedGuide;
  readonly body: Body;
  readonly record: GuideRecord;
  /** `undefined` where no definition of the fields applies. */
  readonly schema: SchemaCheck | undefined;
  /** The guide type that describes it; `undefined` where none does. */
  readonly type?: GuideType | undefined;
}

/** Findings by what they depend on, so that each part can be found again alone. Those of the body count from its beginning. */
export interface FindingParts {
  readonly details: readonly Diagnostic[];
  readonly body: readonly Diagnostic[];
  /** About how details and body agree; from the beginning of the text. */
  readonly guide: readonly Diagnostic[];
  readonly catalog: readonly Diagnostic[];
  /** What comments in the body silence; offsets count from its beginning. */
  readonly silenced: readonly SilencedRange[];
}

function toLocalized(rule: Rule, text: RuleText<string>, report: Report): Localized {
  return typeof text === 'string' ? localize(rule.messages, text, report.values) : text;
}

function toDiagnostic(
  rule: Rule,
  report: Report,
  chosen: LintSettings['severities'],
  anchorOf: AnchorOf,
): Diagnostic | undefined {
  const code = report.kind === undefined ? rule.id : `${rule.id}-${report.kind}`;
  const severity = chosen[code] ?? chosen[rule.id] ?? report.severity ?? rule.defaultSeverity;
  if (severity === 'off') return undefined;
  const { from, to, pointer, advice, fix } = report;
  const anchor = anchorOf(from, to);
  return {
    code,
    severity,
    from,
    to,
    message: toLocalized(rule, report.message, report),
    ...(advice === undefined ? {} : { advice: toLocalized(rule, advice, report) }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(anchor === '' ? {} : { anchor }),
    ...(fix ? { fixes: [{ ...fix, title: toLocalized(rule, fix.title, report) }] } : {}),
  };
}

/** The finding that stands for a rule that could not finish. */
function internalError(rule: string): Diagnostic {
  return {
    code: 'internal-error',
    severity: 'error',
    from: 0,
    to: 0,
    message: {
      ja: translate(lintMessages, 'ja', 'internalError', { rule }),
      en: translate(lintMessages, 'en', 'internalError', { rule }),
    },
    advice: localize(lintMessages, 'internalErrorAdvice'),
  };
}

/** Whether nothing that a rule finds would be shown, so that it need not run. */
function isOff(rule: Rule, chosen: LintSettings['severities']): boolean {
  const severity = chosen[rule.id] ?? rule.defaultSeverity;
  return severity === 'off' && !Object.keys(chosen).some((code) => code.startsWith(`${rule.id}-`));
}

const codes = { codes: knownCodes, isCode: isKnownCode };
const allowedTags: ReadonlySet<string> = new Set(rawHtmlSchema.tagNames);

/** What every rule is given. */
interface RuleCommon {
  readonly options: RuleSettings;
  report(found: Report): void;
}

/** Runs the rules that `pick` knows how to run, each on its own. */
function runRules(
  settings: LintSettings,
  anchorOf: AnchorOf,
  pick: (rule: Rule, common: RuleCommon) => void,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of settings.rules ?? allRules) {
    if (isOff(rule, settings.severities)) continue;
    try {
      const set = settings.options?.[rule.id];
      pick(rule, {
        options: { ...rule.options?.defaults, ...set },
        report(report) {
          const diagnostic = toDiagnostic(rule, report, settings.severities, anchorOf);
          if (diagnostic) found.push(diagnostic);
        },
      });
    } catch (error) {
      settings.onError?.(rule.id, error);
      found.push(internalError(rule.id));
    }
  }
  return found;
}

/** Findings about the guide details of one guide alone. */
export function lintDetails(
  guide: Omit<GuideToLint, 'body'>,
  settings: LintSettings,
): readonly Diagnostic[] {
  const { path, parsed, record, schema } = guide;
  let found: readonly SchemaIssue[] | undefined;
  const issues = (): readonly SchemaIssue[] =>
    (found ??= schema && parsed.data ? schema.validate(parsed.data) : []);
  return runRules(settings, anchorIn(parsed.text), (rule, common) => {
    if (rule.reads === 'details') rule.check({ ...common, path, parsed, record, schema, issues });
    if (rule.reads === 'text') {
      const text = parsed.text.slice(0, bodyStart(parsed));
      rule.check({ ...common, text, part: 'details', code: () => [] });
    }
  });
}

/** Findings about a body; offsets count from where it begins. */
export function lintBody(body: Body, settings: LintSettings): readonly Diagnostic[] {
  const html = settings.html ?? 'drop';
  let ranges: readonly TextRange[] | undefined;
  const code = (): readonly TextRange[] => (ranges ??= codeRanges(body.tree));
  return runRules(settings, anchorIn(body.text), (rule, common) => {
    if (rule.reads === 'body') rule.check({ ...common, ...body, ...codes, html, allowedTags });
    if (rule.reads === 'text') rule.check({ ...common, text: body.text, part: 'body', code });
  });
}

/** Findings about how the details and the body of one guide agree with each other and with its guide type. */
export function lintAgreement(guide: GuideToLint, settings: LintSettings): readonly Diagnostic[] {
  const { parsed, record, body, type } = guide;
  const bodyFrom = bodyStart(parsed);
  return runRules(settings, anchorIn(parsed.text), (rule, common) => {
    if (rule.reads === 'guide') rule.check({ ...common, parsed, record, body, bodyFrom, type });
  });
}

/** Findings about a guide among the others; needs neither its text nor theirs. */
export function lintCatalog(
  record: GuideRecord,
  catalog: CatalogView,
  settings: LintSettings,
): readonly Diagnostic[] {
  const { staticPath, vocabulary } = settings;
  return runRules(settings, anchorInRecord(record), (rule, common) => {
    if (rule.reads === 'catalog') {
      rule.check({ ...common, record, catalog, staticPath, vocabulary });
    }
  });
}

function moveBy(finding: Diagnostic, by: number): Diagnostic {
  if (by === 0) return finding;
  const fixes = finding.fixes?.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, from: edit.from + by, to: edit.to + by })),
  }));
  const moved = { ...finding, from: finding.from + by, to: finding.to + by };
  return fixes ? { ...moved, fixes } : moved;
}

const isSame = (a: Diagnostic, b: Diagnostic | undefined): boolean =>
  b !== undefined &&
  a.code === b.code &&
  a.from === b.from &&
  a.to === b.to &&
  a.message.en === b.message.en;

/** Every step of the chain, in order. */
export function filtersOf({ filters, acceptance }: LintSettings): readonly FindingsFilter[] {
  return [...(filters ?? []), ...(acceptance ?? [])];
}

/** All findings of the guide at `path` in the order of the text, each once, as far as nothing accepts them. */
export function mergeFindings(
  parts: FindingParts,
  { path, bodyFrom }: { readonly path: string; readonly bodyFrom: number },
  filters: readonly FindingsFilter[] = [],
): readonly Diagnostic[] {
  const weight = ({ severity }: Diagnostic): number => severities.indexOf(severity);
  const sorted = [
    ...parts.details,
    ...parts.guide,
    ...parts.catalog,
    ...parts.body.map((finding) => moveBy(finding, bodyFrom)),
  ].sort(
    (a, b) =>
      a.from - b.from ||
      a.to - b.to ||
      weight(a) - weight(b) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const once = sorted.filter((finding, index) => !isSame(finding, sorted[index - 1]));
  const heard = withoutSilenced(once, parts.silenced, bodyFrom);
  return filters.reduce<readonly Diagnostic[]>((findings, filter) => filter(findings, path), heard);
}

/** Checks one guide with every rule. Never throws: a rule that does becomes a finding of its own. */
export function lintGuide(
  guide: GuideToLint,
  catalog: CatalogView,
  settings: LintSettings,
): readonly Diagnostic[] {
  const parts: FindingParts = {
    details: lintDetails(guide, settings),
    body: lintBody(guide.body, settings),
    guide: lintAgreement(guide, settings),
    catalog: lintCatalog(guide.record, catalog, settings),
    silenced: readSilenced(guide.body.text, guide.body.tree),
  };
  const place = { path: guide.path, bodyFrom: bodyStart(guide.parsed) };
  return mergeFindings(parts, place, filtersOf(settings));
}
