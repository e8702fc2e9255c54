import { useLayoutEffect, useState } from 'react';
import type { PreviewWidth } from '#core/ipc/layout';

/** Widths of the page in CSS pixels: a common phone, a tablet held upright, and a window; the last two are scaled to fit. */
const pageWidths = { phone: 390, tablet: 820, desktop: 1200 } as const;

/** Space around the page on the desk, in pixels. */
const margin = { phone: 0, tablet: 24, desktop: 24 } as const;

/** Size of the frame before scaling, and the scale that makes it fit. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The frame's size on a desk of a given size; a phone narrows before it is scaled. */
export function frameSize(
  kind: PreviewWidth,
  desk: { readonly width: number; readonly height: number },
): FrameSize {
  const room = Math.max(0, desk.width - margin[kind]);
  if (kind === 'phone') {
    return { width: Math.min(pageWidths.phone, room), height: desk.height, scale: 1 };
  }
  const scale = Math.min(1, room / pageWidths[kind]) || 1;
  return { width: pageWidths[kind], height: desk.height / scale, scale };
}

/** The frame's size, following that of its desk. */
export function useFrameSize(desk: HTMLElement | null, kind: PreviewWidth): FrameSize {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!desk) return;
    const measure = (): void => {
      const style = getComputedStyle(desk);
      const top = Number.parseFloat(style.paddingTop) || 0;
      setSize({ width: desk.clientWidth, height: Math.max(0, desk.clientHeight - top) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(desk);
    measure();
    return () => observer.disconnect();
  }, [desk]);
  return frameSize(kind, size);
}
