import { useCallback } from 'react';
import {
  type Localized,
  type Messages,
  type MessageValues,
  translate,
} from '#core/messages/messages';
import { useSettingsStore } from './settings-store.ts';

/** Looks up the texts of one area in the language in use. */
export function useText<Key extends string>(
  messages: Messages<Key>,
): (key: Key, values?: MessageValues) => string {
  const locale = useSettingsStore((state) => state.locale);
  return useCallback((key, values) => translate(messages, locale, key, values), [messages, locale]);
}

/** Chooses the language in use out of a text that carries both. */
export function useLocalized(): (text: Localized) => string {
  const locale = useSettingsStore((state) => state.locale);
  return useCallback((text) => text[locale], [locale]);
}
