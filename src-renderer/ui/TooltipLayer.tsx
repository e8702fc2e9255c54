import { useEffect, useRef, useState } from 'react';
import './tooltip.css';

interface Tip {
  readonly text: string;
  readonly keys: string | undefined;
  readonly box: DOMRect;
}

const delayMs = 500;
const gap = 6;
const edge = 8;

function tipOf(target: EventTarget | null): Tip | undefined {
  const element = target instanceof Element ? target.closest('[data-tip]') : null;
  const text = element?.getAttribute('data-tip') ?? '';
  if (element === null || text === '') return undefined;
  return {
    text,
    keys: element.getAttribute('data-tip-key') ?? undefined,
    box: element.getBoundingClientRect(),
  };
}

/**
 * Shows `data-tip` (and `data-tip-key`) of whatever is pointed at for half a second or reached by
 * keyboard. Mounted once; Esc, a press and scrolling take the tip away.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip>();
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTip(undefined);
    };
    const over = (event: PointerEvent) => {
      hide();
      const { target } = event;
      if (event.buttons === 0) timer = setTimeout(() => setTip(tipOf(target)), delayMs);
    };
    const focus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(':focus-visible')) setTip(tipOf(target));
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerdown', hide, true);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', key, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerdown', hide, true);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', key, true);
    };
  }, []);

  useEffect(() => {
    const element = bubble.current;
    if (tip === undefined || element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const below = tip.box.bottom + gap;
    const top = below + height + edge > window.innerHeight ? tip.box.top - gap - height : below;
    const centred = tip.box.left + tip.box.width / 2 - width / 2;
    const left = Math.max(edge, Math.min(centred, window.innerWidth - width - edge));
    element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    element.dataset.placed = '';
  }, [tip]);

  if (tip === undefined) return null;
  return (
    <div
      ref={bubble}
      key={`${tip.box.left}:${tip.box.top}:${tip.text}`}
      className="tip"
      role="tooltip"
    >
      {tip.text}
      {tip.keys !== undefined && <kbd>{tip.keys}</kbd>}
    </div>
  );
}
