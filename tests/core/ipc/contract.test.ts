import { expect, test } from 'vitest';
import { paramsSchemas } from '#core/ipc/contract';
import { settingsSchema } from '#core/ipc/settings';

test('a change of one setting says nothing about the others', () => {
  expect(paramsSchemas['settings.set'].parse({ locale: 'en' })).toEqual({ locale: 'en' });
  expect(paramsSchemas['settings.set'].parse({})).toEqual({});
});

test('settings that were never chosen have their usual values', () => {
  expect(settingsSchema.parse({ theme: 'dark' })).toEqual({
    locale: 'system',
    theme: 'dark',
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
  });
});
