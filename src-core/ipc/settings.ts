import { z } from 'zod';
import { autosaveRests, editorSizes, lineHeights, measures } from './setting-limits.ts';

/** Each setting by itself, without defaults: a change of one must not bring the others back to theirs. */
export const settingChoices = z.object({
  locale: z.enum(['system', 'ja', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  editorSize: z.number().int().min(editorSizes.smallest).max(editorSizes.largest),
  editorFont: z.enum(['mono', 'prose']),
  /** Height of a line in the manuscript, in times the size of its letters. */
  editorLineHeight: z.number().min(lineHeights.smallest).max(lineHeights.largest),
  /** Longest line of the manuscript in full-width characters; `window` is as wide as the pane. */
  editorMeasure: z.union([
    z.number().int().min(measures.smallest).max(measures.largest),
    z.literal('window'),
  ]),
  /** When guides are saved without being told to: when the author leaves one or the window, or rests. */
  autosave: z.enum(['off', 'leave', 'rest']),
  /** Seconds without a change that are a rest. */
  autosaveRest: z.literal(autosaveRests),
  /** Whether blanks at the end of lines, and tabs, are shown in the manuscript. */
  blankMarks: z.boolean(),
  /** Whether English words are checked. */
  spelling: z.boolean(),
  /** Words that the author added to the dictionary. */
  dictionary: z.array(z.string().min(1).max(64)).max(10_000),
});

/** Language, theme and the rest of what the author chose, for all windows. */
export const settingsSchema = z.object({
  locale: settingChoices.shape.locale.default('system'),
  theme: settingChoices.shape.theme.default('system'),
  density: settingChoices.shape.density.default('comfortable'),
  editorSize: settingChoices.shape.editorSize.default(editorSizes.usual),
  editorFont: settingChoices.shape.editorFont.default('mono'),
  editorLineHeight: settingChoices.shape.editorLineHeight.default(lineHeights.usual),
  editorMeasure: settingChoices.shape.editorMeasure.default(measures.usual),
  autosave: settingChoices.shape.autosave.default('off'),
  autosaveRest: settingChoices.shape.autosaveRest.default(15),
  blankMarks: settingChoices.shape.blankMarks.default(true),
  spelling: settingChoices.shape.spelling.default(true),
  dictionary: settingChoices.shape.dictionary.default([]),
});
export type Settings = z.output<typeof settingsSchema>;
