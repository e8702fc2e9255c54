import { useState } from 'react';
import { Icon } from '../../ui/icons.tsx';

interface PickerThumbProps {
  /** Address in this window, or `null` for an empty frame. */
  readonly address: string | null;
  readonly className?: string | undefined;
}

/** A small picture; where there is none, or it does not load, a frame with a mark. */
export function PickerThumb({ address, className = 'thumb' }: PickerThumbProps) {
  const [broken, setBroken] = useState<string>();
  if (address === null || broken === address) {
    return (
      <span className={`${className} nothumb`}>
        <Icon name="image" size={14} />
      </span>
    );
  }
  return (
    <img
      className={className}
      src={address}
      alt=""
      decoding="async"
      draggable={false}
      onError={() => setBroken(address)}
    />
  );
}
