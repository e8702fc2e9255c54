import { emptyBodyRecord, nameFromStart, bodyStart } from '#core/catalog/body-record';
import { createCatalog } from '#core/catalog/catalog';
import { type GuideRecord, readGuideRecord } from '#core/catalog/guide-record';
import type { ImageFacts } from '#core/catalog/image-facts';
import type { ListedFile } from '#core/catalog/workspace-files';
import { parseGuide, type ParsedGuide } from '#core/document/parse-guide';
import type { Diagnostic } from '#core/lint/diagnostic';
import { lintCatalog, lintDetails, type LintSettings } from '#core/lint/lint';
import { checkSchemas, compileFinding, type SchemaText } from '#core/schema/check-schema';
import { readFields } from '#core/schema/read-fields';
import type { BrokenGuide, SchemaTrial } from '#core/schema/schema-proposal';
import { compileValidator } from '#core/schema/validator';
import { createLineIndex } from '#core/text/line-index';
import { type VisitPorts, visitGuides } from './visit-guides.ts';
import type { GuideFields } from './workspace-engine-config.ts';

/** Most messages that a trial repeats of one guide; its counts say how many there are. */
const shownMessages = 5;

/** Why a text cannot be used as field definitions. */
type Unusable = Extract<SchemaTrial, { readonly ok: false }>;

/** Reads a file of field definitions beside the `others` of its folder, or says what is wrong with it. */
export function readDefinitions(
  file: SchemaText,
  others: readonly SchemaText[],
): { readonly ok: true; readonly definitions: GuideFields } | Unusable {
  const { set, isPartial, findings } = checkSchemas([file, ...others]);
  const flaw = findings.find(
    ({ name, diagnostic }) => name === file.name && diagnostic.severity === 'error',
  )?.diagnostic;
  if (flaw) {
    const line = createLineIndex(file.text).positionAt(flaw.from).line + 1;
    return { ok: false, problem: flaw.message, line };
  }
  if (!set) return { ok: false, problem: compileFinding(file.text).message };
  const check = compileValidator(set, isPartial);
  if (!check.ok) return { ok: false, problem: check.message };
  return { ok: true, definitions: { fields: readFields(set.main.data, set.files), check } };
}

/** What trying definitions needs to know of the folder. */
export interface TrialContext {
  readonly present: GuideFields;
  readonly images: readonly ImageFacts[];
  /** As in force now; its filters belong to the present definitions and not to those on trial. */
  readonly settings: LintSettings;
}

/** What became of one guide so far. */
interface GuideTrial {
  readonly before: GuideRecord;
  readonly after: GuideRecord;
  errors: number;
  findings: number;
  /** How many findings it has gained or, below 0, lost. */
  balance: number;
  readonly messages: Diagnostic['message'][];
}

const keyOf = ({ code, pointer }: Diagnostic): string => `${code} ${pointer ?? ''}`;

/** Counts the findings that are only there after, or weigh more than before. */
function compare(
  trial: GuideTrial,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): void {
  const known = new Set(before.map(keyOf));
  const errors = new Set(before.filter(({ severity }) => severity === 'error').map(keyOf));
  const isNew = (finding: Diagnostic): boolean =>
    !(finding.severity === 'error' ? errors : known).has(keyOf(finding));
  const added = after.filter(isNew);
  const heavyFirst = [...added].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  trial.errors += added.filter(({ severity }) => severity === 'error').length;
  trial.findings += added.length;
  trial.balance += after.length - before.length;
  for (const { message } of heavyFirst) {
    if (trial.messages.length < shownMessages) trial.messages.push(message);
  }
}

function recordOf(path: string, parsed: ParsedGuide, { fields }: GuideFields): GuideRecord {
  const name = nameFromStart(parsed.text.slice(bodyStart(parsed)));
  return readGuideRecord(path, parsed, fields, { ...emptyBodyRecord, name });
}

/**
 * Checks the details of every guide by the present definitions and by those on trial, and tells what would
 * be different. Bodies are left out: no definition concerns them. `undefined` where it was stopped.
 */
export async function trySchema(
  definitions: GuideFields,
  listed: readonly ListedFile[],
  { present, images, settings }: TrialContext,
  ports: VisitPorts,
): Promise<SchemaTrial | undefined> {
  // Relations on trial may name fields that the catalog in use does not keep, and that one knows bodies too.
  const [now, then] = [createCatalog(), createCatalog()];
  const trials: GuideTrial[] = [];
  const filtered = (found: readonly Diagnostic[], path: string): readonly Diagnostic[] =>
    (settings.filters ?? []).reduce((findings, filter) => filter(findings, path), found);
  const isWhole = await visitGuides(listed, ports, (path, head) => {
    if (head === undefined) return;
    const parsed = parseGuide(head);
    const before = recordOf(path, parsed, present);
    const after = recordOf(path, parsed, definitions);
    now.upsert(before);
    then.upsert(after);
    if (after.kind !== 'guide') return;
    const trial = { before, after, errors: 0, findings: 0, balance: 0, messages: [] };
    const guide = { path, parsed };
    compare(
      trial,
      filtered(lintDetails({ ...guide, record: before, schema: present.check }, settings), path),
      lintDetails({ ...guide, record: after, schema: definitions.check }, settings),
    );
    trials.push(trial);
  });
  if (!isWhole) return undefined;
  now.setImages(images);
  then.setImages(images);
  for (const [index, trial] of trials.entries()) {
    // Looking for the nearest names takes a while; what is being typed is checked in between.
    if (index % 16 === 0) await ports.pause();
    if (ports.isStopped()) return undefined;
    compare(
      trial,
      filtered(lintCatalog(trial.before, now, settings), trial.before.path),
      lintCatalog(trial.after, then, settings),
    );
  }
  const broken = trials
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.errors - a.errors || b.findings - a.findings || order(a, b))
    .map(({ after: { path, name }, errors, findings, messages }): BrokenGuide => {
      return { path, name, errors, findings, messages };
    });
  return {
    ok: true,
    guides: trials.length,
    broken,
    mended: trials.filter(({ balance }) => balance < 0).length,
  };
}

const order = (a: GuideTrial, b: GuideTrial): number => (a.after.path < b.after.path ? -1 : 1);
