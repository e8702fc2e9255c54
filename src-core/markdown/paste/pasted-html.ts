/** How a list is written in the text into which something is pasted. */
export interface ListStyle {
  readonly bullet: '*' | '-' | '+';
  /** `tab`: content stands at the next multiple of four columns, as in the guide format; `one`: after one blank. */
  readonly indent: 'tab' | 'one';
}

/** How the guide format writes a list: `*` and three blanks. */
export const guideListStyle: ListStyle = { bullet: '*', indent: 'tab' };

/** Why HTML from the clipboard is not converted: more than is read, or nested deeper than trees are walked. */
export type PasteProblem = 'too-long' | 'too-deep';

/** What HTML from the clipboard comes to; where `problem` is there, the plain text is pasted instead. */
export interface PastedHtml {
  /** Without line ends around it; empty where the HTML shows nothing. */
  readonly markdown: string;
  /** Whether the Markdown is words of one paragraph, which can stand inside a line. */
  readonly isInline: boolean;
  /** Rows of cells, where the HTML is one table and nothing else. */
  readonly rows: readonly (readonly string[])[] | undefined;
  /** Pictures that were left out: they lie elsewhere, or inside the HTML. */
  readonly droppedImages: number;
  readonly problem: PasteProblem | undefined;
}
