import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { SiteLook } from '#core/catalog/site-look';
import { afterEach, expect, it, vi } from 'vitest';
import { Preview } from '../../../src-renderer/features/preview/Preview.tsx';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';
import { createTextSession } from './fake-page.ts';

const profile = { flavour: 'gfm-cjk' } as const;

function open(props: { scheme?: 'dark'; look?: SiteLook } = {}) {
  const calls = {
    onWidth: vi.fn<(width: 'phone' | 'tablet' | 'desktop') => void>(),
    onScheme: vi.fn<(scheme: 'light' | 'dark') => void>(),
    onSync: vi.fn<(on: boolean) => void>(),
    onOut: vi.fn<(what: string) => void>(),
  };
  const nothing = () => undefined;
  render(
    <Preview
      session={createTextSession('# 題\n')}
      workspaceId="w"
      profile={profile}
      staticPath="/static"
      entries={new Map()}
      vocabulary={{}}
      diagnostics={[]}
      shows="page"
      onShows={nothing}
      siteName="職業ガイド"
      heading=""
      width="phone"
      scheme="light"
      syncOn
      topLine={0}
      caretLine={0}
      onScrollToLine={nothing}
      onPickLine={nothing}
      onPickNote={nothing}
      onOpenGuide={nothing}
      onOpenExternal={nothing}
      {...props}
      {...calls}
    />,
  );
  return calls;
}

afterEach(() => {
  cleanup();
  useSettingsStore.setState({ locale: 'ja' });
});

it('[T48] shows the page in a frame that may run no script', () => {
  open();
  const frame = screen.getByTitle('プレビュー');
  expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
  expect(frame.getAttribute('src')).toBe('preview.html');
});

it('switches the width, the colours of the page and the sync', () => {
  const { onWidth, onScheme, onSync } = open();
  fireEvent.click(screen.getByRole('button', { name: 'タブレット' }));
  fireEvent.click(screen.getByRole('button', { name: 'PC' }));
  fireEvent.click(screen.getByRole('button', { name: '暗い表示のページ' }));
  fireEvent.click(screen.getByRole('button', { name: '原稿と一緒に動かす' }));
  expect(onWidth.mock.calls).toEqual([['tablet'], ['desktop']]);
  expect(onScheme.mock.calls).toEqual([['dark']]);
  expect(onSync.mock.calls).toEqual([[false]]);
});

it('offers what can be done with the page', () => {
  const { onOut } = open();
  fireEvent.click(screen.getByRole('button', { name: 'ページの操作' }));
  fireEvent.click(screen.getByRole('menuitem', { name: /PDFに書き出す/ }));
  expect(onOut.mock.calls).toEqual([['file.exportPdf']]);
});

it('offers dark colours only where the site has them', () => {
  const button = () => screen.queryByRole('button', { name: '暗い表示のページ' });
  const scheme = () => screen.getByTitle('プレビュー').style.colorScheme;
  open({ scheme: 'dark' });
  expect(button()?.getAttribute('aria-pressed')).toBe('true');
  expect(scheme()).toBe('dark');
  cleanup();
  open({ scheme: 'dark', look: { styles: ['0'.repeat(32)], hasDark: false, notices: [] } });
  expect(button()).toBeNull();
  expect(scheme()).toBe('light');
});

it('[P9] speaks the language of the interface', () => {
  useSettingsStore.setState({ locale: 'en' });
  open();
  expect(screen.getByRole('button', { name: 'Phone' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('group', { name: 'Preview width' })).toBeTruthy();
});
