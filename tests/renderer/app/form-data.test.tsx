import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SiteImage } from '#core/ipc/contract';
import { imageFilesOf } from '../../../src-renderer/app/image-files.ts';
import { useSiteImages, useVocabularyUses } from '../../../src-renderer/app/use-workspace-data.ts';

const asked: [string, unknown][] = [];
/** What the main process answers, by request. */
const answers: Record<string, (params: unknown) => unknown> = {};

beforeEach(() => {
  asked.length = 0;
  const request = async (method: string, params: unknown) => {
    asked.push([method, params]);
    return answers[method]?.(params);
  };
  Object.assign(window, { app: { request } });
});
afterEach(cleanup);

const image = (name: string): SiteImage => ({ sitePath: `/static/${name}`, bytes: 1 });
const ok = (value: unknown) => ({ ok: true, value });

test('the images are listed again when the guide changes, the window comes back and one was added', async () => {
  let there = [image('a.png')];
  answers['images.list'] = () => ok(there);
  const { result, rerender } = renderHook(({ key }) => useSiteImages(key), {
    initialProps: { key: '1' },
  });
  expect(result.current.images).toBeUndefined();
  await waitFor(() => expect(result.current.images).toEqual(there));
  there = [image('a.png'), image('b.png')];
  rerender({ key: '2' });
  await waitFor(() => expect(result.current.images).toEqual(there));
  there = [];
  act(() => void window.dispatchEvent(new Event('focus')));
  await waitFor(() => expect(result.current.images).toEqual([]));
  there = [image('c.png')];
  await act(() => result.current.reload());
  expect(result.current.images).toEqual(there);
});

test('an answer that a later one has overtaken is not shown', async () => {
  const waiting: ((value: unknown) => void)[] = [];
  answers['images.list'] = () => new Promise((resolve) => waiting.push(resolve));
  const { result } = renderHook(() => useSiteImages('1'));
  act(() => void result.current.reload());
  await waitFor(() => expect(waiting).toHaveLength(2));
  await act(async () => waiting[1]?.(ok([image('new.png')])));
  await act(async () => waiting[0]?.(ok([image('old.png')])));
  expect(result.current.images).toEqual([image('new.png')]);
});

test('words are counted again whenever the key changes', async () => {
  let count = 1;
  answers['vocabulary.uses'] = () => ok({ tags: { a: count } });
  const { result, rerender } = renderHook(({ key }) => useVocabularyUses(key), {
    initialProps: { key: '1' },
  });
  await waitFor(() => expect(result.current).toEqual({ tags: { a: 1 } }));
  count = 2;
  rerender({ key: '2' });
  await waitFor(() => expect(result.current).toEqual({ tags: { a: 2 } }));
});

test('[F52] the images are listed before the path of a new one is told, and a failure lists nothing', async () => {
  const order: string[] = [];
  const files = imageFilesOf({ folder: 'static', path: '/static' }, async () => {
    order.push('listed');
  });
  answers['images.add'] = () => ok({ sitePath: '/static/a.png' });
  const added = await files.add('a.png', new Uint8Array([1]), '/static/b.png');
  order.push('told');
  expect(added).toEqual(ok('/static/a.png'));
  expect(asked).toEqual([
    ['images.add', { name: 'a.png', bytes: new Uint8Array([1]), beside: '/static/b.png' }],
  ]);
  const failure = { ok: false, failure: { code: 'disk-full', detail: '' } };
  answers['images.add'] = () => failure;
  expect(await files.add('a.png', new Uint8Array(), '')).toEqual(failure);
  answers['images.choose'] = () => ok(null);
  expect(await files.choose('')).toEqual(ok(null));
  expect(order).toEqual(['listed', 'told']);
});
