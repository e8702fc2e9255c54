import type { GuideReference } from '#core/ipc/contract';
import { ReferencesPanel } from '../../features/references-panel/ReferencesPanel.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { openAt } from '../go-to-named.ts';
import { useReferences } from '../use-navigation.ts';
import { PanelTabsPart } from './PanelTabsPart.tsx';

function go({ path, from, to }: GuideReference): void {
  void openAt(path, currentEditorContext(), from, to);
}

/** Who names the guide in front. */
export function ReferencesPart() {
  const active = useDocumentsStore((state) => state.active);
  const entries = useWorkspaceStore((state) => state.entries);
  const fields = useWorkspaceStore((state) => state.workspace?.fields);
  const references = useReferences(active);
  return (
    <ReferencesPanel
      tabs={<PanelTabsPart />}
      active={active}
      references={references}
      entries={entries}
      fields={fields ?? []}
      onGo={go}
      onClose={() => useLayoutStore.setState({ panelOpen: false })}
    />
  );
}
