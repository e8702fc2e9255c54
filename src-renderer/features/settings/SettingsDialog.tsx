import type { Settings } from '#core/ipc/contract';
import type { Locale } from '#core/messages/messages';
import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
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
const smallest = 12;
const largest = 24;

/** Language, brightness, spacing and the look of the manuscript, for all windows. */
export function SettingsDialog({ settings, systemLocale, onChange, onClose }: SettingsDialogProps) {
  const text = useText(settingsMessages);
  const size = settings.editorSize;
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
        <SettingRow label={text('editorFont')} note={text('fontNote')}>
          <Segmented
            label={text('editorFont')}
            value={settings.editorFont}
            segments={[
              { value: 'mono', label: text('mono') },
              { value: 'prose', label: text('prose') },
            ]}
            onChange={(editorFont) => onChange({ editorFont })}
          />
        </SettingRow>
        <SettingRow label={text('editorSize')}>
          <div className="stepper" role="group" aria-label={text('editorSize')}>
            <IconButton
              icon="minus"
              label={text('smaller')}
              disabled={size <= smallest}
              onPress={() => onChange({ editorSize: size - 1 })}
            />
            <output className="num">{text('pixels', { size })}</output>
            <IconButton
              icon="plus"
              label={text('larger')}
              disabled={size >= largest}
              onPress={() => onChange({ editorSize: size + 1 })}
            />
          </div>
        </SettingRow>
        <p className={`editorsample ${settings.editorFont}`} style={{ fontSize: `${size}px` }}>
          {text('sample')}
        </p>
        <p className="faint settingsnote">{text('atOnce')}</p>
      </div>
    </Dialog>
  );
}
