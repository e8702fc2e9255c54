import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';
import { details, entry, showForm } from './render-form.tsx';

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
  expect(bad?.textContent).toBe(
    'sre_engineerガイドがありません「Site Reliability Engineer」に置き換える',
  );
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

test('a search puts its best match first, and Enter takes the best that is not chosen yet', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  fireEvent.change(search(), { target: { value: 'n' } });
  expect(options()).toEqual(['Network Engineer', 'Nurse', 'Site Reliability Engineer']);
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('"sre_engineer"', '"sre_engineer",\n    "nurse"'));
});

test('a choice opens on what is chosen, and Enter keeps it', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByLabelText('カテゴリー'));
  const active = document.getElementById(search().getAttribute('aria-activedescendant') ?? '');
  expect(active?.textContent).toContain('クラウド・インフラ');
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.text()).toBe(details);
  expect(screen.queryByRole('dialog')).toBeNull();
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

test('the nearest guide takes the place of one that is missing at one press, and keeps the focus', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('「Site Reliability Engineer」に置き換える'));
  expect(session.text()).toBe(details.replace('sre_engineer', 'site_reliability_engineer'));
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    '「Site Reliability Engineer」を開く',
  );
});

test('a card says what it is and what is wrong with it to screen readers', () => {
  showForm(
    details.replace('"sre_engineer"', '"sre_engineer", "cloud_engineer", "network_engineer"'),
  );
  const said = [...relations().querySelectorAll('.relname')].map((card) => {
    const reason = document.getElementById(card.getAttribute('aria-describedby') ?? '');
    return `${card.getAttribute('aria-label')}: ${reason?.textContent}`;
  });
  expect(said).toEqual([
    '「Network Engineer」を開く: クラウド・インフラ',
    '「sre_engineer」の代わりを選ぶ: ガイドがありません',
    '「Cloud Engineer」の代わりを選ぶ: このガイド自身です',
    '「Network Engineer」を開く: 同じガイドが上にもあります',
  ]);
  expect(relations().querySelectorAll('.rel.bad')).toHaveLength(3);
});

test('moving a card tells the new place', () => {
  showForm();
  fireEvent.keyDown(screen.getByLabelText('「Network Engineer」を開く'), {
    key: 'ArrowDown',
    altKey: true,
  });
  expect(useAnnounceStore.getState().said.trim()).toBe('2件目に移しました（全2件）');
});

test('Home, End and pages move in the list while nothing is typed, and in the text otherwise', () => {
  showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  const active = (): string | null | undefined =>
    document.getElementById(search().getAttribute('aria-activedescendant') ?? '')?.textContent;
  fireEvent.keyDown(search(), { key: 'End' });
  expect(active()).toContain('Nurse');
  fireEvent.keyDown(search(), { key: 'Home' });
  expect(active()).toContain('Site Reliability');
  fireEvent.keyDown(search(), { key: 'PageDown' });
  expect(active()).toContain('Nurse');
  fireEvent.keyDown(search(), { key: 'PageUp' });
  fireEvent.change(search(), { target: { value: 'e' } });
  expect(fireEvent.keyDown(search(), { key: 'End' })).toBe(true);
  expect(active()).toContain('Site Reliability');
  expect(fireEvent.keyDown(search(), { key: 'End', ctrlKey: true })).toBe(false);
  expect(active()).toContain('Nurse');
});

test('a picker tells how many it found, names its groups, and numbers its options', () => {
  showForm();
  fireEvent.click(screen.getByText('ガイドを追加'));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByRole('status').textContent).toBe('3件の候補');
  expect(dialog.getAllByRole('group').map((one) => one.getAttribute('aria-labelledby'))).toSatisfy(
    (ids: string[]) =>
      ids.map((id) => document.getElementById(id)?.textContent).join() ===
      '「sre_engineer」に近い名前,同じカテゴリー,ほかのガイド',
  );
  expect(dialog.getAllByRole('option').map((one) => one.getAttribute('aria-posinset'))).toEqual([
    '1',
    '2',
    '3',
  ]);
  fireEvent.change(search(), { target: { value: 'zzz' } });
  expect(dialog.getByRole('status').textContent).toBe('「zzz」に合うものはありません');
});

