import type { Settings } from '#core/ipc/settings';
import { autosaveRests } from '#core/ipc/setting-limits';
import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';

interface SavingSettingsProps {
  readonly settings: Settings;
  readonly onChange: (changes: Partial<Settings>) => void;
}

const notes = {
  off: 'autosaveOffNote',
  leave: 'autosaveLeaveNote',
  rest: 'autosaveRestNote',
} as const satisfies Record<Settings['autosave'], keyof typeof settingsMessages.ja>;

/** When guides are saved without being told to. */
export function SavingSettings({ settings, onChange }: SavingSettingsProps) {
  const text = useText(settingsMessages);
  const { autosave, autosaveRest } = settings;
  return (
    <>
      <SettingRow label={text('autosave')} note={text(notes[autosave])}>
        <Segmented
          label={text('autosave')}
          value={autosave}
          segments={[
            { value: 'off', label: text('autosaveOff') },
            { value: 'leave', label: text('autosaveLeave') },
            { value: 'rest', label: text('autosaveRest') },
          ]}
          onChange={(when) => onChange({ autosave: when })}
        />
      </SettingRow>
      {autosave === 'rest' && (
        <SettingRow label={text('autosaveAfter')}>
          <Segmented
            label={text('autosaveAfter')}
            value={String(autosaveRest)}
            segments={autosaveRests.map((count) => ({
              value: String(count),
              label: text('seconds', { count }),
            }))}
            onChange={(value) => {
              const rest = autosaveRests.find((count) => String(count) === value);
              if (rest !== undefined) onChange({ autosaveRest: rest });
            }}
          />
        </SettingRow>
      )}
    </>
  );
}
