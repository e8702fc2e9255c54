import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { Result } from '#core/ipc/contract';
import { formChoiceMessages } from '#core/messages/form-choices';
import { announce } from '../../stores/announce-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useForm } from './form-context.ts';
import { fileName, imageProblem, type ImageProblem, mostBytes, pastedName } from './image-model.ts';

/** How an image comes into a field, and what became of the last one. */
export interface ImageAdding {
  readonly busy: boolean;
  /** A file is held over the field. */
  readonly over: boolean;
  /** Why the last one was not taken; gone with the next try. */
  readonly problem: ImageProblem | 'noFile' | undefined;
  readonly choose: () => void;
  readonly clearProblem: () => void;
  /** For the frame of the field; the window's own drop leaves what carries `data-drop-files` alone. */
  readonly frame: {
    readonly 'data-drop-files': true | undefined;
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/**
 * Takes dropped, pasted and chosen images into the static folder. `set` is called with the site path once
 * the file is on disk, never before (F52), and only for the last one asked for.
 */
export function useImageAdding(
  field: string,
  present: string,
  set: (sitePath: string) => void,
): ImageAdding {
  const text = useText(formChoiceMessages);
  const { path, editable, imageFiles } = useForm();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<ImageProblem | 'noFile'>();
  const asked = useRef(0);

  const tell = (found: ImageProblem | 'noFile'): void => {
    setProblem(found);
    announce(text(found));
  };
  const run = async (work: () => Promise<Result<string | null>>): Promise<void> => {
    const ticket = (asked.current += 1);
    setProblem(undefined);
    setBusy(true);
    const result = await work();
    if (ticket !== asked.current) return;
    setBusy(false);
    if (!result.ok) tell(imageProblem(result.failure));
    else if (result.value !== null) {
      set(result.value);
      announce(text('added', { name: fileName(result.value) }));
    }
  };
  const add = (file: File, name: string): Promise<void> =>
    run(async () => {
      const failed = (code: 'too-large' | 'not-found'): Result<string> => ({
        ok: false,
        failure: { code, detail: name },
      });
      if (file.size > mostBytes) return failed('too-large');
      // A file that has gone meanwhile, and a folder, cannot be read.
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (!bytes) return failed('not-found');
      return imageFiles.add(name, new Uint8Array(bytes), present);
    });

  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  // What is dropped on a picker bubbles up here as well, but lies elsewhere.
  const isHere = (event: DragEvent): boolean =>
    event.target instanceof Node && event.currentTarget.contains(event.target);
  return {
    busy,
    over,
    problem,
    choose: () => void run(() => imageFiles.choose(present)),
    clearProblem: () => setProblem(undefined),
    frame: {
      'data-drop-files': editable || undefined,
      onPaste(event) {
        const file = event.clipboardData.files[0];
        if (!editable || !file) return;
        event.preventDefault();
        void add(file, pastedName(path, field, file.name));
      },
      onDragOver(event) {
        if (!editable || !carriesFiles(event) || !isHere(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave(event) {
        if (!(
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        )) {
          setOver(false);
        }
      },
      onDrop(event) {
        setOver(false);
        if (!editable || !carriesFiles(event) || !isHere(event)) return;
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) void add(file, file.name);
        else tell('noFile');
      },
    },
  };
}
