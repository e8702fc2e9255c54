import { pasteMessages } from '#core/messages/paste';
import { translate } from '#core/messages/messages';
import { createPasteConverter } from '../editor/paste/paste-client.ts';
import type { PasteOutcome, PastePorts } from '../editor/paste/paste-ports.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { closeToast, showToast } from '../stores/toast-store.ts';
import { takeImages } from './image-insertion.ts';

type Key = keyof typeof pasteMessages.ja;
const id = 'paste';

function say(key: Key, count = 0): string {
  return translate(pasteMessages, useSettingsStore.getState().locale, key, { count });
}

function tell(key: Key, count = 0): void {
  showToast({ id, text: say(key, count) });
}

function onPasted({ kind, droppedImages, offersPlain, asPlainText }: PasteOutcome): void {
  if (kind !== 'converted') tell(kind);
  else if (!offersPlain) tell('onlyImages', droppedImages);
  else {
    const key = droppedImages > 0 ? 'convertedWithoutImages' : 'converted';
    showToast({
      id,
      text: say(key, droppedImages),
      action: {
        label: say('asPlainText'),
        onPress: () => (asPlainText() ? closeToast(id) : tell('changed')),
      },
    });
  }
}

/** What pasting in the manuscript needs of this window. */
export const pastePorts: PastePorts = {
  convert: createPasteConverter(),
  onPasted,
  onImages: takeImages,
  onOtherFiles: () => tell('otherFiles'),
};
