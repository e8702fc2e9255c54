import type { Severity } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';

/** How a field is edited; `raw` is the JSON text itself, for whatever no widget covers. */
export type FieldWidget =
  | 'text'
  | 'long-text'
  | 'url'
  | 'date'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'category'
  | 'chips'
  | 'relation'
  | 'relations'
  | 'image'
  | 'object'
  | 'object-list'
  | 'variants'
  | 'raw';

/** A value that a list of choices can hold. */
export type PlainValue = string | number | boolean | null;

/** The kinds of JSON values, as `type` of a schema names them. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** One of the forms that a value can have, from `oneOf` or `anyOf`. */
export interface FieldVariant {
  readonly label: Localized;
  /** The field as it is edited in this form; same name and pointer as the field it belongs to. */
  readonly field: FieldModel;
}

/** One property of a schema as the form shows it; derived, never the truth. */
export interface FieldModel {
  /** Property name in the file, such as `meta_description`. */
  readonly name: string;
  /** JSON pointer of the value from the root of the guide details; `*` stands for each item of a list. */
  readonly pointer: string;
  readonly widget: FieldWidget;
  /** The one kind of value that the schema asks for, `null` aside; absent where it names several or none. */
  readonly type?: ValueType;
  readonly label: Localized;
  readonly help?: Localized;
  readonly required: boolean;
  /** Bounds in full-width units (see text/display-width), from `x-width`. */
  readonly width?: { readonly min?: number; readonly max?: number };
  /** Bounds in characters, from `minLength` and `maxLength`. */
  readonly length?: { readonly min?: number; readonly max?: number };
  readonly items?: { readonly min?: number; readonly max?: number };
  /** Bounds of a number, both included; `step` from `multipleOf`. */
  readonly number?: {
    readonly min?: number;
    readonly max?: number;
    readonly step?: number;
    readonly integer: boolean;
  };
  /** JSON Schema `format` of a text, such as `date`, `date-time`, `uri` or `email`. */
  readonly format?: string;
  /** First of the schema's `examples`, as text. */
  readonly example?: string;
  /** What a new value starts with, from `default`; `undefined` leaves it to the kind of field. */
  readonly default?: unknown;
  /** The one value that is allowed, from `const`. */
  readonly const?: PlainValue;
  /** `null` is allowed besides what the widget edits. */
  readonly nullable?: boolean;
  /** Name of the list in vocabulary.json that completes this field. */
  readonly vocabulary?: string;
  /** The field of other guides that a value must equal, from `x-relation`. */
  readonly relation?: { readonly field: string };
  /** What a site path in this field leads to, from `x-site-path`. */
  readonly sitePath?: { readonly kind: string };
  readonly pattern?: string;
  readonly enum?: readonly PlainValue[];
  /** What each value of `enum` is called, in the same order; absent where the values speak for themselves. */
  readonly enumLabels?: readonly Localized[];
  readonly group?: { readonly label: Localized; readonly order: number };
  /** Severity of this field's schema findings, from `x-severity`; absent leaves it to the rule. */
  readonly severity?: Severity;
  /** Fields of an object, or of each object of a list. */
  readonly children?: readonly FieldModel[];
  /** The forms that a value of the widget `variants` can have, in the schema's order. */
  readonly variants?: readonly FieldVariant[];
  /** The forms that each item of an `object-list` can have; then `children` is empty. */
  readonly itemVariants?: readonly FieldVariant[];
}
