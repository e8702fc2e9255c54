import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Goes through the places of a comparison that are different, and marks the current one; begins anew at
 * the top whenever `shown` changes.
 */
export function usePlaces(
  scroller: RefObject<HTMLElement | null>,
  shown: unknown,
): (step: 1 | -1) => void {
  const place = useRef(-1);
  useEffect(() => {
    place.current = -1;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, shown]);
  return useCallback(
    (step) => {
      const places = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
      if (places.length === 0) return;
      place.current = Math.max(0, Math.min(places.length - 1, place.current + step));
      for (const [index, row] of places.entries()) {
        row.toggleAttribute('data-current', index === place.current);
      }
      places[place.current]?.scrollIntoView({ block: 'center' });
    },
    [scroller],
  );
}
