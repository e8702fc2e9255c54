import type { EditorContext } from '../editor/editor-context.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { applyFix } from './guide-actions.ts';
import { spelling } from './spelling.ts';
import { goToNamed } from './go-to-named.ts';
import { windowKnowledge } from './guide-knowledge.ts';
import { pastePorts } from './paste-ports.ts';

/** What the manuscript of any guide needs of this window: its language, and where its buttons lead. */
export function currentEditorContext(): EditorContext {
  const { settings, locale } = useSettingsStore.getState();
  return {
    locale,
    flavour: useWorkspaceStore.getState().workspace?.config.profile.flavour ?? 'gfm',
    blankMarks: settings.blankMarks,
    spelling: settings.spelling ? spelling : undefined,
    knowledge: { ...windowKnowledge, goTo: (named) => goToNamed(named, currentEditorContext()) },
    focusMode: useLayoutStore.getState().beforeFocus !== undefined,
    onEditInForm: () => useDocumentsStore.setState({ view: 'form' }),
    onFix: (finding) => {
      const { active } = useDocumentsStore.getState();
      if (active !== undefined) applyFix(active, finding);
    },
    paste: pastePorts,
    onFixAll: (code) => useLayoutStore.setState({ dialog: 'fix-all', fixAllCode: code }),
  };
}
