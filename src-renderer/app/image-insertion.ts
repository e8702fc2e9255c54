/** Takes image files for a place of the manuscript (an offset as it is now). */
export function takeImages(_files: readonly File[], _at: number): void {}
