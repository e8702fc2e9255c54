/**
 * How a version of a guide came to be kept: `save` the author saved it, `auto` it was saved without being
 * told to, `work` it was written five minutes on without a save, `found` it lay in the file before a first
 * save replaced it, `given-up` the author let it go for another text.
 */
export const versionKinds = ['save', 'auto', 'work', 'found', 'given-up'] as const;

/** See `versionKinds`. */
export type VersionKind = (typeof versionKinds)[number];

/** One version of a guide in its history. */
export interface HistoryVersion {
  /** Counts the versions of one guide; a later one has a higher number, whatever the clock said. */
  readonly id: number;
  /** Milliseconds since 1970, by the clock of that moment. */
  readonly at: number;
  readonly kind: VersionKind;
  /** Length of the text in characters (code points). */
  readonly characters: number;
}
