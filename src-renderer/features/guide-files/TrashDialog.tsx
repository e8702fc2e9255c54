import { useState } from 'react';
import { guideFilesMessages } from '#core/messages/guide-files';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './guide-files.css';

interface TrashDialogProps {
  readonly name: string;
  /** Names of the guides that name this one. */
  readonly referrers: readonly string[];
  /** Moves it to the trash; comes back with why it could not, in words. */
  readonly onTrash: () => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Shows who names a guide before it goes to the trash. */
export function TrashDialog({ name, referrers, onTrash, onClose }: TrashDialogProps) {
  const text = useText(guideFilesMessages);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const trash = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(await onTrash());
    setBusy(false);
  };
  return (
    <Dialog
      title={text('trashTitle', { name })}
      size="small"
      closeLabel={text('close')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button size="big" autoFocus onPress={onClose}>
            {text('cancel')}
          </Button>
          <Button size="big" variant="danger" busy={busy} onPress={() => void trash()}>
            {text('trash')}
          </Button>
        </>
      }
    >
      {failure !== undefined && <Banner tone="error">{failure}</Banner>}
      <div className="filebody">
        <p>{text('trashReferred', { count: referrers.length })}</p>
        <ul className="referrers">
          {referrers.map((referrer) => (
            <li key={referrer} className="clip">
              {referrer}
            </li>
          ))}
        </ul>
        <p>{text('trashKeeps')}</p>
      </div>
    </Dialog>
  );
}
