import type { Settings } from '#core/ipc/settings';
import type { Locale } from '#core/messages/messages';
import type { JsonStore } from '../files/json-store.ts';
import { type Handlers, succeed } from '../ipc/handlers.ts';

/** Language, theme and the like: one set for all windows. */
export interface SettingsService {
  readonly handlers: Handlers<'settings.get' | 'settings.set'>;
  /** The language in use, after the system where the setting says so. */
  locale(): Promise<Locale>;
}

/** `onChange` hears every change after it is stored, to pass it to windows, menu and theme. */
export function createSettingsService(
  store: JsonStore<Settings>,
  systemLocale: Locale,
  onChange: (settings: Settings, locale: Locale) => void,
): SettingsService {
  const localeOf = ({ locale }: Settings): Locale => (locale === 'system' ? systemLocale : locale);
  return {
    handlers: {
      'settings.get': async () => succeed(await store.read()),
      async 'settings.set'(changes) {
        const given = Object.fromEntries(
          Object.entries(changes).filter(([, value]) => value !== undefined),
        );
        const settings = await store.update((current) => ({ ...current, ...given }));
        onChange(settings, localeOf(settings));
        return succeed(settings);
      },
    },
    locale: async () => localeOf(await store.read()),
  };
}
