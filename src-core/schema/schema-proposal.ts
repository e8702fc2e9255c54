import type { Localized } from '../messages/messages.ts';

/** A guide that does not fit what the others have in common. */
export interface Outlier {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** JSON pointer of the value in that guide. */
  readonly pointer: string;
  readonly reason: 'missing' | 'type' | 'pattern' | 'value' | 'format';
  /** The value as JSON text, shortened; empty where it is missing. */
  readonly value: string;
}

/** What the guides of a folder show of one field, and what is proposed for it. */
export interface FieldEvidence {
  /** JSON pointer; `*` stands for each item of a list. */
  readonly pointer: string;
  readonly type:
    'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'mixed';
  /** Kind of the items of a list, to which pattern, words and relation then belong; absent where there are none. */
  readonly items?: FieldEvidence['type'];
  /** The field that this rare name was probably meant to be; then it is not proposed. */
  readonly meant?: string;
  /** In how many of the objects that could have the field it is there. */
  readonly present: number;
  /** How many objects could have it: guides for a field at the top, rows for one within a list. */
  readonly of: number;
  readonly required: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  /** Values are chosen from a growing list; how many different ones there are. */
  readonly vocabulary?: { readonly name: string; readonly terms: number };
  /** Values are those of this field of other guides. */
  readonly relation?: { readonly field: string };
  readonly sitePath?: { readonly kind: 'image' };
  /** Narrowest and widest text seen, in full-width units. */
  readonly width?: { readonly min: number; readonly max: number };
  /** Up to twenty; `outlierCount` says how many there are. */
  readonly outliers: readonly Outlier[];
  readonly outlierCount: number;
}

/** Field definitions proposed for a folder, with what they were read from. */
export interface SchemaProposal {
  /** How many guides were read. */
  readonly guides: number;
  /** Guides whose details could not be read, and so say nothing. */
  readonly skipped: readonly string[];
  readonly fields: readonly FieldEvidence[];
  /** The proposed JSON Schema, laid out for a file. */
  readonly text: string;
  /** The definitions that the folder has now; `undefined` where it has none of its own. */
  readonly current?: { readonly path: string; readonly text: string; readonly hash: string };
}

/** A guide that definitions on trial would find fault with, and the present ones do not. */
export interface BrokenGuide {
  readonly path: string;
  readonly name: string;
  /** New findings at error level, and all new ones. */
  readonly errors: number;
  readonly findings: number;
  /** The first few, as the writer would read them. */
  readonly messages: readonly Localized[];
}

/** What would become of the guides if these definitions were saved. */
export type SchemaTrial =
  | {
      readonly ok: true;
      readonly guides: number;
      /** Guides with new findings, those with errors first. */
      readonly broken: readonly BrokenGuide[];
      /** How many guides would have fewer findings than now. */
      readonly mended: number;
    }
  | {
      readonly ok: false;
      /** Why the text cannot be used as field definitions, with its place (line from 1) where there is one. */
      readonly problem: Localized;
      readonly line?: number;
    };
