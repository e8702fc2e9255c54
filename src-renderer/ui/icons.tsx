import { glyphOf } from './icon-glyph.ts';
import type { IconName } from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

interface IconProps {
  readonly name: IconName;
  /** Pixels; 16 unless given. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

/** One icon in the colour of the text around it; hidden from screen readers, so its control needs a name. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <span
      className={className === undefined ? 'icon' : `icon ${className}`}
      data-icon={name}
      data-glyph={glyphOf(name)}
      style={{ fontSize: size }}
      aria-hidden="true"
    />
  );
}
