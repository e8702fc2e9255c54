import { create } from 'zustand';
import type { AppInfo } from '#core/ipc/contract';
import type { Settings } from '#core/ipc/settings';
import type { Locale } from '#core/messages/messages';
import { demand, onEvent } from '../platform/bridge.ts';

interface SettingsState {
  /** `undefined` until the main process has answered. */
  readonly info: AppInfo | undefined;
  readonly settings: Settings;
  /** Language in use, after the system where the setting says so. */
  readonly locale: Locale;
}

const initial: SettingsState = {
  info: undefined,
  settings: {
    locale: 'system',
    theme: 'system',
    density: 'comfortable',
    editorSize: 14,
    editorFont: 'mono',
    editorLineHeight: 1.72,
    editorMeasure: 44,
    autosave: 'off',
    autosaveRest: 15,
    blankMarks: true,
    spelling: true,
    dictionary: [],
  },
  locale: 'ja',
};

/** What the author chose, and what the application knows of itself. */
export const useSettingsStore = create<SettingsState>(() => initial);

function apply(settings: Settings): void {
  const { info } = useSettingsStore.getState();
  const locale = settings.locale === 'system' ? (info?.systemLocale ?? 'ja') : settings.locale;
  const page = document.documentElement;
  page.lang = locale;
  page.dataset.density = settings.density;
  page.dataset.editorFont = settings.editorFont;
  page.style.setProperty('--editor-size', `${settings.editorSize}px`);
  page.style.setProperty('--editor-line-height', String(settings.editorLineHeight));
  const measure = settings.editorMeasure;
  page.style.setProperty('--editor-measure', measure === 'window' ? '100%' : `${measure}em`);
  if (settings.theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = settings.theme;
  // After the page: who hears of the change may measure it.
  useSettingsStore.setState({ settings, locale });
}

/** Reads the settings and follows their changes, from whichever window they come. */
export async function startSettings(): Promise<void> {
  const [info, settings] = await Promise.all([demand('app.info'), demand('settings.get')]);
  useSettingsStore.setState({ info });
  apply(settings);
  onEvent('settings.changed', apply);
}

/** Changes some settings, for all windows. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  apply(await demand('settings.set', changes));
}
