/** The regions of the window in the order of F6. */
const regions = ['list', 'tabs', 'left', 'preview', 'panel', 'status'] as const;

const focusable =
  '[data-region-main], .cm-content, [tabindex="0"]:not([role="separator"]), a[href], button:not([tabindex="-1"]), input, textarea, select, iframe';

const lastFocused = new WeakMap<Element, WeakRef<HTMLElement>>();

function regionOf(element: Element | null): HTMLElement | undefined {
  return element?.closest<HTMLElement>('[data-region]') ?? undefined;
}

/** Remembers where the focus was in each region, so that F6 returns there; the function returned stops it. */
export function rememberFocus(root: HTMLElement): () => void {
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.role === 'separator') return;
    const region = regionOf(target);
    if (region !== undefined) lastFocused.set(region, new WeakRef(target));
  };
  root.addEventListener('focusin', remember);
  return () => root.removeEventListener('focusin', remember);
}

function usable(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[inert], [hidden]') === null;
}

/** What gets the focus in a region: where it was, else its main part, else its first control. */
function targetIn(region: HTMLElement): HTMLElement | undefined {
  const last = lastFocused.get(region)?.deref();
  if (last !== undefined && usable(last)) return last;
  const main = [...region.querySelectorAll<HTMLElement>('[data-region-main], .cm-content')];
  const others = [...region.querySelectorAll<HTMLElement>(focusable)];
  return [...main, ...others].find(usable);
}

function presentRegions(): readonly HTMLElement[] {
  return regions
    .map((name) => document.querySelector<HTMLElement>(`[data-region="${name}"]`))
    .filter((element) => element !== null)
    .filter(usable);
}

/** Moves the focus to the next (1) or previous (-1) region that is shown and has something to focus. */
export function focusRegion(step: 1 | -1): void {
  const present = presentRegions();
  const current = regionOf(document.activeElement);
  const start = current === undefined ? (step === 1 ? -1 : 0) : present.indexOf(current);
  for (let i = 1; i <= present.length; i += 1) {
    const index = (start + step * i + present.length * i) % present.length;
    const region = present[index];
    const target = region === undefined ? undefined : targetIn(region);
    if (target === undefined) continue;
    target.focus();
    return;
  }
}

/** Moves the focus to the manuscript or the form, whichever is shown. */
export function focusLeft(): void {
  const left = presentRegions().find(({ dataset }) => dataset['region'] === 'left');
  if (left) targetIn(left)?.focus();
}

/** Puts the focus into the filter of the guide list, with its text selected. */
export function focusFilter(): void {
  const filter = document.querySelector<HTMLInputElement>('[data-region-focus="filter"]');
  filter?.focus();
  filter?.select();
}

/** Puts the focus into the field of the search over the folder, with its text selected. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-region-focus="search"]');
  field?.focus();
  field?.select();
}
