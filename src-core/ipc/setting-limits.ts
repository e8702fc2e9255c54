/** Text sizes of the manuscript in CSS pixels. */
export const editorSizes = { smallest: 12, usual: 14, largest: 24 } as const;

/** Heights of a line in the manuscript, in times the size of its letters. */
export const lineHeights = { smallest: 1.5, usual: 1.72, largest: 2.2 } as const;

/** Seconds without a change after which a guide is saved, for authors who want that. */
export const autosaveRests = [5, 15, 60] as const;

/** Longest lines of the manuscript in full-width characters. */
export const measures = { smallest: 30, usual: 44, largest: 60 } as const;
