import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Preview } from '../../../src-renderer/features/preview/Preview.tsx';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';
import { createTextSession } from './fake-page.ts';

const head = (details: Record<string, unknown>) =>
  `---json\n${JSON.stringify(details, null, 2)}\n---\n# 題\n`;

function open(details: Record<string, unknown>, heading = '') {
  const session = createTextSession(head(details));
  const onShows = vi.fn<(shows: 'page' | 'search' | 'social') => void>();
  const nothing = () => undefined;
  render(
    <Preview
      session={session}
      workspaceId="w"
      profile={{ flavour: 'gfm-cjk' }}
      staticPath="/static"
      entries={new Map()}
      vocabulary={{ category: [{ id: 'cloud', label: { ja: 'クラウド', en: 'Cloud' } }] }}
      diagnostics={[]}
      shows="search"
      onShows={onShows}
      siteName="職業ガイド"
      heading={heading}
      width="phone"
      scheme="light"
      onScheme={nothing}
      onWidth={nothing}
      syncOn
      onSync={nothing}
      topLine={0}
      caretLine={0}
      onScrollToLine={nothing}
      onPickLine={nothing}
      onPickNote={nothing}
      onOpenGuide={nothing}
      onOpenExternal={nothing}
      onOut={nothing}
    />,
  );
  return { session, onShows };
}

const results = (device: 'PC' | 'スマホ') =>
  within(screen.getByRole('region', { name: `${device}の検索結果` }));

afterEach(() => {
  cleanup();
  useSettingsStore.setState({ locale: 'ja' });
});

it('shows the guide as a PC and a phone find it, with the site, its trail and its URL name', () => {
  open({ slug: 'cloud_engineer', category: 'cloud', meta_description: '説明です。' }, '題の見出し');
  for (const device of ['PC', 'スマホ'] as const) {
    expect(results(device).getByText('職業ガイド')).toBeTruthy();
    expect(results(device).getByText('ホーム › クラウド › cloud_engineer')).toBeTruthy();
    expect(results(device).getByText('題の見出し')).toBeTruthy();
    expect(results(device).getByText('説明です。')).toBeTruthy();
  }
  expect(screen.queryByTitle('プレビュー')).toBeNull();
});

it('names the words that are cut, by the width of each device', () => {
  open({ meta_description: '説'.repeat(80), title: '題'.repeat(32) });
  expect(results('PC').getByText('題'.repeat(28) + '…')).toBeTruthy();
  expect(results('PC').getByText('題'.repeat(4))).toBeTruthy();
  expect(results('PC').getByText('全角32 / 29.5')).toBeTruthy();
  expect(results('PC').getByText('説'.repeat(80))).toBeTruthy();
  expect(results('スマホ').getByText('題'.repeat(32))).toBeTruthy();
  expect(results('スマホ').getByText('説'.repeat(74) + '…')).toBeTruthy();
  expect(results('スマホ').getByText('全角80 / 75')).toBeTruthy();
});

it('says what happens where title and description are missing', () => {
  open({});
  expect(results('PC').getByText('タイトルがありません')).toBeTruthy();
  expect(results('スマホ').getByText('説明文がありません')).toBeTruthy();
});

it('[P2] follows the guide details as they are written', () => {
  const { session } = open({ meta_description: '前の文' });
  const text = session.text();
  const from = text.indexOf('前の文');
  act(() => session.edit([{ from, to: from + 3, insert: '後の文' }], 'form'));
  expect(results('PC').getByText('後の文')).toBeTruthy();
  expect(results('PC').queryByText('前の文')).toBeNull();
});

it('[T09] shows markup in a description as the letters that it is', () => {
  open({ meta_description: '<img src=x onerror=alert(1)>' });
  expect(results('PC').getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
});

it('loads the list image from the site alone, on the phone alone', () => {
  open({ thumbnail: '/static/img/cloud.png' });
  const image = document.querySelector('[data-device=phone] img');
  expect(image?.getAttribute('src')).toBe('site://w/static/img/cloud.png');
  expect(document.querySelector('[data-device=desktop] img')).toBeNull();
  if (image) fireEvent.error(image);
  expect(results('スマホ').getByRole('img', { name: '画像がありません' })).toBeTruthy();
});

it('[T14] never loads an image from another host', () => {
  open({ thumbnail: 'https://example.com/a.png' });
  expect(document.querySelector('img')).toBeNull();
});

it('goes back to the page, and on to the cards', () => {
  const { onShows } = open({});
  expect(screen.queryByRole('button', { name: 'PC' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'ページ' }));
  fireEvent.click(screen.getByRole('button', { name: 'SNS' }));
  expect(onShows.mock.calls).toEqual([['page'], ['social']]);
});

it('[P9] speaks the language of the interface', () => {
  useSettingsStore.setState({ locale: 'en' });
  open({});
  expect(screen.getByRole('region', { name: 'Search result on a phone' })).toBeTruthy();
});
