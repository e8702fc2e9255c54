import type { SiteImage } from '#core/ipc/contract';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { useForm } from './form-context.ts';
import { fileName, heavyBytes, type ImageProblem } from './image-model.ts';
import { useWeight } from './image-size.ts';

interface ImageNotesProps {
  /** The image that the field has, if it is there. */
  readonly image: SiteImage | undefined;
  /** Where it lies, relative to the workspace. */
  readonly onDisk: string | undefined;
  readonly problem: ImageProblem | 'noFile' | undefined;
  /** Site path of the image that one which is missing was probably meant to be. */
  readonly meant: string | undefined;
  readonly onTake: (sitePath: string) => void;
}

/** What is to be said of an image under its field: where it lies, that it is heavy, why another was not taken. */
export function ImageNotes({ image, onDisk, problem, meant, onTake }: ImageNotesProps) {
  const text = useText(formChoiceMessages);
  const weight = useWeight();
  const { imageFiles } = useForm();
  return (
    <>
      {onDisk !== undefined && (
        <div className="imgpath">
          <span className="grow clip" data-tip={onDisk}>
            {onDisk}
          </span>
          <IconButton
            icon="eye"
            size="small"
            label={text('reveal')}
            onPress={() => imageFiles.reveal(onDisk)}
          />
        </div>
      )}
      {problem !== undefined && (
        <div className="msg t-error">
          <SeverityIcon severity="error" size={13} />
          <span className="grow">{text(problem)}</span>
        </div>
      )}
      {meant !== undefined && (
        <div className="msg">
          <LinkButton tip={meant} onPress={() => onTake(meant)}>
            {text('useNearest', { name: fileName(meant) })}
          </LinkButton>
        </div>
      )}
      {image && image.bytes > heavyBytes && (
        <div className="msg muted">
          <SeverityIcon severity="information" size={13} />
          <span className="grow">{text('heavy', { size: weight(image.bytes) })}</span>
        </div>
      )}
    </>
  );
}
