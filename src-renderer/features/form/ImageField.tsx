import { useMemo, useRef, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import type { SiteImage } from '#core/ipc/contract';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { ClippedName } from './ClippedName.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { diskPath, fileName, imageMeant, matchImages } from './image-model.ts';
import { ImageNotes } from './ImageNotes.tsx';
import { useImageSize } from './image-size.ts';
import { Picker } from './Picker.tsx';
import { cap } from './picker-model.ts';
import { PickerThumb } from './PickerThumb.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useImageAdding } from './use-image-adding.ts';

const noImages: readonly SiteImage[] = [];

/** An image of the site: picture, file name, size; chosen from the static folder, dropped, pasted, or from a file. */
export function ImageField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const { parsed, editable, change, images, workspaceId, imageFiles } = useForm();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const size = useImageSize();
  const value = valueAt(parsed.data, pointer);
  const sitePath = typeof value === 'string' ? value : '';
  const known = images ?? noImages;
  const image = useMemo(() => known.find((one) => one.sitePath === sitePath), [known, sitePath]);
  // Until the images have been listed, none is said to be missing.
  const missing = sitePath !== '' && images !== undefined && !image;
  const meant = useMemo(
    () => (missing ? imageMeant(sitePath, known) : undefined),
    [missing, sitePath, known],
  );
  const set = (next: string): void => {
    change({ kind: 'set', pointer, value: next });
  };
  const adding = useImageAdding(field.name, sitePath, (next) => {
    setOpen(false);
    set(next);
  });
  const pick = (next: string): void => {
    adding.clearProblem();
    set(next);
  };
  const chooseFile = (): void => {
    setOpen(false);
    adding.choose();
  };
  const onDisk = image && diskPath(sitePath, imageFiles.static);

  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {({ invalid, findings }) => {
        const fixed = findings.some(({ code, fixes }) => code === 'image-missing' && fixes?.length);
        return (
          <>
            <div
              ref={frame}
              className={classNames('img', (invalid || missing) && 'bad', adding.over && 'over')}
              aria-busy={adding.busy || undefined}
              {...adding.frame}
            >
              <PickerThumb address={image ? siteAddress(workspaceId, sitePath) : null} />
              <span className="grow clip">
                <b className="clip" data-tip={sitePath === '' ? undefined : sitePath}>
                  {sitePath === '' ? text('noImage') : <ClippedName name={fileName(sitePath)} />}
                </b>
                <span className="imgstate">
                  {adding.over ? (
                    <small>{choiceText('dropHere')}</small>
                  ) : adding.busy ? (
                    <small>{choiceText('adding')}</small>
                  ) : (
                    <>
                      {image && <small className="num">{size(image)}</small>}
                      {missing && <small className="t-error">{text('imageMissing')}</small>}
                      {sitePath === '' && editable && <small>{choiceText('dropHint')}</small>}
                    </>
                  )}
                  {editable && (sitePath === '' || missing) && (
                    <LinkButton popup="dialog" expanded={open} onPress={() => setOpen(true)}>
                      {text('findImage')}
                    </LinkButton>
                  )}
                </span>
              </span>
              {sitePath !== '' && (editable || onDisk !== undefined) && (
                <MenuButton
                  label={text('imageActions')}
                  size="small"
                  entries={[
                    ...(editable
                      ? ([
                          { id: 'choose', label: text('changeImage'), icon: 'image' },
                          { id: 'file', label: text('fromComputer'), icon: 'folder' },
                        ] as const)
                      : []),
                    ...(onDisk === undefined
                      ? []
                      : ([{ id: 'reveal', label: choiceText('reveal'), icon: 'eye' }] as const)),
                    ...(editable
                      ? (['separator', { id: 'clear', label: text('clear'), icon: 'x' }] as const)
                      : []),
                  ]}
                  onAction={(id) => {
                    if (id === 'choose') setOpen(true);
                    else if (id === 'file') chooseFile();
                    else if (id === 'reveal') imageFiles.reveal(onDisk ?? '');
                    else if (field.required) pick('');
                    else change({ kind: 'unset', pointer });
                  }}
                />
              )}
              <Picker
                anchor={frame}
                open={open}
                onClose={() => setOpen(false)}
                label={text('chooseImage')}
                placeholder={text('searchImages')}
                onPick={pick}
                extra={
                  <Button size="small" variant="ghost" onPress={chooseFile}>
                    {text('fromComputer')}
                  </Button>
                }
                groupsFor={(query) => [
                  cap(text('staticImages'), matchImages(known, query, sitePath), (one) => ({
                    id: one.sitePath,
                    name: fileName(one.sitePath),
                    detail: size(one),
                    image: siteAddress(workspaceId, one.sitePath),
                    selected: one.sitePath === sitePath,
                  })),
                ]}
              />
            </div>
            <ImageNotes
              image={image}
              onDisk={onDisk}
              problem={adding.problem}
              // The finding below offers the same where it has come already.
              meant={editable && !fixed ? meant : undefined}
              onTake={pick}
            />
          </>
        );
      }}
    </Field>
  );
}
