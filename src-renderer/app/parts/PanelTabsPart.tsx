import { useMemo } from 'react';
import { findingsMessages } from '#core/messages/findings';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { PanelTabs } from '../../ui/PanelTabs.tsx';

/** The tabs of the bottom panel with their counts. */
export function PanelTabsPart() {
  const text = useText(findingsMessages);
  const locale = useSettingsStore((state) => state.locale);
  const tab = useLayoutStore((state) => state.panelTab);
  const active = useDocumentsStore((state) => state.active);
  const findings = useWorkspaceStore((state) => state.findings);
  const all = useMemo(
    () => [...findings.values()].reduce((sum, { length }) => sum + length, 0),
    [findings],
  );
  const own = (active === undefined ? undefined : findings.get(active))?.length ?? 0;
  return (
    <PanelTabs
      label={text('tabs')}
      tabs={[
        { id: 'guide', label: text('tabGuide'), count: own.toLocaleString(locale) },
        { id: 'folder', label: text('tabFolder'), count: all.toLocaleString(locale) },
      ]}
      value={tab}
      onChange={(panelTab) => useLayoutStore.setState({ panelTab })}
    />
  );
}
