import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { inFormOrder, siteAddress } from '../../../src-renderer/features/form/form-model.ts';
import { ClippedName } from '../../../src-renderer/features/form/ClippedName.tsx';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { details, showForm } from './render-form.tsx';

test('fields stand in the order of their groups, whatever the order of the file', () => {
  expect(inFormOrder(readFields(defaultGuideSchema)).map(({ name }) => name)).toEqual([
    'title',
    'category',
    'meta_description',
    'keywords',
    'tags',
    'related_jobs',
    'slug',
    'thumbnail',
    'hero_image',
  ]);
});

test('[P1] opening the form changes nothing', () => {
  const { session } = showForm();
  expect(session.version).toBe(0);
  expect(session.text()).toBe(details);
});

test('[F50] broken JSON: the form says where, shows what still parses, and changes nothing', () => {
  const broken = details.replace('"説明",', '"説明"');
  const { session, inSource } = showForm(broken);
  expect(screen.getByText(/5行目の終わりに「,」がないため/)).toBeTruthy();
  const title = screen.getByLabelText<HTMLInputElement>('タイトル');
  expect(title.value).toBe('落ちない基盤');
  expect(title.readOnly).toBe(true);
  fireEvent.change(title, { target: { value: 'x' } });
  expect(session.text()).toBe(broken);
  fireEvent.click(screen.getByText('原稿で直す'));
  expect(inSource).toEqual([['', broken.indexOf('"説明"') + 3]]);
  act(() =>
    session.edit(
      [{ from: broken.indexOf('"説明"') + 4, to: broken.indexOf('"説明"') + 4, insert: ',' }],
      'command',
    ),
  );
  expect(screen.queryByText('原稿で直す')).toBeNull();
  expect(title.readOnly).toBe(false);
});

test('[F50] details that nothing closes are shown as broken, not as absent', () => {
  showForm('---json\n{"title": "あ"}\n# Body\n');
  expect(screen.getByText(/「---」の行がありません/)).toBeTruthy();
});

test('YAML is shown, said to be so, and left alone', () => {
  const { session } = showForm('---\ntitle: あ\ntags: [x]\n---\n');
  expect(screen.getByText(/YAMLで書かれています/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('タイトル').value).toBe('あ');
  expect(screen.queryByLabelText('「タグ」に追加')).toBeNull();
  expect(session.version).toBe(0);
});

test('[T26] a language that would have to be run is refused in words', () => {
  showForm('---js\n{title: "x"}\n---\n');
  expect(screen.getByText(/（---js）には対応していません/)).toBeTruthy();
});

test('a file without details says so', () => {
  const { inSource } = showForm('# Body');
  expect(screen.getByText('このファイルには記事情報がありません')).toBeTruthy();
  fireEvent.click(screen.getByText('原稿で開く'));
  expect(inSource).toHaveLength(1);
});

const others = `---json
{
  "title": "t",
  "faq": [
    {"question": "未経験から", "answer": "はい"},
    {"question": "資格は", "answer": "いいえ"}
  ],
  "note": "メモ",
  "matrix": [[1], [2]]
}
---
`;

test('[P1] unknown fields are listed, and edited by what they hold', () => {
  const { session } = showForm(others);
  fireEvent.change(screen.getByLabelText('note'), { target: { value: 'メモ2' } });
  expect(session.text()).toBe(others.replace('メモ', 'メモ2'));
  const matrix = screen.getByLabelText<HTMLTextAreaElement>('matrix');
  expect(matrix.value).toBe('[[1], [2]]');
});

test('[P1] rows of a list open, are edited, moved and taken out', () => {
  const { session } = showForm(others);
  expect(screen.queryByLabelText('answer')).toBeNull();
  fireEvent.click(screen.getByText('2. 資格は'));
  const answer = screen.getByLabelText<HTMLInputElement>('answer');
  expect(answer.value).toBe('いいえ');
  fireEvent.change(answer, { target: { value: '不要' } });
  expect(session.text()).toBe(others.replace('いいえ', '不要'));
  fireEvent.keyDown(screen.getByText('2. 資格は'), { key: 'ArrowUp', altKey: true });
  expect(session.head().indexOf('資格は')).toBeLessThan(session.head().indexOf('未経験から'));
  fireEvent.click(screen.getByLabelText('1件目の操作'));
  fireEvent.click(screen.getByText('取り除く'));
  expect(session.head()).toContain(
    '"faq": [\n    {"question": "未経験から", "answer": "はい"}\n  ]',
  );
});

test('a row with an error opens by itself and shows its count', () => {
  showForm(others, [
    {
      code: 'x',
      severity: 'error',
      from: 0,
      to: 1,
      pointer: '/faq/1/answer',
      message: { ja: '短い', en: 'short' },
    },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('answer').value).toBe('いいえ');
  expect(screen.getByText('短い')).toBeTruthy();
});

test('a field is added under a new name only', () => {
  const { session } = showForm(others);
  const add = [...document.querySelectorAll('.others > .row button')].at(-1);
  if (!add) throw new Error('no button');
  fireEvent.click(add);
  const name = screen.getByLabelText('項目の名前');
  fireEvent.change(name, { target: { value: 'slug' } });
  fireEvent.submit(name);
  expect(screen.getByText('「slug」はもうあります。')).toBeTruthy();
  fireEvent.change(name, { target: { value: 'extra' } });
  fireEvent.submit(name);
  expect(session.head()).toContain('"matrix": [[1], [2]],\n  "extra": ""\n}');
});

test('[T24] addresses of images are encoded, and long names keep their ends', () => {
  expect(siteAddress('w', '/static/画 像?#.png')).toBe(
    'site://w/static/%E7%94%BB%20%E5%83%8F%3F%23.png',
  );
  const { container } = render(<ClippedName name="cloud_infrastructure_engineer_hero.png" />);
  expect(
    [...container.querySelectorAll('.clip, .clip + span')].map((part) => part.textContent),
  ).toEqual(['cloud_infrastructure_engineer', '_hero.png']);
});
