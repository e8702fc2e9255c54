import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Failure } from '#core/ipc/contract';
import { EncodingBanner } from '../../../../src-renderer/features/banner/EncodingBanner.tsx';
import { useSettingsStore } from '../../../../src-renderer/stores/settings-store.ts';

afterEach(() => {
  cleanup();
  useSettingsStore.setState({ locale: 'ja' });
});

function show(encoding: string | undefined, failure?: Failure) {
  let done: () => void = () => undefined;
  const onConvert = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const onSaveCopy = vi.fn();
  const props = { path: 'guides/nurse.md', encoding, failure, onConvert, onSaveCopy };
  render(<EncodingBanner {...props} />);
  return {
    onConvert,
    onSaveCopy,
    finish: () => act(async () => done()),
    words: () => document.querySelector('.bannertext')?.textContent ?? '',
    convert: () => screen.queryByRole('button', { name: 'UTF-8に変える' }),
  };
}

test.each([
  ['shift_jis', 'Shift_JIS', 'nurse.md.shift_jis.orig'],
  ['euc-jp', 'EUC-JP', 'nurse.md.euc-jp.orig'],
  ['utf-16be', 'UTF-16BE', 'nurse.md.utf-16be.orig'],
])(
  '[F46] %s is named, with what is safe and where the original will be',
  (encoding, name, original) => {
    const { words, convert } = show(encoding);
    expect(words()).toContain(`${name}で書かれているようです。ファイルはそのままで`);
    expect(words()).toContain(`「${original}」という名前で同じ場所に残します`);
    expect(convert()).toBeTruthy();
  },
);

test('[F46] a press converts once, however often it is repeated while that goes on', async () => {
  const { convert, onConvert, finish } = show('shift_jis');
  const press = () => fireEvent.click(convert() ?? document.body);
  press();
  press();
  expect(onConvert).toHaveBeenCalledOnce();
  expect(convert()?.getAttribute('aria-busy')).toBe('true');
  await finish();
  press();
  expect(onConvert).toHaveBeenCalledTimes(2);
  await finish();
});

test.each([
  ['utf-8', '読めない文字があります'],
  ['binary', '文字として読めないため'],
  [undefined, '文字として読めないため'],
])('[F46] %s cannot be converted without a loss, so only a copy is offered', (encoding, text) => {
  const { words, convert, onSaveCopy } = show(encoding);
  expect(words()).toContain(text);
  expect(words()).toContain('ファイルはそのままです');
  expect(convert()).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '別の場所に保存…' }));
  expect(onSaveCopy).toHaveBeenCalledOnce();
});

test('[F46] a conversion that did not happen says what, what is safe, and can be tried again', () => {
  const { words, convert } = show('shift_jis', { code: 'disk-full', detail: 'ENOSPC' });
  expect(words()).toContain('ディスクの空きがありません');
  expect(words()).toContain('元のファイルはそのままです');
  expect(words()).not.toContain('ENOSPC');
  expect(convert()).toBeTruthy();
});

test('[F35][F46] a file that changed meanwhile was loaded again, and the banner says so', () => {
  const { words } = show('shift_jis', { code: 'changed-on-disk', detail: '' });
  expect(words()).toContain('いまのファイルを読み直しました');
});

test('[P9] it speaks English too', () => {
  useSettingsStore.setState({ locale: 'en' });
  const { words } = show('euc-jp');
  expect(words()).toContain('This file seems to be written in EUC-JP.');
  expect(screen.getByRole('button', { name: 'Convert to UTF-8' })).toBeTruthy();
});
