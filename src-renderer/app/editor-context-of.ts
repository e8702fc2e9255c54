import type { EditorContext } from '../editor/editor-context.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { applyFix } from './guide-actions.ts';

/** What the manuscript of any guide needs of this window: its language, and where its buttons lead. */
export function currentEditorContext(): EditorContext {
  return {
    locale: useSettingsStore.getState().locale,
    flavour: useWorkspaceStore.getState().workspace?.config.profile.flavour ?? 'gfm',
    blankMarks: useSettingsStore.getState().settings.blankMarks,
    onEditInForm: () => useDocumentsStore.setState({ view: 'form' }),
    onFix: (finding) => {
      const { active } = useDocumentsStore.getState();
      if (active !== undefined) applyFix(active, finding);
    },
    onFixAll: (code) => useLayoutStore.setState({ dialog: 'fix-all', fixAllCode: code }),
  };
}
