import { useEffect, useRef, useState } from 'react';
import { pathOfDropped } from '../platform/bridge.ts';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Over an image field, which takes files itself. */
function isOverField({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-drop-files]') !== null;
}

/** An image is no folder: only a field takes it. Folders have no type, and some systems tell none. */
function carriesImage(event: DragEvent): boolean {
  return [...(event.dataTransfer?.items ?? [])].some(({ type }) => type.startsWith('image/'));
}

/**
 * Opens a folder that is dropped on the window. Nothing dropped is ever navigated to (T11); true
 * while something is dragged over the window.
 */
export function useDroppedFolder(onFolder: (root: string) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const open = useRef(onFolder);
  useEffect(() => {
    open.current = onFolder;
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(!isOverField(event) && !carriesImage(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      setDragging(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (isOverField(event) || carriesImage(event)) return;
      const file = event.dataTransfer?.files[0];
      if (file) open.current(pathOfDropped(file));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}
