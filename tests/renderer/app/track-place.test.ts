import { expect, test } from 'vitest';
import { trackPlace } from '../../../src-renderer/app/track-place.ts';
import { openText } from '../editor/open-text.ts';

test('text that comes in just there can stand before it', () => {
  const session = openText('前の文。後の文。');
  const place = trackPlace(session, 4, 'before');
  session.edit([{ from: 4, to: 4, insert: '一' }], 'command');
  session.edit([{ from: 5, to: 5, insert: '二' }], 'command');
  expect(place.offset()).toBe(6);
  session.edit([{ from: 6, to: 7, insert: 'x' }], 'command');
  expect(place.offset()).toBe(6);
});

test('a place moves with what changes before it, and stays where text comes in behind it', () => {
  const session = openText('前の文。後の文。');
  const place = trackPlace(session, 4);
  session.edit([{ from: 0, to: 1, insert: '直前' }], 'command');
  expect(place.offset()).toBe(5);
  session.edit([{ from: 5, to: 5, insert: '新しい文。' }], 'command');
  expect(place.offset()).toBe(5);
  session.edit([{ from: 2, to: 7, insert: '' }], 'command');
  expect(place.offset()).toBe(2);
  place.stop();
  session.edit([{ from: 0, to: 0, insert: 'x' }], 'command');
  expect(place.offset()).toBe(2);
});
