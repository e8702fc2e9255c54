import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  NewGuideDialog,
  type NewGuideDraft,
} from '../../../../src-renderer/features/new-guide/NewGuideDialog.tsx';
import { guideEntry } from '../../guide-entry-fixture.ts';

afterEach(cleanup);

const same = (text: string) => ({ ja: text, en: text });
const type = {
  id: 'job',
  label: same('職種ガイド'),
  description: same(''),
  nameLabel: same('職種の名前（英字）'),
  folder: 'guides',
  h1: '',
  frontMatter: {},
  sections: [],
};

type Answer = { readonly field: 'slug' | undefined; readonly text: string } | undefined;

function renderDialog(answer?: Answer, draft?: NewGuideDraft) {
  const onCreate = vi.fn(() => Promise.resolve(answer));
  const onOpen = vi.fn();
  const typeOf = vi.fn(() =>
    Promise.resolve({
      ...type,
      folder: 'jobs',
      sections: [{ id: '0', heading: '{keycap} {name}の章', required: false, body: '' }],
    }),
  );
  const onClose = vi.fn();
  render(
    <NewGuideDialog
      types={[type]}
      entries={[guideEntry('Cloud Engineer')]}
      fields={[]}
      vocabulary={{}}
      draft={draft}
      typeOf={typeOf}
      onCreate={onCreate}
      onOpen={onOpen}
      onClose={onClose}
    />,
  );
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const create = () => fireEvent.click(screen.getByRole('button', { name: '作って書き始める' }));
  return { onCreate, onClose, onOpen, typeOf, write, create };
}

const slug = () => screen.getByLabelText<HTMLInputElement>('URL名').value;

test('the URL name follows the name until the author writes one', () => {
  const { write } = renderDialog();
  write('職種の名前（英字）', 'Prompt Engineer');
  expect(slug()).toBe('prompt_engineer');
  write('URL名', 'prompter');
  write('職種の名前（英字）', 'Prompt Engineers');
  expect(slug()).toBe('prompter');
});

test('what is missing is told when creating is asked for, not before', () => {
  const { create, onCreate } = renderDialog();
  expect(screen.queryByText('タイトルを入れてください')).toBeNull();
  create();
  expect(screen.getByText('タイトルを入れてください')).toBeTruthy();
  expect(onCreate).not.toHaveBeenCalled();
});

test('a URL name in use is refused with the name of its guide', () => {
  const { write, create, onCreate } = renderDialog();
  write('職種の名前（英字）', 'Cloud Engineer');
  write('タイトル', '雲の仕事');
  create();
  expect(screen.getByText('「Cloud Engineer」がもう使っています')).toBeTruthy();
  expect(onCreate).not.toHaveBeenCalled();
});

test('the answers go without spaces around them, and a failure is shown in words', async () => {
  const { write, create, onCreate } = renderDialog({
    field: undefined,
    text: '空きがありません。',
  });
  write('職種の名前（英字）', ' Prompt Engineer ');
  write('タイトル', 'AIに伝わる言葉を組み立てる仕事');
  create();
  expect(onCreate).toHaveBeenCalledWith({
    type: 'job',
    name: 'Prompt Engineer',
    title: 'AIに伝わる言葉を組み立てる仕事',
    slug: 'prompt_engineer',
    category: '',
  });
  await waitFor(() => expect(screen.getByText('空きがありません。')).toBeTruthy());
});

test('[P3] closing asks first where something was typed', () => {
  const { write, onClose } = renderDialog();
  write('タイトル', '途中');
  fireEvent.click(screen.getByRole('button', { name: 'やめる' }));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '入力を消して閉じる' }));
  expect(onClose).toHaveBeenCalledOnce();
});

const slugField = () => screen.getByLabelText<HTMLInputElement>('URL名');

test('a name taken meanwhile is said at the URL name, until it is another', async () => {
  const { write, create } = renderDialog({ field: 'slug', text: 'もうあります。' });
  write('職種の名前（英字）', 'Pilot');
  write('タイトル', '空の仕事');
  create();
  await screen.findByText('もうあります。');
  expect(slugField().getAttribute('aria-invalid')).toBe('true');
  write('URL名', 'pilots');
  expect(slugField().getAttribute('aria-invalid')).toBeNull();
});

test('[P9] Enter in a field makes the guide, but never the Enter that ends a conversion', () => {
  const { write, onCreate } = renderDialog();
  write('職種の名前（英字）', 'Pilot');
  write('タイトル', '空の仕事');
  const title = screen.getByLabelText('タイトル');
  fireEvent.keyDown(title, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(title, { key: 'Enter', keyCode: 229 });
  expect(onCreate).not.toHaveBeenCalled();
  fireEvent.keyDown(title, { key: 'Enter' });
  expect(onCreate).toHaveBeenCalledOnce();
});

test('the chapters of a guide that is there: found by name, shown, and sent with the answers', async () => {
  const { write, create, onCreate, typeOf } = renderDialog();
  fireEvent.click(screen.getByRole('radio', { name: /今あるガイドから/ }));
  write('名前（英字）', 'Pilot');
  write('タイトル', '空の仕事');
  create();
  expect(onCreate).not.toHaveBeenCalled();
  expect(screen.getAllByText('章立てを写すガイドを選んでください').length).toBeGreaterThan(0);

  const picker = screen.getByRole('combobox', { name: '章立てを写すガイド' });
  fireEvent.change(picker, { target: { value: 'cloud' } });
  fireEvent.keyDown(picker, { key: 'Enter', isComposing: true });
  expect(typeOf).not.toHaveBeenCalled();
  // Enter chooses the guide, and makes none.
  fireEvent.keyDown(picker, { key: 'Enter' });
  expect(onCreate).not.toHaveBeenCalled();
  await screen.findByText('1️⃣ Pilotの章');
  expect(screen.getByText('jobs/pilot.md')).toBeTruthy();
  create();
  expect(onCreate).toHaveBeenCalledWith(
    expect.objectContaining({ from: 'guides/cloud_engineer.md', slug: 'pilot', type: 'job' }),
  );
});

test('another search takes the choice back', async () => {
  const { create, write, onCreate } = renderDialog();
  fireEvent.click(screen.getByRole('radio', { name: /今あるガイドから/ }));
  write('名前（英字）', 'Pilot');
  write('タイトル', '空の仕事');
  fireEvent.click(screen.getByRole('option', { name: /Cloud Engineer/ }));
  await screen.findByText('1️⃣ Pilotの章');
  write('章立てを写すガイド', 'ない');
  expect(screen.getByText('「ない」に合うガイドはありません')).toBeTruthy();
  create();
  expect(onCreate).not.toHaveBeenCalled();
});

test('a guide with a similar title opens from there, and what was typed comes back', () => {
  const { write, onOpen } = renderDialog();
  write('タイトル', 'Cloud Engineerの仕事です');
  fireEvent.click(screen.getByRole('button', { name: 'Cloud Engineer「Cloud Engineerの仕事」' }));
  expect(onOpen).toHaveBeenCalledWith(
    'guides/cloud_engineer.md',
    expect.objectContaining({ title: 'Cloud Engineerの仕事です' }),
  );
  cleanup();
  renderDialog(undefined, onOpen.mock.calls[0]?.[1] as NewGuideDraft);
  expect(screen.getByLabelText<HTMLInputElement>('タイトル').value).toBe(
    'Cloud Engineerの仕事です',
  );
});
