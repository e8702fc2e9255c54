import { expect, test } from 'vitest';
import { announce, useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';

test('the same words said twice are two texts, so that a screen reader reads them again', () => {
  const said: string[] = [];
  const stop = useAnnounceStore.subscribe((state) => said.push(state.said));
  announce('移しました');
  announce('移しました');
  announce('移しました');
  stop();
  expect(said.map((text) => text.trim())).toEqual(['移しました', '移しました', '移しました']);
  expect(said[0]).not.toBe(said[1]);
  expect(said[1]).not.toBe(said[2]);
});
