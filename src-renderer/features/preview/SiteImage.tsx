import { useState } from 'react';
import { searchResultMessages } from '#core/messages/search-result';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';

interface SiteImageProps {
  /** `undefined` where it must not be loaded. */
  readonly address: string | undefined;
  readonly className: string;
}

/** An image of the guide outside its page; one that does not load gives way to a mark. */
export function SiteImage({ address, className }: SiteImageProps) {
  const say = useText(searchResultMessages);
  const [broken, setBroken] = useState<string>();
  if (address === undefined || broken === address) {
    return (
      <span className={className} role="img" aria-label={say('imageMissing')}>
        <Icon name="image" size={16} />
      </span>
    );
  }
  return (
    <img
      className={className}
      src={address}
      alt=""
      draggable={false}
      onError={() => setBroken(address)}
    />
  );
}
