import { useId } from 'react';
import {
  type CutShape,
  filledIcons,
  type IconName,
  type Stroke,
  strokeIcons,
} from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

interface IconProps {
  readonly name: IconName;
  /** Pixels; 16 unless given. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

function isFilled(name: IconName): name is keyof typeof filledIcons {
  return name in filledIcons;
}

function Strokes({ strokes }: { readonly strokes: readonly Stroke[] }) {
  return strokes.map(([d, width]) => <path key={d} d={d} strokeWidth={width} />);
}

function Filled({ shape, maskId }: { readonly shape: CutShape; readonly maskId: string }) {
  return (
    <>
      <mask id={maskId} maskUnits="userSpaceOnUse" x="0" y="0" width="24" height="24">
        <path d={shape.fill} fill="white" stroke="white" strokeWidth={shape.edge} />
        <path d={shape.cut} stroke="black" strokeWidth={shape.cutWidth} />
      </mask>
      <rect width="24" height="24" fill="currentColor" stroke="none" mask={`url(#${maskId})`} />
    </>
  );
}

/** One icon in the colour of the text around it; hidden from screen readers, so its control needs a name. */
export function Icon({ name, size = 16, className }: IconProps) {
  const maskId = useId();
  return (
    <svg
      className={className === undefined ? 'icon' : `icon ${className}`}
      data-icon={name}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {isFilled(name) ? (
        <Filled shape={filledIcons[name]} maskId={maskId} />
      ) : (
        <Strokes strokes={strokeIcons[name]} />
      )}
    </svg>
  );
}
