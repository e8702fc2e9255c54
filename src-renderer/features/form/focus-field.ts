import { parsePointer, splitPointer } from '#core/document/pointer';

const focusable = 'input, textarea, select, button, [tabindex]';
// What stands around the control of a field, rather than being it.
const beside = '.label, .variantlead, .fieldacts, .msg';

function controlOf(field: Element, item: number | undefined): HTMLElement | null {
  const items = field.querySelectorAll<HTMLElement>(':scope li');
  const place = item === undefined ? undefined : items[item];
  if (place)
    return place.matches('[tabindex]') ? place : place.querySelector<HTMLElement>(focusable);
  const all = [...field.querySelectorAll<HTMLElement>(focusable)];
  return all.find((element) => !element.closest(beside)) ?? all[0] ?? null;
}

/** Moves the focus to the control of a value, or of the nearest value around it that has one. */
export function focusField(root: Element, pointer: string): void {
  let at: string | undefined = pointer;
  let item: number | undefined;
  while (at !== undefined && parsePointer(at) !== undefined) {
    const selector = `[data-pointer="${CSS.escape(at)}"]`;
    const field = root.querySelector(selector);
    if (field) {
      const control = controlOf(field, item);
      control?.focus();
      field.scrollIntoView?.({ block: 'nearest' });
      return;
    }
    const split = splitPointer(at);
    item = split && /^\d+$/.test(split.last) ? Number(split.last) : undefined;
    at = split?.parent === '' ? undefined : split?.parent;
  }
}
