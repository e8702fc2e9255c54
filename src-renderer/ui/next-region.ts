/** What gets the focus in a part of a place: its main part, else its last button. */
function targetIn(region: HTMLElement | undefined): HTMLElement | undefined {
  const main = region?.querySelector<HTMLElement>('[data-region-main]');
  return main ?? [...(region?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1);
}

/** Moves the focus to the next (1) or previous (-1) part of a place that can have it: list, changes, action bar. */
export function focusNextRegion(place: HTMLElement, step: 1 | -1): void {
  const regions = [...place.querySelectorAll<HTMLElement>('[data-region]')];
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  for (let i = 1; i <= regions.length; i += 1) {
    const target = targetIn(regions[(start + step * i + regions.length * 2) % regions.length]);
    if (target === undefined) continue;
    target.focus();
    return;
  }
}
