import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useDroppedFolder } from '../../../src-renderer/app/use-dropped-folder.ts';

const opened: string[] = [];

function Window() {
  const dragging = useDroppedFolder((root) => opened.push(root));
  return (
    <>
      <p>{dragging ? 'dragging' : 'still'}</p>
      <div data-drop-files>
        <span>field</span>
      </div>
    </>
  );
}

beforeEach(() => {
  opened.length = 0;
  Object.assign(window, { app: { pathOf: (file: File) => `/w/${file.name}` } });
  render(<Window />);
});
afterEach(cleanup);

const holding = (name: string, type: string) => ({
  dataTransfer: { types: ['Files'], items: [{ type }], files: [new File([], name, { type })] },
});

test('a folder dropped on the window is opened', () => {
  fireEvent.dragOver(document.body, holding('guides', ''));
  expect(screen.getByText('dragging')).toBeTruthy();
  fireEvent.drop(document.body, holding('guides', ''));
  expect(opened).toEqual(['/w/guides']);
});

test('[T11] what is dropped on a field that takes files is neither navigated to nor opened as a folder', () => {
  fireEvent.dragOver(document.body, holding('a', ''));
  expect(fireEvent.dragOver(screen.getByText('field'), holding('a', ''))).toBe(false);
  expect(screen.getByText('still')).toBeTruthy();
  expect(fireEvent.drop(screen.getByText('field'), holding('a', ''))).toBe(false);
  expect(opened).toEqual([]);
});

test('[T11] an image dropped beside the fields goes nowhere', () => {
  expect(fireEvent.dragOver(document.body, holding('a.png', 'image/png'))).toBe(false);
  expect(screen.getByText('still')).toBeTruthy();
  expect(fireEvent.drop(document.body, holding('a.png', 'image/png'))).toBe(false);
  expect(opened).toEqual([]);
});
