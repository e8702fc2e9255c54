import type { Severity } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';

/** How a field is edited; `raw` is the JSON text itself, for whatever no widget covers. */
export type FieldWidget =
  | 'text'
  | 'long-text'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'category'
  | 'chips'
  | 'relations'
  | 'image'
  | 'object'
  | 'object-list'
  | 'raw';

/** One property of a schema as the form shows it; derived, never the truth. */
export interface FieldModel {
  /** Property name in the file, such as `meta_description`. */
  readonly name: string;
  /** JSON pointer of the value from the root of the guide details; `*` stands for each item of a list. */
  readonly pointer: string;
  readonly widget: FieldWidget;
  readonly label: Localized;
  readonly help?: Localized;
  readonly required: boolean;
  /** Bounds in full-width units (see text/display-width), from `x-width`. */
  readonly width?: { readonly min?: number; readonly max?: number };
  readonly items?: { readonly min?: number; readonly max?: number };
  /** Name of the list in vocabulary.json that completes this field. */
  readonly vocabulary?: string;
  /** The field of other guides that a value must equal, from `x-relation`. */
  readonly relation?: { readonly field: string };
  /** What a site path in this field leads to, from `x-site-path`. */
  readonly sitePath?: { readonly kind: string };
  readonly pattern?: string;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly group?: { readonly label: Localized; readonly order: number };
  /** Severity of this field's schema findings, from `x-severity`; absent leaves it to the rule. */
  readonly severity?: Severity;
  /** Fields of an object, or of each object of a list. */
  readonly children?: readonly FieldModel[];
}
