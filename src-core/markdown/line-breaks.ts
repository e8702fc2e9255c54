import type { Root } from 'mdast';
import remarkBreaks from 'remark-breaks';

/** Makes a line break of each line end within a paragraph, as sites with the flag `breaks` do; changes the tree. */
export const breakLines: (tree: Root) => void = remarkBreaks();
