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

function Filled({ fill, edge, cut }: CutShape) {
  return (
    <>
      <path d={fill + cut} fill="currentColor" fillRule="evenodd" stroke="none" />
      {edge > 0 && <path d={fill} strokeWidth={edge} />}
    </>
  );
}

/** One icon in the colour of the text around it; hidden from screen readers, so its control needs a name. */
export function Icon({ name, size = 16, className }: IconProps) {
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
      {isFilled(name) ? <Filled {...filledIcons[name]} /> : <Strokes strokes={strokeIcons[name]} />}
    </svg>
  );
}
