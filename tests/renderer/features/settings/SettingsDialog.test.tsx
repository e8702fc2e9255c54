import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { settingsSchema, type Settings } from '#core/ipc/settings';
import { SettingsDialog } from '../../../../src-renderer/features/settings/SettingsDialog.tsx';

afterEach(cleanup);

/** The dialog with some settings, and what it asks to be changed. */
function show(settings: Partial<Settings>): Partial<Settings>[] {
  const asked: Partial<Settings>[] = [];
  render(
    <SettingsDialog
      settings={{ ...settingsSchema.parse({}), ...settings }}
      systemLocale="ja"
      onChange={(changes) => asked.push(changes)}
      onClose={() => undefined}
    />,
  );
  return asked;
}

function press(group: string, button: string): void {
  fireEvent.click(
    within(screen.getByRole('group', { name: group })).getByRole('button', { name: button }),
  );
}

test('the height of lines steps by tenths, from where the design put it, within its limits', () => {
  const asked = show({});
  press('原稿の行の高さ', '大きく');
  press('原稿の行の高さ', '小さく');
  expect(asked).toEqual([{ editorLineHeight: 1.8 }, { editorLineHeight: 1.6 }]);
  cleanup();
  const atEnd = show({ editorLineHeight: 2.2 });
  press('原稿の行の高さ', '大きく');
  expect(atEnd).toEqual([]);
});

test('the length of lines is a number of characters, or the width of the pane', () => {
  const asked = show({ editorMeasure: 58 });
  press('原稿の1行の長さ', '大きく');
  press('1行の長さの決め方', '窓の幅');
  expect(asked).toEqual([{ editorMeasure: 60 }, { editorMeasure: 'window' }]);
  cleanup();
  const byPane = show({ editorMeasure: 'window' });
  expect(screen.queryByRole('group', { name: '原稿の1行の長さ' })).toBeNull();
  press('1行の長さの決め方', '文字数');
  expect(byPane).toEqual([{ editorMeasure: 44 }]);
});

test('guides save themselves when the author leaves, or after a rest as long as the author likes', () => {
  const asked = show({});
  expect(screen.queryByRole('group', { name: '書くのを止めてから' })).toBeNull();
  press('自動保存', '離れたとき');
  press('自動保存', '手を休めたとき');
  expect(asked).toEqual([{ autosave: 'leave' }, { autosave: 'rest' }]);
  cleanup();
  const resting = show({ autosave: 'rest' });
  press('書くのを止めてから', '60秒');
  press('自動保存', 'しない');
  expect(resting).toEqual([{ autosaveRest: 60 }, { autosave: 'off' }]);
});

test('marks of blanks and of spelling are switched on and off', () => {
  const asked = show({ spelling: false });
  press('行末の空白とタブの印', 'しない');
  press('英単語のつづりの印', '表示する');
  expect(asked).toEqual([{ blankMarks: false }, { spelling: true }]);
});

test('a word leaves the dictionary by its button; without words there is no list', () => {
  const asked = show({ dictionary: ['shirube', 'kubectl'] });
  press('辞書に追加した言葉', '「kubectl」を辞書から外す');
  expect(asked).toEqual([{ dictionary: ['shirube'] }]);
  cleanup();
  show({});
  expect(screen.queryByRole('group', { name: '辞書に追加した言葉' })).toBeNull();
});

test('every choice of the settings is one that the main process takes', () => {
  for (const changes of [{ editorLineHeight: 2.3 }, { editorMeasure: 61 }, { editorMeasure: 29 }]) {
    expect(settingsSchema.safeParse(changes).success).toBe(false);
  }
  expect(settingsSchema.parse({ editorMeasure: 'window' }).editorMeasure).toBe('window');
});
