import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ImageInsertDialog } from '../../../../src-renderer/features/image-insert/ImageInsertDialog.tsx';

afterEach(cleanup);

function open(fields: { pointer: string; label: string }[] = []) {
  const inserted: [string, string][] = [];
  const cancelled: true[] = [];
  render(
    <ImageInsertDialog
      address="site://w/static/img/nurse_1.png"
      fileName="nurse_1.png"
      index={1}
      count={1}
      fields={fields}
      onInsert={(alt, place) => inserted.push([alt, place])}
      onCancel={() => cancelled.push(true)}
    />,
  );
  return { inserted, cancelled };
}

const alt = () => screen.getByRole<HTMLInputElement>('textbox');

test('the description is asked for, and Enter puts the image into the text', () => {
  const { inserted } = open();
  expect(document.activeElement).toBe(alt());
  fireEvent.change(alt(), { target: { value: '病棟の様子' } });
  fireEvent.keyDown(alt(), { key: 'Enter' });
  expect(inserted).toEqual([['病棟の様子', 'body']]);
});

test('a decoration needs no description', () => {
  const { inserted } = open();
  fireEvent.keyDown(alt(), { key: 'Enter' });
  expect(inserted).toEqual([['', 'body']]);
});

test('[P9] the Enter that ends a composition inserts nothing', () => {
  const { inserted } = open();
  fireEvent.keyDown(alt(), { key: 'Enter', isComposing: true });
  fireEvent.keyDown(alt(), { key: 'Enter', keyCode: 229 });
  expect(inserted).toEqual([]);
});

test('an image can go to an image field of the guide instead, by its name', () => {
  const { inserted } = open([{ pointer: '/thumbnail', label: '一覧の画像' }]);
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '/thumbnail' } });
  expect(screen.queryByRole('textbox')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '入れる' }));
  expect(inserted).toEqual([['', '/thumbnail']]);
});

test('no place is asked for where the guides have no such field, and Escape inserts nothing', () => {
  const { inserted, cancelled } = open();
  expect(screen.queryByRole('combobox')).toBeNull();
  fireEvent.keyDown(alt(), { key: 'Escape' });
  expect(cancelled).toHaveLength(1);
  expect(inserted).toEqual([]);
});
