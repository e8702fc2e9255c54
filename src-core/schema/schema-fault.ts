import type { Severity } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';

/** Something wrong with field definitions themselves. */
export interface SchemaFault {
  /** Name of the file. */
  readonly file: string;
  /** JSON pointer of the offending value in that file. */
  readonly pointer: string;
  readonly code: 'config-value' | 'config-unknown';
  /** What is an error cannot be used; all else only looks wrong. */
  readonly severity: Severity;
  readonly message: Localized;
  readonly advice: Localized;
}
