import { useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { pathParts } from '#core/catalog/file-name';
import { guideFilesMessages } from '#core/messages/guide-files';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import {
  folderChoices,
  folderFrom,
  type FolderProblem,
  folderProblem,
  hasNoGuides,
} from './folder-choices.ts';
import './guide-files.css';
import { shortList } from './short-list.ts';
import { submitOnEnter } from './submit-on-enter.ts';

interface MoveDialogProps {
  readonly path: string;
  readonly name: string;
  readonly entries: readonly GuideEntry[];
  /** Names of the guides that link to the file by its path. */
  readonly referrers: readonly string[];
  /** Moves it into a folder (relative, empty at the top); comes back with why it could not, in words. */
  readonly onMove: (folder: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

type Text = ReturnType<typeof useText<keyof typeof guideFilesMessages.ja>>;

/** No folder is called so: it stands for one that is still to be named. */
const newFolder = '/';

function problemWords(problem: FolderProblem, text: Text): string {
  if (typeof problem === 'object') return text('moveTaken', { name: problem.takenBy });
  const words = {
    here: 'moveHere',
    empty: 'moveEmpty',
    character: 'nameCharacter',
    reserved: 'nameReserved',
    edge: 'nameEdge',
    long: 'nameLong',
  } as const;
  return text(words[problem]);
}

/** Asks for the folder that a guide goes to. */
export function MoveDialog({ path, name, entries, referrers, onMove, onClose }: MoveDialogProps) {
  const text = useText(guideFilesMessages);
  const folders = folderChoices(path, entries);
  const [chosen, setChosen] = useState(folders.find((folder) => folder !== '') ?? newFolder);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const isNew = chosen === newFolder;
  const folder = isNew ? folderFrom(typed) : chosen;
  const isEmpty = isNew && folder === '';
  const problem = isEmpty ? 'empty' : folderProblem(path, folder, entries);
  const message = problem === undefined ? undefined : problemWords(problem, text);
  const shown = (at: string): string => (at === '' ? text('renameTop') : at);

  const move = async () => {
    if (busy || message !== undefined) return;
    setBusy(true);
    setFailure(await onMove(folder));
    setBusy(false);
  };

  return (
    <Dialog
      title={text('moveTitle', { name })}
      size="small"
      closeLabel={text('close')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button size="big" onPress={onClose}>
            {text('cancel')}
          </Button>
          <Button
            size="big"
            variant="primary"
            busy={busy}
            {...(message === undefined ? {} : { disabledReason: message })}
            onPress={() => void move()}
          >
            {text('moveDo')}
          </Button>
        </>
      }
    >
      {failure !== undefined && <Banner tone="error">{failure}</Banner>}
      <div className="filebody" onKeyDown={submitOnEnter(() => void move())}>
        <LabelledField
          label={text('moveTo')}
          message={
            !isNew && message !== undefined
              ? message
              : text('moveNow', { folder: shown(pathParts(path).folder.slice(0, -1)) })
          }
          tone={!isNew && message !== undefined ? 'error' : undefined}
        >
          {(ids) => (
            <SelectInput
              {...ids}
              autoFocus
              value={chosen}
              options={[
                ...folders.map((value) => ({ value, label: shown(value) })),
                { value: newFolder, label: text('moveNew') },
              ]}
              onChange={setChosen}
            />
          )}
        </LabelledField>
        {isNew && (
          <LabelledField
            label={text('moveNewName')}
            message={isEmpty || message === undefined ? text('moveNewHelp') : message}
            tone={isEmpty || message === undefined ? undefined : 'error'}
          >
            {(ids) => (
              <TextInput
                {...ids}
                invalid={!isEmpty && message !== undefined}
                value={typed}
                onChange={setTyped}
              />
            )}
          </LabelledField>
        )}
        <div className="notes" aria-live="polite">
          <div className="msg">{text('moveKeeps')}</div>
          {hasNoGuides(folder, entries) && (
            <div className="msg">
              <Icon name="warning" size={13} className="m-warning" />
              {text('moveOther')}
            </div>
          )}
          {referrers.length > 0 && (
            <div className="msg">
              <Icon name="warning" size={13} className="m-warning" />
              {text('fileReferred', { count: referrers.length, names: shortList(referrers, text) })}
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
