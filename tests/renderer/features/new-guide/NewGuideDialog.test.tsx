import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { NewGuideDialog } from '../../../../src-renderer/features/new-guide/NewGuideDialog.tsx';
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

function renderDialog(answer?: string) {
  const onCreate = vi.fn(() => Promise.resolve(answer));
  const onClose = vi.fn();
  render(
    <NewGuideDialog
      types={[type]}
      entries={[guideEntry('Cloud Engineer')]}
      fields={[]}
      vocabulary={{}}
      onCreate={onCreate}
      onClose={onClose}
    />,
  );
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const create = () => fireEvent.click(screen.getByRole('button', { name: '作って書き始める' }));
  return { onCreate, onClose, write, create };
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
  const { write, create, onCreate } = renderDialog('同じ名前のファイルがもうあります。');
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
  await waitFor(() => expect(screen.getByText('同じ名前のファイルがもうあります。')).toBeTruthy());
});

test('[P3] closing asks first where something was typed', () => {
  const { write, onClose } = renderDialog();
  write('タイトル', '途中');
  fireEvent.click(screen.getByRole('button', { name: 'やめる' }));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '入力を消して閉じる' }));
  expect(onClose).toHaveBeenCalledOnce();
});
