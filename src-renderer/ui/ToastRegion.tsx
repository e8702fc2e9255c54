import { useEffect, useRef, useState } from 'react';
import './toast.css';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { Icon } from './icons.tsx';

/** A finished action that can be taken back; never an error. */
interface Toast {
  readonly id: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

interface ToastRegionProps {
  readonly toasts: readonly Toast[];
  readonly onClose: (id: string) => void;
  /** Name of the region and of the × of each toast. */
  readonly label: string;
  readonly closeLabel: string;
}

const stayMs = 8000;

interface ToastCardProps {
  readonly toast: Toast;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

function ToastCard({ toast, closeLabel, onClose }: ToastCardProps) {
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => close.current(), stayMs);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      className="toast"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name="okfill" className="m-success" />
      <span className="grow">{toast.text}</span>
      {toast.action !== undefined && (
        <Button
          size="small"
          onPress={() => {
            toast.action?.onPress();
            onClose();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="x" size="small" label={closeLabel} onPress={onClose} />
    </div>
  );
}

/** Toasts at the bottom right; each goes after 8 s unless pointed at or focused. */
export function ToastRegion({ toasts, onClose, label, closeLabel }: ToastRegionProps) {
  if (toasts.length === 0) return null;
  return (
    <div className="toasts" role="region" aria-label={label}>
      {toasts.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={toast}
          closeLabel={closeLabel}
          onClose={() => onClose(toast.id)}
        />
      ))}
    </div>
  );
}
