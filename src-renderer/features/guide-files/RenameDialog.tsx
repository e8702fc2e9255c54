import { useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { checkFileName, fileKey, type FileNameProblem, pathParts } from '#core/catalog/file-name';
import { slugPattern } from '#core/catalog/slug';
import type { Values } from '#core/ipc/contract';
import { guideFilesMessages } from '#core/messages/guide-files';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import './guide-files.css';
import { shortList } from './short-list.ts';
import { submitOnEnter } from './submit-on-enter.ts';

interface RenameDialogProps {
  readonly path: string;
  /** URL name as the guide says it; empty where it has none. */
  readonly slug: string;
  readonly entries: readonly GuideEntry[];
  /** Who names the guide; `undefined` until that is known. */
  readonly namedBy: Values['guide.namedBy'] | undefined;
  readonly nameOf: (path: string) => string;
  /** Renames the file; comes back with why it could not, in words, or `undefined` when it is done. */
  readonly onRename: (to: string, withSlug: boolean) => Promise<string | undefined>;
  readonly onClose: () => void;
}

const problems = {
  empty: 'nameEmpty',
  separator: 'nameSeparator',
  character: 'nameCharacter',
  reserved: 'nameReserved',
  edge: 'nameEdge',
  long: 'nameLong',
} as const satisfies Record<FileNameProblem, keyof typeof guideFilesMessages.ja>;

/** Asks for another name of a guide's file, and says what becomes of those who name it. */
export function RenameDialog(props: RenameDialogProps) {
  const { path, slug, entries, namedBy, onRename, onClose } = props;
  const text = useText(guideFilesMessages);
  const before = pathParts(path);
  const [typed, setTyped] = useState(before.stem);
  const [chosen, setChosen] = useState<boolean>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const stem = typed.normalize('NFC');
  const to = `${before.folder}${stem}${before.ending}`;
  const changed = to !== path;
  const problem = changed ? checkFileName(stem, before.ending) : undefined;
  const taken = entries.find((entry) => entry.path !== path && fileKey(entry.path) === fileKey(to));
  const message =
    problem !== undefined
      ? text(problems[problem])
      : taken
        ? text('nameTaken', { name: taken.name })
        : undefined;
  const canBeSlug = slug !== '' && slug !== stem && slugPattern.test(stem) && message === undefined;
  const list = (paths: readonly string[]): string => shortList(paths.map(props.nameOf), text);
  const { byValue = [], byPath = [] } = namedBy ?? {};
  // Where others name it, another URL name would cut them off: only the author may want that.
  const wantsSlug = chosen ?? (namedBy !== undefined && byValue.length === 0);
  const withSlug = canBeSlug && wantsSlug;

  const rename = async () => {
    if (busy || message !== undefined) return;
    if (!changed) {
      onClose();
      return;
    }
    setBusy(true);
    setFailure(await onRename(to, withSlug));
    setBusy(false);
  };

  return (
    <Dialog
      title={text('renameTitle')}
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
            onPress={() => void rename()}
          >
            {text('renameDo')}
          </Button>
        </>
      }
    >
      {failure !== undefined && <Banner tone="error">{failure}</Banner>}
      <div className="filebody" onKeyDown={submitOnEnter(() => void rename())}>
        <LabelledField
          label={text('fileName')}
          message={
            message ??
            text('renameIn', {
              folder: before.folder === '' ? text('renameTop') : before.folder.slice(0, -1),
            })
          }
          tone={message === undefined ? undefined : 'error'}
        >
          {(ids) => (
            <div className="filename">
              <TextInput
                {...ids}
                autoFocus
                onFocus={(event) => event.target.select()}
                invalid={message !== undefined}
                value={typed}
                onChange={setTyped}
              />
              <span className="faint">{before.ending}</span>
            </div>
          )}
        </LabelledField>
        {canBeSlug && (
          <label className="check">
            <input
              type="checkbox"
              checked={wantsSlug}
              onChange={(event) => setChosen(event.target.checked)}
            />
            {text('sameSlug', { slug: stem })}
          </label>
        )}
        <div className="notes" aria-live="polite">
          {slug !== '' && changed && (
            <div className="msg">{text(withSlug ? 'slugNow' : 'slugStays', { slug })}</div>
          )}
          {withSlug && byValue.length > 0 && (
            <div className="msg">
              <Icon name="warning" size={13} className="m-warning" />
              {text('slugReferred', { count: byValue.length, names: list(byValue) })}
            </div>
          )}
          {changed && byPath.length > 0 && (
            <div className="msg">
              <Icon name="warning" size={13} className="m-warning" />
              {text('fileReferred', { count: byPath.length, names: list(byPath) })}
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
