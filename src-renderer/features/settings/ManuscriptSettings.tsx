import type { Settings } from '#core/ipc/settings';
import { editorSizes, lineHeights, measures } from '#core/ipc/setting-limits';
import { settingsMessages } from '#core/messages/settings';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';
import { Stepper } from './Stepper.tsx';

interface ManuscriptSettingsProps {
  readonly settings: Settings;
  readonly onChange: (changes: Partial<Settings>) => void;
}

type Text = ReturnType<typeof useText<keyof typeof settingsMessages.ja>>;

/** How wide the lines of the manuscript are: in characters, or as the pane is. */
function Measure({ settings, onChange, text }: ManuscriptSettingsProps & { readonly text: Text }) {
  const { editorMeasure } = settings;
  return (
    <SettingRow label={text('measure')} note={text('measureNote')}>
      <div className="settinggroup">
        {editorMeasure !== 'window' && (
          <Stepper
            label={text('measure')}
            shown={text('fullWidth', { count: editorMeasure })}
            value={editorMeasure}
            {...measures}
            step={2}
            onChange={(measure) => onChange({ editorMeasure: measure })}
          />
        )}
        <Segmented
          label={text('measureBy')}
          value={editorMeasure === 'window' ? 'window' : 'characters'}
          segments={[
            { value: 'characters', label: text('byCharacters') },
            { value: 'window', label: text('byWindow') },
          ]}
          onChange={(by) =>
            onChange({ editorMeasure: by === 'window' ? 'window' : measures.usual })
          }
        />
      </div>
    </SettingRow>
  );
}

/** The words that the author added to the dictionary; each can be taken out again. */
function Words({ settings, onChange, text }: ManuscriptSettingsProps & { readonly text: Text }) {
  const { dictionary } = settings;
  if (dictionary.length === 0) return null;
  return (
    <div className="settingwords" role="group" aria-label={text('dictionary')}>
      <div className="settingnote">{text('dictionary')}</div>
      {dictionary
        .toSorted((a, b) => a.localeCompare(b, 'en'))
        .map((word) => (
          <Button
            key={word}
            size="small"
            icon="x"
            label={text('removeWord', { word })}
            onPress={() => onChange({ dictionary: dictionary.filter((one) => one !== word) })}
          >
            {word}
          </Button>
        ))}
    </div>
  );
}

/** The look of the manuscript's text, and what is marked in it. */
export function ManuscriptSettings({ settings, onChange }: ManuscriptSettingsProps) {
  const text = useText(settingsMessages);
  const size = settings.editorSize;
  const onOff = [
    { value: 'on', label: text('show') },
    { value: 'off', label: text('hide') },
  ] as const;
  return (
    <>
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
        <Stepper
          label={text('editorSize')}
          shown={text('pixels', { size })}
          value={size}
          {...editorSizes}
          step={1}
          onChange={(editorSize) => onChange({ editorSize })}
        />
      </SettingRow>
      <SettingRow label={text('lineHeight')}>
        <Stepper
          label={text('lineHeight')}
          shown={text('times', { value: settings.editorLineHeight.toFixed(1) })}
          value={settings.editorLineHeight}
          {...lineHeights}
          step={0.1}
          onChange={(editorLineHeight) => onChange({ editorLineHeight })}
        />
      </SettingRow>
      <p
        className={`editorsample ${settings.editorFont}`}
        style={{ fontSize: `${size}px`, lineHeight: settings.editorLineHeight }}
      >
        {text('sample')}
      </p>
      <Measure settings={settings} onChange={onChange} text={text} />
      <SettingRow label={text('blankMarks')} note={text('blankMarksNote')}>
        <Segmented
          label={text('blankMarks')}
          value={settings.blankMarks ? 'on' : 'off'}
          segments={onOff}
          onChange={(value) => onChange({ blankMarks: value === 'on' })}
        />
      </SettingRow>
      <SettingRow label={text('spelling')} note={text('spellingNote')}>
        <Segmented
          label={text('spelling')}
          value={settings.spelling ? 'on' : 'off'}
          segments={onOff}
          onChange={(value) => onChange({ spelling: value === 'on' })}
        />
      </SettingRow>
      <Words settings={settings} onChange={onChange} text={text} />
    </>
  );
}
