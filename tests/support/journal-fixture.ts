import type { JournalBase, JournalChange } from '#core/recovery/journal-record';

/** A text as a journal begins with it: LF, saved, of a made-up hash. */
export function journalBase(text: string, values: Partial<JournalBase> = {}): JournalBase {
  return {
    text,
    lineEnds: { dominant: '\n', exceptions: [] },
    bom: false,
    hash: 'hash of the file',
    unsaved: false,
    ...values,
  };
}

/** Something typed at a place. */
export function typedChange(
  at: number,
  insert: string,
  values: Partial<JournalChange> = {},
): JournalChange {
  return { edits: [{ from: at, to: at, insert }], event: 'input.type', at: 1_000 + at, ...values };
}
