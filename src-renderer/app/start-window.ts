import { type CommandId, commands } from '#core/commands/commands';
import { demand, onEvent } from '../platform/bridge.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { startSettings, useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { startAutosave } from './autosave.ts';
import { currentEditorContext } from './editor-context-of.ts';
import { commandOf } from './keys.ts';
import { startLayoutPersistence } from './layout-persistence.ts';
import { manuscript } from './manuscript.ts';
import { followPlaces } from './visited-places.ts';
import { changeContextOfAll, followWorkspace, openWorkspace } from './workspace-actions.ts';

function isCommandId(id: string): id is CommandId {
  return commands.some((command) => command.id === id);
}

/** Reads the folders opened before, for the first page and the folder menu. */
async function refreshRecent(): Promise<void> {
  useWorkspaceStore.setState({ recent: await demand('workspace.recent') });
}

/** Listens to keys and to the native menu; a dialog on top keeps the keys for itself. */
function listenToCommands(run: (id: CommandId) => void): void {
  document.addEventListener('keydown', (event) => {
    const isMac = useSettingsStore.getState().info?.platform === 'darwin';
    const id = commandOf(event, isMac);
    if (id === undefined || useLayoutStore.getState().dialog !== undefined) return;
    event.preventDefault();
    run(id);
  });
  onEvent('command.run', ({ id }) => {
    if (isCommandId(id)) run(id);
  });
}

/** Starts the window: settings, listeners, then the folder asked for, or the last one. */
export async function startWindow(run: (id: CommandId) => void): Promise<void> {
  await startSettings();
  followWorkspace();
  followPlaces();
  startAutosave();
  listenToCommands(run);
  useSettingsStore.subscribe((state, before) => {
    const { settings } = before;
    const isOther =
      state.locale !== before.locale ||
      state.settings.blankMarks !== settings.blankMarks ||
      state.settings.spelling !== settings.spelling ||
      state.settings.editorFont !== settings.editorFont;
    if (isOther) changeContextOfAll(currentEditorContext());
    // Lines have another height now, which the manuscript does not notice by itself.
    manuscript.view?.run((view) => {
      view.requestMeasure();
      return true;
    });
  });
  useWorkspaceStore.subscribe(({ workspace }, before) => {
    if (workspace?.config.profile.flavour !== before.workspace?.config.profile.flavour) {
      changeContextOfAll(currentEditorContext());
    }
  });
  useLayoutStore.subscribe((state, before) => {
    if (state.beforeFocus !== before.beforeFocus) changeContextOfAll(currentEditorContext());
  });
  await refreshRecent();
  const launchFolder = useSettingsStore.getState().info?.launchFolder;
  const last = useWorkspaceStore.getState().recent[0]?.root;
  const root = launchFolder ?? last;
  if (root !== undefined) await openWorkspace(root, currentEditorContext);
  startLayoutPersistence();
  await refreshRecent();
}
