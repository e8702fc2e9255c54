import { announcementMessages } from '#core/messages/announcements';
import { historyMessages } from '#core/messages/history';
import { translate } from '#core/messages/messages';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { currentEditorContext } from './editor-context-of.ts';
import { openGuide } from './guide-actions.ts';
import { keepText } from './keep-text.ts';
import { manuscript } from './manuscript.ts';
import { refreshUnsaved, sessionOf } from './sessions.ts';

/** Shows the history of a guide, which is opened where it is not. */
export async function showHistory(path: string): Promise<void> {
  if (await openGuide(path, currentEditorContext())) {
    useDocumentsStore.setState({ place: 'history' });
  }
}

/**
 * Takes the text of a version into the open guide, as one step that can be undone; the file is left alone
 * until it is saved. The text that was there is kept in the history first.
 */
export async function restoreVersion(path: string, text: string, time: string): Promise<void> {
  const session = sessionOf(path);
  if (!session || session.readOnly) return;
  if (session.composing) await manuscript.compositionEnd();
  await keepText(session, 'given-up');
  session.takeText(text);
  refreshUnsaved(session);
  const { locale } = useSettingsStore.getState();
  showToast({
    id: `restored ${path}`,
    text: translate(historyMessages, locale, 'restored', { time }),
    action: {
      label: translate(announcementMessages, locale, 'undo'),
      onPress: () => session.undo(),
    },
  });
}
