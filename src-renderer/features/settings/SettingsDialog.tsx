import type { Settings } from '#core/ipc/settings';
import type { Locale } from '#core/messages/messages';
import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ManuscriptSettings } from './ManuscriptSettings.tsx';
import { SavingSettings } from './SavingSettings.tsx';
import { SettingRow } from './SettingRow.tsx';
import './settings.css';

interface SettingsDialogProps {
  readonly settings: Settings;
  /** Language of the system, told beside "follow the system". */
  readonly systemLocale: Locale;
  /** Takes effect at once. */
  readonly onChange: (changes: Partial<Settings>) => void;
  readonly onClose: () => void;
}

const languageNames: Readonly<Record<Locale, string>> = { ja: '日本語', en: 'English' };

/** Language, brightness, spacing, saving and the look of the manuscript, for all windows. */
export function SettingsDialog({ settings, systemLocale, onChange, onClose }: SettingsDialogProps) {
  const text = useText(settingsMessages);
  return (
    <Dialog title={text('title')} size="medium" closeLabel={text('close')} onClose={onClose}>
      <div className="settings">
        <SettingRow
          label={text('language')}
          note={
            settings.locale === 'system'
              ? text('systemIs', { language: languageNames[systemLocale] })
              : undefined
          }
        >
          <Segmented
            label={text('language')}
            value={settings.locale}
            segments={[
              { value: 'system', label: text('system') },
              { value: 'ja', label: languageNames.ja },
              { value: 'en', label: languageNames.en },
            ]}
            onChange={(locale) => onChange({ locale })}
          />
        </SettingRow>
        <SettingRow label={text('theme')}>
          <Segmented
            label={text('theme')}
            value={settings.theme}
            segments={[
              { value: 'system', label: text('system') },
              { value: 'light', label: text('light') },
              { value: 'dark', label: text('dark') },
            ]}
            onChange={(theme) => onChange({ theme })}
          />
        </SettingRow>
        <SettingRow label={text('density')}>
          <Segmented
            label={text('density')}
            value={settings.density}
            segments={[
              { value: 'comfortable', label: text('comfortable') },
              { value: 'compact', label: text('compact') },
            ]}
            onChange={(density) => onChange({ density })}
          />
        </SettingRow>
        <hr />
        <SavingSettings settings={settings} onChange={onChange} />
        <hr />
        <ManuscriptSettings settings={settings} onChange={onChange} />
        <p className="faint settingsnote">{text('atOnce')}</p>
      </div>
    </Dialog>
  );
}
