import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import { translate } from '#core/messages/messages';
import type { DefinitionsSource } from '../features/field-definitions/use-definitions.ts';
import { onEvent, request } from '../platform/bridge.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';

/** Field definitions of the open folder, read, tried and kept by the main process. */
export const definitionsSource: DefinitionsSource = {
  infer: () => request('schema.infer'),
  tryOut: (text) => request('schema.try', { text }),
  save: (text, baseHash) => request('schema.save', { text, baseHash }),
  cancel: () => void request('schema.cancel'),
  onProgress: (listener) => onEvent('schema.progress', listener),
};

/** Tells that the definitions are in the folder now. */
export function tellDefinitionsSaved(path: string): void {
  const { locale } = useSettingsStore.getState();
  showToast({
    id: 'field-definitions',
    text: translate(fieldDefinitionsMessages, locale, 'saved', { path }),
  });
}
