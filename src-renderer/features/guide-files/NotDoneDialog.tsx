import { guideFilesMessages } from '#core/messages/guide-files';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './guide-files.css';

interface NotDoneDialogProps {
  /** What happened, what is safe, what next. */
  readonly words: string;
  readonly onClose: () => void;
}

/** Says why something was not done that the author asked for without a dialog of its own. */
export function NotDoneDialog({ words, onClose }: NotDoneDialogProps) {
  const text = useText(guideFilesMessages);
  return (
    <Dialog
      title={text('failedTitle')}
      size="small"
      closeLabel={text('close')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button size="big" variant="primary" autoFocus onPress={onClose}>
            {text('close')}
          </Button>
        </>
      }
    >
      <div className="filebody" role="alert">
        <p>{words}</p>
      </div>
    </Dialog>
  );
}
