import { parsePointer } from '#core/document/pointer';
import type { Localized } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';
import type { BrokenGuide, FieldEvidence, SchemaTrial } from '#core/schema/schema-proposal';

/** A field in the list of what was found. */
export interface FieldRow {
  readonly pointer: string;
  /** Name in the file; empty for each item of a list of plain values. */
  readonly name: string;
  /** How deep it lies in lists and groups, 0 at the top. */
  readonly depth: number;
  readonly evidence: FieldEvidence;
}

/** The fields in the order found, each with its name and depth. */
export function fieldRows(fields: readonly FieldEvidence[]): readonly FieldRow[] {
  return fields.map((evidence) => {
    const segments = parsePointer(evidence.pointer) ?? [];
    const isItem = segments.at(-1) === '*';
    const named = segments.filter((segment) => segment !== '*').length;
    return {
      pointer: evidence.pointer,
      name: isItem ? '' : (segments.at(-1) ?? ''),
      depth: Math.max(0, named - (isItem ? 0 : 1)),
      evidence,
    };
  });
}

function* withInner(fields: readonly FieldModel[]): Generator<FieldModel> {
  for (const field of fields) {
    yield field;
    const forms = [...(field.variants ?? []), ...(field.itemVariants ?? [])];
    yield* withInner([...(field.children ?? []), ...forms.flatMap((form) => innerOf(form.field))]);
  }
}

/** A form of a value is the field itself once more: only what lies inside it is new. */
function innerOf({ children = [], variants = [], itemVariants = [] }: FieldModel): FieldModel[] {
  const forms = [...variants, ...itemVariants];
  return [...children, ...forms.flatMap((form) => innerOf(form.field))];
}

/** Labels that definitions give their fields, by pointer; a field that only repeats its name has none. */
export function labelsOf(fields: readonly FieldModel[]): ReadonlyMap<string, Localized> {
  const labels = new Map<string, Localized>();
  for (const { pointer, name, label } of withInner(fields)) {
    if (!labels.has(pointer) && label.ja !== name) labels.set(pointer, label);
  }
  return labels;
}

/** The fields that a text of definitions describes; `undefined` for what is no JSON. */
export function fieldsOfText(text: string): readonly FieldModel[] | undefined {
  try {
    return readFields(JSON.parse(text));
  } catch {
    // Text in the middle of being written is no JSON; the trial says where and why.
    return undefined;
  }
}

function pointersIn(text: string): ReadonlySet<string> | undefined {
  const fields = fieldsOfText(text);
  return fields && new Set([...withInner(fields)].map(({ pointer }) => pointer));
}

/** Pointers of fields that only one of two texts of definitions has; `undefined` where one is no JSON. */
export function fieldDifferences(
  before: string,
  after: string,
): { readonly added: readonly string[]; readonly removed: readonly string[] } | undefined {
  const [old, fresh] = [pointersIn(before), pointersIn(after)];
  if (!old || !fresh) return undefined;
  return {
    added: [...fresh].filter((pointer) => !old.has(pointer)),
    removed: [...old].filter((pointer) => !fresh.has(pointer)),
  };
}

/** The names on the way to a field, without the places of list items. */
export function namesOf(pointer: string): readonly string[] {
  return (parsePointer(pointer) ?? []).filter((segment) => segment !== '*');
}

/** Where a line (from 1) stands in a text, in UTF-16 offsets; the last line for those beyond it. */
export function lineRange(
  text: string,
  line: number,
): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const index = Math.min(Math.max(line, 1), lines.length) - 1;
  const from = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0);
  return { from, to: from + (lines[index]?.length ?? 0) };
}

/** Guides that would get new errors. */
export function guidesWithErrors(broken: readonly BrokenGuide[]): number {
  return broken.filter(({ errors }) => errors > 0).length;
}

/** What is known of the definitions as they are written now. */
export type TrialState =
  | { readonly state: 'waiting' | 'trying' | 'stopped' }
  | { readonly state: 'failed'; readonly message: Localized }
  /** `text` is what was tried. */
  | { readonly state: 'known'; readonly text: string; readonly trial: SchemaTrial };

/** Why definitions cannot be saved, by the key of its words; `undefined` where they can be. */
export function whyNotSave(
  text: string,
  current: string | undefined,
  trial: TrialState,
): 'whySame' | 'whyWaiting' | 'whyProblem' | undefined {
  if (text === current) return 'whySame';
  if (trial.state !== 'known' || trial.text !== text) return 'whyWaiting';
  return trial.trial.ok ? undefined : 'whyProblem';
}
