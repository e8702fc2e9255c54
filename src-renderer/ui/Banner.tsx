import type { ReactNode } from 'react';
import './banner.css';
import { classNames } from './class-names.ts';
import { SeverityIcon } from './Marks.tsx';

interface BannerProps {
  readonly tone: 'error' | 'warning' | 'info' | 'conflict';
  readonly children: ReactNode;
  /** Small buttons at the right end. */
  readonly actions?: ReactNode;
  /** A fold under the text, such as the code of a failure. */
  readonly details?: ReactNode;
}

/** A lasting state under the tabs; goes away only when the state does. */
export function Banner({ tone, children, actions, details }: BannerProps) {
  return (
    <div className={classNames('banner', tone)} role="group">
      <SeverityIcon severity={tone === 'info' ? 'information' : tone} />
      <div className="grow bannertext">
        {children}
        {details}
      </div>
      {actions !== undefined && <div className="banneracts">{actions}</div>}
    </div>
  );
}
