import { useRef, useState } from 'react';
import { valueAt } from '#core/document/pointer';
import type { SiteImage } from '#core/ipc/contract';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { fileName, matchImages, shortenMiddle } from './image-model.ts';
import { Picker } from './Picker.tsx';
import { PickerThumb } from './PickerThumb.tsx';
import type { WidgetProps } from './TextField.tsx';

/** An image of the site: picture, file name, size; chosen from the static folder or from a file in it. */
export function ImageField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const { parsed, editable, change, images, workspaceId, onChooseImage } = useForm();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const value = valueAt(parsed.data, pointer);
  const sitePath = typeof value === 'string' ? value : '';
  const image = images.find((one) => one.sitePath === sitePath);
  const missing = sitePath !== '' && !image;

  const sizeOf = ({ width, height, bytes }: SiteImage): string => {
    const size = text('kilobytes', { count: Math.max(1, Math.round(bytes / 1024)) });
    return width === undefined || height === undefined
      ? text('unknownSize', { size })
      : text('imageSize', { width: String(width), height: String(height), size });
  };
  const set = (next: string): void => change({ kind: 'set', pointer, value: next });
  const chooseFile = async (): Promise<void> => {
    setOpen(false);
    const chosen = await onChooseImage();
    if (chosen !== null) set(chosen);
  };

  return (
    <Field field={field} pointer={pointer} columns={columns} single={false}>
      {({ invalid }) => (
        <div ref={frame} className={classNames('img', (invalid || missing) && 'bad')}>
          <PickerThumb address={image ? siteAddress(workspaceId, sitePath) : null} />
          <span className="grow clip">
            <b className="clip" data-tip={sitePath === '' ? undefined : sitePath}>
              {sitePath === '' ? text('noImage') : shortenMiddle(fileName(sitePath))}
            </b>
            {image && <small className="num">{sizeOf(image)}</small>}
            {missing && <small className="t-error">{text('imageMissing')}</small>}
          </span>
          {editable && (sitePath === '' || missing) && (
            <LinkButton popup="dialog" expanded={open} onPress={() => setOpen(true)}>
              {text('findImage')}
            </LinkButton>
          )}
          {editable && image && (
            <MenuButton
              label={text('imageActions')}
              size="small"
              entries={[
                { id: 'choose', label: text('changeImage'), icon: 'image' },
                { id: 'file', label: text('fromComputer'), icon: 'folder' },
                'separator',
                { id: 'clear', label: text('clear'), icon: 'x' },
              ]}
              onAction={(id) => {
                if (id === 'choose') setOpen(true);
                else if (id === 'file') void chooseFile();
                else set('');
              }}
            />
          )}
          <Picker
            anchor={frame}
            open={open}
            onClose={() => setOpen(false)}
            label={text('chooseImage')}
            placeholder={text('searchImages')}
            onPick={set}
            extra={
              <Button size="small" variant="ghost" onPress={() => void chooseFile()}>
                {text('fromComputer')}
              </Button>
            }
            groupsFor={(query) => [
              {
                title: text('staticImages'),
                options: matchImages(images, query, sitePath).map((one) => ({
                  id: one.sitePath,
                  name: fileName(one.sitePath),
                  detail: sizeOf(one),
                  image: siteAddress(workspaceId, one.sitePath),
                  selected: one.sitePath === sitePath,
                })),
              },
            ]}
          />
        </div>
      )}
    </Field>
  );
}
