import type { KeyboardEvent } from 'react';
import { isComposing } from './composing.ts';
import { focusNextRegion } from './next-region.ts';

/**
 * What the keys do everywhere in a place that covers the window: Esc leads back (`undefined` while it must
 * not), F6 goes through its parts. Keys of an input method, or that something in it has taken, are left alone.
 */
export function placeKeys(
  onEscape: (() => void) | undefined,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (isComposing(event) || event.defaultPrevented) return;
    const place = event.currentTarget;
    if (event.key === 'Escape' && onEscape) onEscape();
    else if (event.key === 'F6' && place.querySelector('[data-region]')) {
      focusNextRegion(place, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
