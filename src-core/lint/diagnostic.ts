import type { TextEdit } from '../document/text-edit.ts';
import type { Localized } from '../messages/messages.ts';

/** How much a finding weighs; only `error` keeps a guide from being exported. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** All severities, the heaviest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A safe change that answers a finding; all its edits belong together. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly TextEdit[];
  /** Set where the author should see the result, as with text to be filled in: never applied unseen. */
  readonly review?: true;
}

/** One finding about one guide: what it says, where, and how it can be answered. */
export interface Diagnostic {
  /** Id of the rule, such as `relation-dangling`; scripts depend on it. */
  readonly code: string;
  readonly severity: Severity;
  /** UTF-16 offsets (from 0, end excluded) in the text that was checked. */
  readonly from: number;
  readonly to: number;
  /** What happens on the site, in one sentence. */
  readonly message: Localized;
  /** Why, and what to do; shown under the message. */
  readonly advice?: Localized;
  /** JSON pointer of the value concerned, such as `/related_jobs/2`; absent for findings in the body. */
  readonly pointer?: string;
  /**
   * The text that the finding is about, or its line where that is short: by it the finding is known again
   * after edits around it. Absent for findings about nothing in the text.
   */
  readonly anchor?: string;
  readonly fixes?: readonly Fix[];
}

/** How many findings of each severity a guide has. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts of no findings at all. */
export const noCounts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

/** Counts findings by severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { ...noCounts };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}
