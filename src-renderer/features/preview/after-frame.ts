/**
 * Does something after the frame that is being made, in the order of the calls: the frame that shows
 * a key must not wait for the page of the preview.
 */
export function afterFrame(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
