import type { Severity } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';

/** One way in which guide details do not fit their field definitions; positions are added by whoever has the text. */
export interface SchemaIssue {
  /** JSON Schema keyword, or `width` and `unknown-field` for our own annotations. */
  readonly keyword: string;
  /** JSON pointer of the value; for `required` that of the value that is missing. */
  readonly pointer: string;
  readonly message: Localized;
  readonly advice?: Localized;
  /** Name of the property concerned, where the finding is about a name. */
  readonly property?: string;
  /** A known name that `property` was probably meant to be. */
  readonly suggestion?: string;
  /** From `x-severity` of the field; absent leaves it to the rule. */
  readonly severity?: Severity;
}
