import { useMemo } from 'react';
import { Tabs } from '../../features/tabs/Tabs.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { closeGuide } from '../guide-actions.ts';
import { guideMenu, runGuideMenu } from '../guide-menu.ts';

/** The tabs of the open guides. */
export function TabsPart() {
  const documents = useDocumentsStore((state) => state.documents);
  const active = useDocumentsStore((state) => state.active);
  const entries = useWorkspaceStore((state) => state.entries);
  const tabs = useMemo(() => documents.filter(({ hidden }) => !hidden), [documents]);
  return (
    <Tabs
      documents={tabs}
      entries={entries}
      active={active}
      onActivate={(path) => useDocumentsStore.setState({ active: path, place: 'editor' })}
      onClose={closeGuide}
      menuOf={(path) => guideMenu(path, 'tab')}
      onMenu={runGuideMenu}
    />
  );
}
