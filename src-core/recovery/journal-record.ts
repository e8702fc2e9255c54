import { z } from 'zod';

const offset = z.number().int().nonnegative();

/** Edits as they go over the bridge and into the journal; ranges refer to the text before. */
export const editsSchema = z
  .array(z.object({ from: offset, to: offset, insert: z.string() }))
  .readonly();

const lineEndSchema = z.enum(['\n', '\r\n', '\r']);

/** How the lines of a file end; see text/line-ends. */
const lineEndsSchema = z.object({
  dominant: lineEndSchema,
  exceptions: z.array(z.object({ at: offset, end: lineEndSchema })).readonly(),
});

/** The text that the changes of a journal begin with, with LF line ends. */
export const journalBaseSchema = z.object({
  text: z.string(),
  lineEnds: lineEndsSchema,
  bom: z.boolean(),
  /** Hash of the file's bytes that the text is based on. */
  hash: z.string(),
  /** Whether this text differs from those bytes already. */
  unsaved: z.boolean(),
});
export type JournalBase = z.output<typeof journalBaseSchema>;

/** One change of an open guide, with what the undo history makes of it. */
export const journalChangeSchema = z.object({
  edits: editsSchema,
  /** What the change was, in CodeMirror's words for it, such as `input.type` or `undo`. */
  event: z.string().max(100).optional(),
  /** Where the undo history begins a new step, in CodeMirror's words. */
  isolate: z.enum(['before', 'after', 'full']).optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Line ends after the change, where it set them all. */
  lineEnds: lineEndsSchema.optional(),
  /** Where the change took over the file's bytes: their hash. */
  hash: z.string().optional(),
});
export type JournalChange = z.output<typeof journalChangeSchema>;

/** One line of a journal. */
export const journalRecordSchema = z.discriminatedUnion('kind', [
  journalBaseSchema.extend({
    kind: z.literal('base'),
    format: z.literal(1),
    root: z.string(),
    path: z.string(),
  }),
  journalChangeSchema.extend({ kind: z.literal('change') }),
  z.object({
    kind: z.literal('saved'),
    /** How many changes since the base the saved text holds. */
    after: offset,
    hash: z.string(),
  }),
  z.object({ kind: z.literal('path'), path: z.string() }),
]);
export type JournalRecord = z.output<typeof journalRecordSchema>;
