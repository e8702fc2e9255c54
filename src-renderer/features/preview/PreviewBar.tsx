import type { ReactNode } from 'react';
import type { PreviewScheme, PreviewWidth } from '#core/ipc/layout';
import { previewMessages } from '#core/messages/preview';
import { useText } from '../../stores/use-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

/** How the page is shown, and what the author may change about it. */
export interface PreviewBarProps {
  /** The page itself, how a search engine shows it, or how links to it look where people share them. */
  readonly shows: 'page' | 'search' | 'social';
  readonly onShows: (shows: 'page' | 'search' | 'social') => void;
  readonly width: PreviewWidth;
  readonly onWidth: (width: PreviewWidth) => void;
  /** Whether the site looks different for readers who prefer the dark. */
  readonly hasDark: boolean;
  readonly scheme: PreviewScheme;
  readonly onScheme: (scheme: PreviewScheme) => void;
  readonly syncOn: boolean;
  readonly onSync: (on: boolean) => void;
}

/** The bar over the preview; `stale` says that the page is older than the text, `children` stand at its end. */
export function PreviewBar({
  stale,
  children,
  ...props
}: PreviewBarProps & { readonly stale: boolean; readonly children: ReactNode }) {
  const { shows, width, hasDark, scheme, syncOn } = props;
  const text = useText(previewMessages);
  const isDark = scheme === 'dark';
  return (
    <div className="panebar">
      <Segmented
        label={text('shows')}
        value={shows}
        segments={[
          { value: 'page', label: text('page') },
          { value: 'search', label: text('search') },
          { value: 'social', label: text('social') },
        ]}
        onChange={props.onShows}
      />
      <span className="preview-space" />
      {stale && (
        <span className="preview-stale" role="status" title={text('staleHelp')}>
          <Icon name="warning" size={14} />
          {text('stale')}
        </span>
      )}
      {shows === 'page' && (
        <>
          <Segmented
            label={text('width')}
            value={width}
            isIconOnly
            segments={[
              { value: 'phone', label: text('phone'), icon: 'phone' },
              { value: 'tablet', label: text('tablet'), icon: 'tablet' },
              { value: 'desktop', label: text('desktop'), icon: 'desktop' },
            ]}
            onChange={props.onWidth}
          />
          {hasDark && (
            <IconButton
              icon="moon"
              label={text('dark')}
              pressed={isDark}
              onPress={() => props.onScheme(isDark ? 'light' : 'dark')}
            />
          )}
          <IconButton
            icon="sync"
            label={text('sync')}
            pressed={syncOn}
            onPress={() => props.onSync(!syncOn)}
          />
        </>
      )}
      {children}
    </div>
  );
}
