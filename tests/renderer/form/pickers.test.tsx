import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { details, showForm } from './render-form.tsx';

const search = (): HTMLInputElement => within(screen.getByRole('dialog')).getByRole('combobox');
const options = (): (string | null)[] =>
  screen.queryAllByRole('option').map((one) => one.querySelector('b')?.textContent ?? null);
const relations = (): HTMLElement => {
  const field = document.querySelector<HTMLElement>('[data-pointer="/related_jobs"]');
  if (!field) throw new Error('no relations');
  return field;
};

test('related guides are cards with picture, name and category; a missing one is red', () => {
  const { opened } = showForm();
  const [good, bad] = [...relations().querySelectorAll('.rel')];
  expect(good?.textContent).toBe('Network Engineerクラウド・インフラ');
  expect(good?.querySelector('img')?.getAttribute('src')).toBe(
    'site://w1/static/img/network_engineer.png',
  );
  expect(bad?.className).toContain('bad');
  expect(bad?.textContent).toBe('sre_engineerガイドがありません');
  fireEvent.click(screen.getByLabelText('「Network Engineer」を開く'));
  expect(opened).toEqual(['guides/network_engineer.md']);
});

test('a guide is added by Enter and the picker stays open', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  expect(options()).toEqual(['Site Reliability Engineer', 'Network Engineer', 'Nurse']);
  fireEvent.change(search(), { target: { value: 'ｎｕｒ' } });
  expect(options()).toEqual(['Nurse']);
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('"sre_engineer"', '"sre_engineer",\n    "nurse"'));
  expect(screen.getByRole('option', { name: /Nurse/ }).textContent).toContain('選択済み');
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head().match(/nurse/g)).toHaveLength(1);
});

test('[P9] Enter while composing in a picker picks nothing', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  fireEvent.keyDown(search(), { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(search(), { key: 'ArrowDown', isComposing: true });
  expect(session.text()).toBe(details);
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
});

test('arrows go round the options, and Esc closes the picker', () => {
  showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  fireEvent.keyDown(search(), { key: 'ArrowUp' });
  expect(screen.getAllByRole('option').at(-1)?.getAttribute('aria-selected')).toBe('true');
  expect(search().getAttribute('aria-activedescendant')).toBe(
    screen.getAllByRole('option').at(-1)?.id,
  );
  fireEvent.keyDown(search(), { key: 'ArrowDown' });
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(search(), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a red card opens on the nearest name and is replaced by what is picked', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByLabelText('「sre_engineer」の代わりを選ぶ'));
  expect(screen.getByText('「sre_engineer」に近い名前')).toBeTruthy();
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('sre_engineer', 'site_reliability_engineer'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('cards move by Alt with an arrow and go by Delete', () => {
  const { session } = showForm();
  const card = (): HTMLElement => screen.getByLabelText('「Network Engineer」を開く');
  fireEvent.keyDown(card(), { key: 'ArrowRight', altKey: true });
  expect(session.head()).toContain('[\n    "sre_engineer",\n    "network_engineer"\n  ]');
  expect(document.activeElement).toBe(card());
  fireEvent.keyDown(card(), { key: 'Delete' });
  expect(session.head()).toContain('[\n    "sre_engineer"\n  ]');
});

test('a category is chosen by its label', () => {
  const { session } = showForm();
  const control = screen.getByLabelText('カテゴリー');
  expect(control.textContent).toBe('クラウド・インフラcloud-infra');
  fireEvent.click(control);
  fireEvent.change(search(), { target: { value: 'いりょう' } });
  expect(options()).toEqual(['「いりょう」を使う']);
  fireEvent.change(search(), { target: { value: '医療' } });
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('"cloud-infra"', '"medical-care"'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an image shows its name and size; one that is gone says so', () => {
  showForm();
  const [image, gone] = [...document.querySelectorAll('.img')];
  expect(image?.textContent).toBe('cloud_engineer.png640×360 ・ 48 KB');
  expect(image?.querySelector('img')?.getAttribute('src')).toBe(
    'site://w1/static/img/cloud_engineer.png',
  );
  expect(gone?.textContent).toContain('見つかりません');
  expect(gone?.querySelector('img')).toBeNull();
});

test('an image is picked from the static folder or from a file', async () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('探す…'));
  expect(options()).toEqual(['cloud_engineer.png', 'nurse.png']);
  fireEvent.change(search(), { target: { value: 'cloud' } });
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"hero_image": "/static/img/cloud_engineer.png"');
  act(() => session.undo());
  fireEvent.click(screen.getByText('探す…'));
  fireEvent.click(screen.getByText('ファイルから選ぶ…'));
  await waitFor(() => expect(session.head()).toContain('"hero_image": "/static/img/nurse.png"'));
});
