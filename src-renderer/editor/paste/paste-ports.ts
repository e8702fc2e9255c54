import type { ListStyle, PastedHtml } from '#core/markdown/paste/pasted-html';

/** What became of HTML that was pasted. */
export interface PasteOutcome {
  /** `converted`: Markdown that says more than the plain text; `plain`: it could not be read in time or at all. */
  readonly kind: 'converted' | 'plain' | 'lost';
  /** Pictures that were left out. */
  readonly droppedImages: number;
  /** Whether there is something to take back to plain text. */
  readonly offersPlain: boolean;
  /** Puts the plain text in the place of the Markdown, as one step; false where that has changed since. */
  readonly asPlainText: () => boolean;
}

/** What pasting needs of the window around the manuscript. */
export interface PastePorts {
  /** Converts off the page's thread; `undefined` where that fails or takes too long. */
  convert(html: string, style: ListStyle): Promise<PastedHtml | undefined>;
  onPasted(outcome: PasteOutcome): void;
  /** Takes image files for a place in the text (an offset as it is now). */
  onImages(files: readonly File[], at: number): void;
  /** Files were dropped that are no images. */
  onOtherFiles(): void;
}
