import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createSearchResult } from '#core/markdown/search-result';
import { SocialCards } from '../../../src-renderer/features/preview/SocialCards.tsx';
import { useSettingsStore } from '../../../src-renderer/stores/settings-store.ts';

function open(details: Record<string, unknown>, heading = '') {
  render(
    <SocialCards
      result={createSearchResult(details, heading)}
      siteName="職業ガイド"
      imageAddress={(path) => (path.startsWith('/static/') ? `site://w${path}` : undefined)}
    />,
  );
}

const card = (size: '大きな' | '小さな') =>
  within(screen.getByRole('region', { name: new RegExp(`^${size}カード`) }));

afterEach(() => {
  cleanup();
  useSettingsStore.setState({ locale: 'ja' });
});

it('shows site, title, description and the main image in both sizes', () => {
  open({ meta_description: '説明です。', hero_image: '/static/img/a_hero.png' }, '題の見出し');
  for (const size of ['大きな', '小さな'] as const) {
    expect(card(size).getByText('職業ガイド')).toBeTruthy();
    expect(card(size).getByText('題の見出し')).toBeTruthy();
    expect(card(size).getByText('説明です。')).toBeTruthy();
  }
  expect([...document.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([
    'site://w/static/img/a_hero.png',
    'site://w/static/img/a_hero.png',
  ]);
});

it('names the words that are cut', () => {
  open({ meta_description: '説'.repeat(73) }, '題');
  expect(card('大きな').getByText('説'.repeat(71) + '…')).toBeTruthy();
  expect(card('大きな').getByText('説説')).toBeTruthy();
  expect(card('小さな').getByText('全角73 / 57')).toBeTruthy();
});

it('says what happens where description and image are missing', () => {
  open({ title: '題' });
  expect(card('大きな').getByText('説明文がありません')).toBeTruthy();
  expect(card('大きな').getByText(/画像のないカード/)).toBeTruthy();
});

it('[T14] never loads an image from another host, and marks one that does not load', () => {
  open({ hero_image: 'https://example.com/a.png' });
  expect(document.querySelector('img')).toBeNull();
  cleanup();
  open({ hero_image: '/static/img/gone.png' });
  const image = document.querySelector('[data-card=largeCard] img');
  if (image) fireEvent.error(image);
  expect(card('大きな').getByRole('img', { name: '画像がありません' })).toBeTruthy();
});

it('[P9] speaks the language of the interface', () => {
  useSettingsStore.setState({ locale: 'en' });
  open({});
  expect(screen.getByRole('region', { name: /^Small card/ })).toBeTruthy();
});
