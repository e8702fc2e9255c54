import { useMemo } from 'react';
import { findingsMessages } from '#core/messages/findings';
import { referencesMessages } from '#core/messages/references';
import { searchMessages } from '#core/messages/search';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { useReferenceCount } from '../use-navigation.ts';
import { PanelTabs } from '../../ui/PanelTabs.tsx';

/** The tabs of the bottom panel with their counts. */
export function PanelTabsPart() {
  const text = useText(findingsMessages);
  const referencesText = useText(referencesMessages);
  const searchText = useText(searchMessages);
  const locale = useSettingsStore((state) => state.locale);
  const tab = useLayoutStore((state) => state.panelTab);
  const active = useDocumentsStore((state) => state.active);
  const findings = useWorkspaceStore((state) => state.findings);
  const all = useMemo(
    () => [...findings.values()].reduce((sum, { length }) => sum + length, 0),
    [findings],
  );
  const own = (active === undefined ? undefined : findings.get(active))?.length ?? 0;
  const references = useReferenceCount(active);
  return (
    <PanelTabs
      label={text('tabs')}
      tabs={[
        { id: 'guide', label: text('tabGuide'), count: own.toLocaleString(locale) },
        { id: 'folder', label: text('tabFolder'), count: all.toLocaleString(locale) },
        {
          id: 'references',
          label: referencesText('tab'),
          count: references?.toLocaleString(locale),
        },
        { id: 'search', label: searchText('tab') },
      ]}
      value={tab}
      onChange={(panelTab) => useLayoutStore.setState({ panelTab })}
    />
  );
}
