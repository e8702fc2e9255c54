/** What became of a file that was saved, beside its text: nothing of it stops a save, all of it is told. */
export type SaveWarning =
  /** The disk did not confirm that the text lasts through a power cut. */
  | 'durability-unknown'
  | 'owner-lost'
  /** Who may read and write it. */
  | 'permissions-lost'
  /** Lists of further readers, tags and other extra information that systems attach to a file. */
  | 'attributes-lost'
  /** The file had further names (hard links), which still have the text from before. */
  | 'names-split';
