import type { Locale } from '#core/messages/messages';
import { useSettingsStore } from '../../stores/settings-store.ts';

/** Language in use and height of a row in pixels, after the density that the author chose. */
export function useRowLook(): { readonly locale: Locale; readonly rowHeight: number } {
  const locale = useSettingsStore((state) => state.locale);
  const compact = useSettingsStore((state) => state.settings.density === 'compact');
  return { locale, rowHeight: compact ? 26 : 30 };
}