const keyed = {
  type: 'object',
  properties: {
    related_jobs: {
      type: 'array',
      items: { type: 'string', 'x-relation': { field: 'code' } },
    },
    parent: { type: 'string', 'x-relation': { field: 'code' }, 'x-label': '親のガイド' },
  },
};
const keyedEntries = new Map(
  [
    entry('cloud_engineer', 'Cloud Engineer', { keys: { code: 'C1' } }),
    entry('nurse', 'Nurse', { keys: { code: 'N7' } }),
    entry('network_engineer', 'Network Engineer', { keys: { code: 'N8' } }),
  ].map((one) => [one.path, one]),
);

test('relations by another field show and write its values', () => {
  const text = details.replace('"network_engineer",\n    "sre_engineer"', '"N7"');
  const { session } = showForm(text, [], keyed, { entries: keyedEntries });
  expect(relations().querySelector('.rel')?.textContent).toContain('Nurse');
  fireEvent.click(screen.getByText('ガイドを追加'));
  expect(options()).toEqual(['Network Engineer', 'Nurse']);
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"N7",\n    "N8"');
});

test('one related guide is chosen, opened, changed and taken out', () => {
  const { session, opened } = showForm(details, [], keyed, { entries: keyedEntries });
  const parent = (): HTMLElement => {
    const field = document.querySelector<HTMLElement>('[data-pointer="/parent"]');
    if (!field) throw new Error('no parent');
    return field;
  };
  fireEvent.click(within(parent()).getByText('ガイドを選ぶ'));
  fireEvent.change(search(), { target: { value: 'ｎｕｒｓｅ' } });
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"parent": "N7"');
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(within(parent()).getByLabelText('「Nurse」を開く'));
  expect(opened).toEqual(['guides/nurse.md']);
  fireEvent.click(within(parent()).getByLabelText('「Nurse」を別のガイドに変える'));
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"parent": "N8"');
  fireEvent.click(within(parent()).getByLabelText('「Network Engineer」を外す'));
  expect(session.text()).toBe(details);
});

const choice = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-pointer="/${name}"] .choice`);
  if (!found) throw new Error(`no choice ${name}`);
  return found;
};
const choices = {
  type: 'object',
  properties: {
    level: {
      enum: [1, '1', true, null],
      'x-label': '段階',
    },
    audience: {
      oneOf: [
        { const: 'new', title: '新人向け' },
        { const: 'old', title: '経験者向け' },
      ],
      'x-label': '読者',
    },
  },
};

test('a choice keeps the kind of its value', () => {
  const { session } = showForm(details, [], choices);
  for (const [index, json] of ['1', '"1"', 'true', 'null'].entries()) {
    fireEvent.click(choice('level'));
    fireEvent.click(screen.getAllByRole('option')[index] as HTMLElement);
    expect(session.head()).toContain(`"level": ${json}\n`);
  }
  expect(choice('level').textContent).toContain('なし');
});

test('[P1] a choice goes by its label, and an optional one can be cleared', () => {
  const { session } = showForm(details, [], choices);
  fireEvent.click(choice('audience'));
  fireEvent.change(search(), { target: { value: 'けいけん' } });
  expect(options()).toEqual([]);
  fireEvent.change(search(), { target: { value: '経験' } });
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(session.head()).toContain('"audience": "old"');
  expect(choice('audience').textContent).toBe('経験者向けold');
  fireEvent.click(choice('audience'));
  fireEvent.click(screen.getByText('選択を外す'));
  expect(session.text()).toBe(details);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a required choice is not cleared, and counts say how many guides use each', () => {
  showForm();
  fireEvent.click(choice('category'));
  expect(screen.queryByText('選択を外す')).toBeNull();
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
    'クラウド・インフラ選択済み',
    '医療・福祉medical-care ・ 1件',
  ]);
});
