import { expect, test } from 'vitest';
import { keyLabel, keyParts } from '../../../src-renderer/ui/key-label.ts';

test.each([
  ['CmdOrCtrl+Shift+P', 'Ctrl+Shift+P', '⌘⇧P'],
  ['Ctrl+Tab', 'Ctrl+Tab', '⌃Tab'],
  ['CmdOrCtrl+Alt+.', 'Ctrl+Alt+.', '⌘⌥.'],
  ['F8', 'F8', 'F8'],
])('%s is written %s, on macOS %s', (accelerator, other, mac) => {
  expect(keyLabel(accelerator, false)).toBe(other);
  expect(keyLabel(accelerator, true)).toBe(mac);
});

test('each key is a part of its own', () => {
  expect(keyParts('CmdOrCtrl+Shift+E', false)).toEqual(['Ctrl', 'Shift', 'E']);
});
