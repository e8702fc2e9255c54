/** What the clean-up of pasted HTML counts on its way, for the notice to the author. */
export interface Cleaning {
  droppedImages: number;
}
