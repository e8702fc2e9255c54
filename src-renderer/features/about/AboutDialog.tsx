import type { AppInfo } from '#core/ipc/contract';
import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import './about.css';

interface AboutDialogProps {
  /** `undefined` until the main process has answered. */
  readonly info: AppInfo | undefined;
  readonly onClose: () => void;
}

const runtimeLabels = {
  official: 'runtimeOfficial',
  fallback: 'runtimeFallback',
  packaged: 'runtimePackaged',
} as const satisfies Record<AppInfo['runtime'], string>;

/** What runs here: version of Shirube and of its runtime, and where the runtime came from. */
export function AboutDialog({ info, onClose }: AboutDialogProps) {
  const text = useText(settingsMessages);
  return (
    <Dialog title={text('aboutTitle')} size="small" closeLabel={text('close')} onClose={onClose}>
      <div className="about">
        <div className="aboutbrand">
          <Icon name="signpost" size={36} />
          <div>
            <b>Shirube</b>
            <p className="muted">{text('aboutLead')}</p>
          </div>
        </div>
        {info !== undefined && (
          <dl className="num">
            <dt>{text('version')}</dt>
            <dd>{info.version}</dd>
            <dt>{text('runtime')}</dt>
            <dd data-testid="runtime">
              {text('runtimeOf', {
                version: info.electron,
                kind: text(runtimeLabels[info.runtime]),
              })}
            </dd>
            <dt>Chrome</dt>
            <dd>{info.chrome}</dd>
            <dt>Node.js</dt>
            <dd>{info.node}</dd>
          </dl>
        )}
        <p className="faint">{text('privacy')}</p>
      </div>
    </Dialog>
  );
}
