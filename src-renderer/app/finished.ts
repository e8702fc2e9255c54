import type { SaveWarning } from '#core/ipc/save-warning';
import { announcementMessages } from '#core/messages/announcements';
import { encodingMessages } from '#core/messages/encoding';
import { translate } from '#core/messages/messages';
import type { OpenSession } from '../editor/open-session.ts';
import { demand } from '../platform/bridge.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';

function tell(session: OpenSession, key: 'fixed' | 'reloaded', count = 1): void {
  const { locale } = useSettingsStore.getState();
  showToast({
    id: `${key} ${session.path}`,
    text: translate(announcementMessages, locale, key, { count }),
    action: {
      label: translate(announcementMessages, locale, 'undo'),
      onPress: () => session.undo(),
    },
  });
}

/** Tells that findings were fixed together, and offers the way back. */
export function tellFixed(session: OpenSession, count: number): void {
  tell(session, 'fixed', count);
}

/** Tells that the author's own text was given up for that of the file, and offers the way back. */
export function tellReloaded(session: OpenSession): void {
  tell(session, 'reloaded');
}

/** Tells that none of the findings can be fixed for the author. */
export function tellNothingToFix(): void {
  const { locale } = useSettingsStore.getState();
  showToast({ id: 'nothing', text: translate(announcementMessages, locale, 'nothingToFix') });
}

/** Tells that a change was not made, because the words being composed in the manuscript took its place. */
export function tellLeftOut(): void {
  const { locale } = useSettingsStore.getState();
  showToast({ id: 'left out', text: translate(announcementMessages, locale, 'leftOut') });
}

/** Tells that a guide is UTF-8 now, and where its original bytes are (relative to the folder). */
export function tellConverted(path: string, original: string): void {
  const { locale } = useSettingsStore.getState();
  showToast({
    id: `converted ${path}`,
    text: translate(encodingMessages, locale, 'converted', { original }),
    action: {
      label: translate(encodingMessages, locale, 'reveal'),
      onPress: () => void demand('shell.reveal', { path: original }),
    },
  });
}

/** Tells what of a saved file could not be kept, or how surely it lies on the disk. */
export function tellSaveWarnings(path: string, warnings: readonly SaveWarning[]): void {
  const { locale } = useSettingsStore.getState();
  for (const warning of warnings) {
    const text = translate(announcementMessages, locale, warning);
    showToast({ id: `${warning} ${path}`, text });
  }
}
