import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { pasteMessages } from '#core/messages/paste';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import './image-insert.css';

/** The text itself as a place for an image. */
export const bodyPlace = 'body';

interface ImageInsertDialogProps {
  /** Address in this window. */
  readonly address: string;
  readonly fileName: string;
  /** Which of how many images this is, from 1. */
  readonly index: number;
  readonly count: number;
  /** Image fields of the guide details: JSON pointer and name. */
  readonly fields: readonly { readonly pointer: string; readonly label: string }[];
  /** `place` is `bodyPlace` or the pointer of a field. */
  readonly onInsert: (alt: string, place: string) => void;
  readonly onCancel: () => void;
}

/** Asks what an image shows and where it goes; the image is on disk already. */
export function ImageInsertDialog(props: ImageInsertDialogProps) {
  const { address, fileName, index, count, fields, onInsert, onCancel } = props;
  const text = useText(pasteMessages);
  const [alt, setAlt] = useState('');
  const [place, setPlace] = useState<string>(bodyPlace);
  const description = useRef<HTMLInputElement>(null);
  useEffect(() => description.current?.focus(), []);
  const inBody = place === bodyPlace;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onInsert(alt, place);
  };
  return (
    <Dialog
      title={count > 1 ? text('imageTitleOf', { index, count }) : text('imageTitle')}
      size="small"
      closeLabel={text('close')}
      onClose={onCancel}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onCancel}>{text('cancel')}</Button>
          <Button variant="primary" onPress={() => onInsert(alt, place)}>
            {text('insert')}
          </Button>
        </>
      }
    >
      <div className="imageinsert">
        <figure>
          <img src={address} alt="" draggable={false} />
          <figcaption className="clip" data-tip={fileName}>
            {fileName}
          </figcaption>
        </figure>
        <div className="imageinsert-fields">
          {fields.length > 0 && (
            <label>
              <span>{text('place')}</span>
              <SelectInput
                value={place}
                options={[
                  { value: bodyPlace, label: text('inBody') },
                  ...fields.map(({ pointer, label }) => ({ value: pointer, label })),
                ]}
                onChange={setPlace}
              />
            </label>
          )}
          {inBody && (
            <label>
              <span>{text('alt')}</span>
              <TextInput
                value={alt}
                onChange={setAlt}
                lang="ja"
                ref={description}
                onKeyDown={onKeyDown}
                aria-describedby="imageinsert-hint"
              />
              <small id="imageinsert-hint">{text('altHint')}</small>
            </label>
          )}
        </div>
      </div>
    </Dialog>
  );
}
