import { bodyStart, emptyBodyRecord, nameFromStart } from '#core/catalog/body-record';
import type { Catalog } from '#core/catalog/catalog';
import { hasLostName } from '#core/catalog/file-name';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { type GuideRecord, readGuideRecord } from '#core/catalog/guide-record';
import type { Flavour, GuideType } from '#core/catalog/workspace-config';
import { splitGuide } from '#core/document/guide-parts';
import type { DetailsData } from '#core/document/json-data';
import { parseGuide, type ParsedGuide } from '#core/document/parse-guide';
import { type Body, readBody } from '#core/lint/body';
import { countBySeverity, type Diagnostic } from '#core/lint/diagnostic';
import { readSilenced } from '#core/lint/disable-comments';
import { chooseGuideType } from '#core/lint/guide-chapters';
import {
  filtersOf,
  type FindingParts,
  lintAgreement,
  lintBody,
  lintCatalog,
  lintDetails,
  type LintSettings,
  mergeFindings,
} from '#core/lint/lint';
import type { GuideFields } from './workspace-engine-config.ts';
import { decodeFile, unreadableFinding } from './workspace-engine-text.ts';

/** What checking a text needs to know of its workspace. */
export interface CheckContext {
  readonly catalog: Catalog;
  readonly settings: LintSettings;
  readonly flavour: Flavour;
  readonly fields: GuideFields;
  /** The guide types by which guides are checked. */
  readonly types: readonly GuideType[];
}

/** What is known of one file after its text has been checked. */
export interface CheckedGuide {
  readonly record: GuideRecord;
  readonly parts: FindingParts;
  /** Where the body begins in the text, by which findings of the body are moved. */
  readonly bodyFrom: number;
}

const noParts: FindingParts = { details: [], body: [], guide: [], catalog: [], silenced: [] };

/**
 * Guide details without places or findings: the list needs neither, and the check that follows reads
 * the whole file anew. Whatever plain JSON does not take is read the tolerant way.
 */
export function parseHead(text: string): ParsedGuide {
  const parts = splitGuide(text);
  if (parts.kind !== 'json' || !parts.closed) return parseGuide(text);
  try {
    const data: unknown = JSON.parse(text.slice(parts.blockFrom, parts.blockTo));
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return parseGuide(text);
    return { text, parts, data: data as DetailsData, diagnostics: [], editable: false };
  } catch {
    return parseGuide(text);
  }
}

/** The record of a file from its first bytes, for the list; `text` may end in the middle of the body. */
export function readHeadRecord(path: string, text: string, fields: GuideFields): GuideRecord {
  const parsed = parseHead(text);
  const name = nameFromStart(text.slice(bodyStart(parsed)));
  return readGuideRecord(path, parsed, fields.fields, { ...emptyBodyRecord, name });
}

/** The record of a file whose text cannot be read. */
export function unreadableRecord(path: string): GuideRecord {
  return readHeadRecord(path, '', { fields: [], check: undefined });
}

/**
 * Checks a text by itself; findings that depend on other guides are left to `checkReferences`, once the
 * catalog has the record. `previous` is used again where the body has not changed.
 */
export function checkText(
  path: string,
  text: string,
  context: CheckContext,
  previous?: { readonly body: Body; readonly findings: readonly Diagnostic[] },
): CheckedGuide & { readonly body: Body } {
  const parsed = parseGuide(text);
  const bodyFrom = bodyStart(parsed);
  const bodyText = text.slice(bodyFrom);
  const isSame =
    previous !== undefined &&
    previous.body.text === bodyText &&
    previous.body.flavour === context.flavour;
  const body = isSame ? previous.body : readBody(bodyText, context.flavour);
  const record = readGuideRecord(path, parsed, context.fields.fields, body.record);
  const schema = record.kind === 'guide' ? context.fields.check : undefined;
  const { name } = record;
  const type =
    record.kind === 'guide'
      ? chooseGuideType(context.types, { path, name, tree: body.tree })
      : undefined;
  const guide = { path, parsed, record, schema, body, type };
  const parts: FindingParts = {
    details: lintDetails(guide, context.settings),
    body: isSame ? previous.findings : lintBody(body, context.settings),
    guide: lintAgreement(guide, context.settings),
    catalog: [],
    silenced: readSilenced(body.text, body.tree),
  };
  return { record, body, bodyFrom, parts };
}

/** The same guide with its references checked against the catalog as it is now. */
export function checkReferences<Checked extends CheckedGuide>(
  checked: Checked,
  { catalog, settings }: CheckContext,
): Checked {
  const parts = { ...checked.parts, catalog: lintCatalog(checked.record, catalog, settings) };
  return { ...checked, parts };
}

/** All findings of a checked guide in the order of its text. */
export function findingsOf(
  { parts, bodyFrom, record: { path } }: CheckedGuide,
  { settings }: CheckContext,
): readonly Diagnostic[] {
  return mergeFindings(parts, { path, bodyFrom }, filtersOf(settings));
}

/** Checks the bytes of a file as it is on disk: offsets count its byte order mark and both units of CRLF. */
export function checkBytes(path: string, bytes: Uint8Array, context: CheckContext): CheckedGuide {
  const text = hasLostName(path) ? 'name-not-utf8' : decodeFile(bytes);
  if (text === 'name-not-utf8' || text === 'not-utf8' || text === 'too-large') {
    const parts = { ...noParts, details: [unreadableFinding(text)] };
    return { record: unreadableRecord(path), bodyFrom: 0, parts };
  }
  const { record, parts, bodyFrom } = checkText(path, text, context);
  return { record, parts, bodyFrom };
}

/** What the list shows of a file. */
export function toEntry(record: GuideRecord, findings: readonly Diagnostic[]): GuideEntry {
  const { path, kind, name, title, slug, category, tags, thumbnail } = record;
  const shown = { path, kind, name, title, slug, category, tags, thumbnail };
  const others = Object.entries(record.keys).filter(([field]) => field !== 'slug');
  const keys = Object.fromEntries(others.map(([field, { value }]) => [field, value]));
  const counts = countBySeverity(findings);
  return { ...shown, ...(others.length > 0 ? { keys } : {}), counts, siteState: 'unknown' };
}
