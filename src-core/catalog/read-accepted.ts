import { z } from 'zod';
import { joinPointer } from '../document/pointer.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { configFinding, readConfigJson } from './config-json.ts';

/** A finding that somebody has looked at and found fine. */
export interface AcceptedFinding {
  /** Path of the guide, relative to the workspace. */
  readonly path: string;
  readonly code: string;
  /** The text that the finding is about, by which it is known again: its `anchor`. */
  readonly text: string;
  readonly reason: string;
  /** Who accepted it. */
  readonly by: string;
  /** When, as a date (ISO 8601). */
  readonly at: string;
}

/** Findings that were there when checks were introduced, by path: how many of each. */
export type Baseline = Readonly<Record<string, readonly BaselineEntry[]>>;

/** Findings of one guide with the same code about the same text. */
export interface BaselineEntry {
  readonly code: string;
  readonly text: string;
  readonly count: number;
}

const acceptedSchema = z.object({
  path: z.string().min(1),
  code: z.string().min(1),
  text: z.string(),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  at: z.iso.date().or(z.iso.datetime({ offset: true })),
});

const baselineSchema = z.object({
  version: z.literal(1),
  findings: z.record(
    z.string(),
    z.array(z.object({ code: z.string(), text: z.string(), count: z.int().min(1) })),
  ),
});

/** Reads `allow.json`: an entry that lacks something accepts nothing, with a finding in its place. */
export function readAccepted(text: string): {
  readonly accepted: readonly AcceptedFinding[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = readConfigJson(text);
  const diagnostics = [...file.diagnostics];
  const list = (file.data as { readonly accepted?: unknown } | null | undefined)?.accepted;
  if (diagnostics.length > 0) return { accepted: [], diagnostics };
  if (!Array.isArray(list)) {
    diagnostics.push(configFinding(file, '', { key: 'allowShape', severity: 'error' }));
    return { accepted: [], diagnostics };
  }
  const accepted: AcceptedFinding[] = [];
  for (const [index, item] of list.entries()) {
    const result = acceptedSchema.safeParse(item);
    if (result.success) accepted.push(result.data);
    else {
      const names = result.error.issues.map(({ path }) => path.map(String).join('.'));
      const place = joinPointer('/accepted', index);
      const values = { names: [...new Set(names.filter((name) => name !== ''))].join(', ') };
      diagnostics.push(
        configFinding(file, place, { key: 'allowEntry', advice: 'allowEntryAdvice', values }),
      );
    }
  }
  return { accepted, diagnostics };
}

/** Reads `baseline.json`; one that cannot be read accepts nothing, with a finding. */
export function readBaseline(text: string): {
  readonly baseline: Baseline;
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = readConfigJson(text);
  const diagnostics = [...file.diagnostics];
  if (diagnostics.length > 0) return { baseline: {}, diagnostics };
  const result = baselineSchema.safeParse(file.data);
  if (result.success) return { baseline: result.data.findings, diagnostics };
  diagnostics.push(
    configFinding(file, '', {
      key: 'baselineShape',
      advice: 'baselineShapeAdvice',
      severity: 'error',
    }),
  );
  return { baseline: {}, diagnostics };
}
