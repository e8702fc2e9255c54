import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showForm } from './render-form.tsx';

const yaml = '---\ntitle: あ\ntags: [x]\n---\n# Body\n';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('[P1] details that lose nothing become JSON at once, as one step that can be undone', async () => {
  const { session } = showForm(yaml);

  press('フォームで変えられる形にする');

  expect(session.text()).toBe(
    '---json\n{\n  "title": "あ",\n  "tags": [\n    "x"\n  ]\n}\n---\n# Body\n',
  );
  expect(session.version).toBe(1);
  expect(screen.queryByText(/YAMLで書かれています/)).toBeNull();
  const title = screen.getByLabelText<HTMLInputElement>('タイトル');
  expect(title.readOnly).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(title));
  act(() => session.undo());
  expect(session.text()).toBe(yaml);
});

const toml = '+++\n# 下書き\n# 二つ目\ntitle = "あ"\nday = 2026-11-23\n+++\n# Body\n';

test('[P1] what will not be kept is listed before anything changes, and leaving it changes nothing', async () => {
  const { session } = showForm(toml);

  press('フォームで変えられる形にする…');

  expect(screen.getByRole('dialog').textContent).toContain('本文はそのままです');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'コメント2件（「# 下書き」など）',
    '日付1件（「2026-11-23」）。サイトは日付ではなく文字として読むようになります',
  ]);
  press('やめる');
  expect(session.version).toBe(0);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('[P1] after the list, 変える writes JSON and the focus goes to the first field', async () => {
  const { session } = showForm(toml);

  press('フォームで変えられる形にする…');
  press('変える');

  expect(session.text()).toBe(
    '---json\n{\n  "title": "あ",\n  "day": "2026-11-23"\n}\n---\n# Body\n',
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('タイトル')));
});

test('details that JSON cannot hold say why, and offer the manuscript only', () => {
  const { inSource } = showForm('---\ntitle: あ\nn: .nan\n---\n');

  expect(screen.getByText(/「\/n」の値はJSONでは書けません/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /フォームで変えられる形/ })).toBeNull();
  press('原稿で開く');
  expect(inSource).toEqual([['', undefined]]);
});

test('broken YAML is mended in the manuscript first', () => {
  showForm('---\ntitle: [あ\n---\n');

  expect(screen.queryByRole('button', { name: /フォームで変えられる形/ })).toBeNull();
  expect(screen.getByText('原稿で直す')).toBeTruthy();
});
