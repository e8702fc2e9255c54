import { type ReactNode, useMemo } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideReference } from '#core/ipc/contract';
import { referencesMessages } from '#core/messages/references';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { referenceRows } from './references-model.ts';
import { ReferenceRows } from './ReferenceRows.tsx';
import './references-panel.css';

interface ReferencesPanelProps {
  /** The tabs of the bottom panel, which this bar begins with. */
  readonly tabs: ReactNode;
  /** Path of the guide in front. */
  readonly active: string | undefined;
  /** The places that name it; `undefined` until they are known. */
  readonly references: readonly GuideReference[] | undefined;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  /** Fields of the guide details, for their labels. */
  readonly fields: readonly FieldModel[];
  readonly onGo: (reference: GuideReference) => void;
  readonly onClose: () => void;
}

/** The guides that name the guide in front, with the lines where they do. */
export function ReferencesPanel(props: ReferencesPanelProps) {
  const { active, references, entries } = props;
  const text = useText(referencesMessages);
  const rows = useMemo(() => referenceRows(references ?? [], entries), [references, entries]);
  return (
    <section className="references" aria-label={text('tab')}>
      <div className="bottombar">
        {props.tabs}
        <span className="grow" />
        <IconButton
          icon="x"
          label={text('close')}
          shortcut={keyLabel('CmdOrCtrl+J')}
          onPress={props.onClose}
        />
      </div>
      {rows.length > 0 ? (
        <ReferenceRows key={active} rows={rows} fields={props.fields} onGo={props.onGo} />
      ) : (
        <EmptyState
          title={text(active === undefined ? 'noGuide' : references ? 'none' : 'counting')}
        />
      )}
    </section>
  );
}
