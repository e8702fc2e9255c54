import { useEffect, useMemo, useRef } from 'react';
import { historyMessages } from '#core/messages/history';
import type { FieldModel } from '#core/schema/field-model';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { placeKeys } from '../../ui/place-keys.ts';
import { PlaceHead } from '../../ui/PlaceHead.tsx';
import { versionRows } from './history-model.ts';
import { useHistory } from './use-history.ts';
import { VersionDiff } from './VersionDiff.tsx';
import { VersionList } from './VersionList.tsx';
import './history.css';

interface HistoryProps {
  readonly path: string;
  /** Name of the guide. */
  readonly name: string;
  readonly fields: readonly FieldModel[];
  /** The text as it is now, as its file would hold it. */
  readonly present: string;
  readonly readOnly: boolean;
  /** Takes the text of a version in place of the present one; `time` names the version. */
  readonly onRestore: (text: string, time: string) => void;
  readonly onClose: () => void;
}

/** A place, not a dialog: what a guide once was, and how that differs from the present text. */
export function History(props: HistoryProps) {
  const { path, name, fields, present, readOnly, onRestore, onClose } = props;
  const text = useText(historyMessages);
  const locale = useSettingsStore((state) => state.locale);
  const { versions, chosen, choose, text: old, isRead } = useHistory(path);
  const rows = useMemo(() => versionRows(versions ?? [], Date.now(), locale), [versions, locale]);
  const row = rows.find(({ version }) => version.id === chosen?.id);

  const isSame = old === present;
  const whyNot = readOnly ? text('readOnly') : isSame ? text('same') : undefined;
  const canRestore = row !== undefined && isRead && typeof old === 'string' && whyNot === undefined;
  const restore = (): void => {
    if (canRestore) onRestore(old, row.time);
  };

  return (
    <section
      tabIndex={-1}
      className="guidehistory"
      aria-label={text('title')}
      onKeyDown={placeKeys(onClose)}
    >
      <PlaceHead title={text('title')} backLabel={text('back')} onBack={onClose}>
        <span className="muted clip">{name}</span>
        <span className="grow" />
        <span className="faint nowrap limits">{text('limits')}</span>
      </PlaceHead>
      {row === undefined ? (
        <Nothing versions={versions} />
      ) : (
        <div className="hbody">
          <div className="hlist" data-region="list">
            <VersionList rows={rows} chosen={chosen?.id} onChoose={choose} onEnter={restore} />
          </div>
          <VersionDiff row={row} text={old} present={present} fields={fields} />
        </div>
      )}
      <footer className="placefoot" data-region="status">
        {row !== undefined && <span className="muted">{text('safe')}</span>}
        <span className="grow" />
        <Button size="big" onPress={onClose}>
          {text('back')}
        </Button>
        {row !== undefined && (
          <Button
            variant="primary"
            size="big"
            disabled={!canRestore}
            disabledReason={whyNot}
            onPress={restore}
          >
            {text('restore')}
          </Button>
        )}
      </footer>
    </section>
  );
}

/** What stands there while there is no version to show. */
function Nothing({ versions }: { readonly versions: readonly unknown[] | null | undefined }) {
  const text = useText(historyMessages);
  const place = useRef<HTMLDivElement>(null);
  // Esc must work here too, where there is no list to take the focus.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className="hempty" tabIndex={-1}>
      {versions === undefined ? (
        <p className="muted">{text('loading')}</p>
      ) : versions === null ? (
        <EmptyState icon="error" tone="error" title={text('failed')} />
      ) : (
        <EmptyState icon="history" title={text('emptyTitle')} text={text('emptyText')} />
      )}
    </div>
  );
}
