import { useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { pathParts } from '#core/catalog/file-name';
import { checkSlug, proposeSlug, type SlugProblem } from '#core/catalog/slug';
import { counterText } from '#core/messages/counter';
import { guideFilesMessages } from '#core/messages/guide-files';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WidthCounter } from '../../ui/WidthCounter.tsx';
import { freeNames } from './free-names.ts';
import './guide-files.css';
import { submitOnEnter } from './submit-on-enter.ts';

/** What the copy is to be called. */
export interface CopyNames {
  readonly name: string;
  readonly title: string;
  readonly slug: string;
}

interface DuplicateDialogProps {
  readonly entry: GuideEntry;
  readonly entries: readonly GuideEntry[];
  readonly fields: readonly FieldModel[];
  /** Whether the guide has text that is not saved yet. */
  readonly unsaved: boolean;
  /** Makes the copy; comes back with why it could not, or `undefined` when it is there. */
  readonly onDuplicate: (
    names: CopyNames,
  ) => Promise<{ readonly field: 'slug' | undefined; readonly text: string } | undefined>;
  readonly onClose: () => void;
}

const slugWords = {
  empty: 'slugEmpty',
  form: 'slugForm',
  long: 'slugLong',
  reserved: 'slugReserved',
  taken: 'nameTaken',
} as const satisfies Record<SlugProblem['kind'], keyof typeof guideFilesMessages.ja>;

/** Asks what the copy of a guide is to be called, and says what else stays the same. */
export function DuplicateDialog(props: DuplicateDialogProps) {
  const { entry, entries, fields, onDuplicate, onClose } = props;
  const text = useText(guideFilesMessages);
  const localized = useLocalized();
  const { folder, ending } = pathParts(entry.path);
  const [names, setNames] = useState(() => freeNames(entry, entries));
  const [ownSlug, setOwnSlug] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ field: 'slug' | undefined; text: string }>();
  const isGuide = entry.kind === 'guide';
  const bounds = fields.find((field) => field.name === 'title')?.width ?? {};
  const width = displayWidth(names.title.trim());
  const problem = checkSlug(names.slug, entries, folder, ending);
  const noName = names.name.trim() === '';
  const refused =
    failure?.field === 'slug'
      ? failure.text
      : problem && text(slugWords[problem.kind], 'name' in problem ? { name: problem.name } : {});

  const change = (changes: Partial<CopyNames>) => {
    setFailure(undefined);
    const next = { ...names, ...changes };
    const proposed = proposeSlug(next.name);
    const follows = changes.name !== undefined && !ownSlug && proposed !== '';
    setNames(follows ? { ...next, slug: proposed } : next);
    if (changes.slug !== undefined) setOwnSlug(true);
  };
  const duplicate = async () => {
    if (busy || noName || problem !== undefined) return;
    setBusy(true);
    const { name, title, slug } = names;
    setFailure(await onDuplicate({ name: name.trim(), title: title.trim(), slug }));
    setBusy(false);
  };

  return (
    <Dialog
      title={text('duplicateTitle', { name: entry.name })}
      size="medium"
      closeLabel={text('close')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button size="big" onPress={onClose}>
            {text('cancel')}
          </Button>
          <Button size="big" variant="primary" busy={busy} onPress={() => void duplicate()}>
            {text('copy')}
          </Button>
        </>
      }
    >
      {failure !== undefined && failure.field === undefined && (
        <Banner tone="error">{failure.text}</Banner>
      )}
      <div className="filebody" onKeyDown={submitOnEnter(() => void duplicate())}>
        <LabelledField
          label={text('copyName')}
          message={noName ? text('checkName') : undefined}
          tone="error"
        >
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus
              onFocus={(event) => event.target.select()}
              invalid={noName}
              value={names.name}
              onChange={(name) => change({ name })}
            />
          )}
        </LabelledField>
        {isGuide && (
          <LabelledField
            label={text('copyTitle')}
            right={
              <WidthCounter
                value={width}
                min={bounds.min}
                max={bounds.max}
                text={localized(counterText(width, bounds))}
              />
            }
          >
            {(ids) => (
              <TextInput {...ids} value={names.title} onChange={(title) => change({ title })} />
            )}
          </LabelledField>
        )}
        <LabelledField
          label={text(isGuide ? 'copySlug' : 'copyFile')}
          message={refused ?? text('nameFree')}
          tone={refused === undefined ? 'success' : 'error'}
        >
          {(ids) => (
            <TextInput
              {...ids}
              lang="en"
              invalid={refused !== undefined}
              value={names.slug}
              onChange={(slug) => change({ slug })}
            />
          )}
        </LabelledField>
        <p>
          {text('copyMakes')}{' '}
          <code>{`${folder}${names.slug === '' ? '…' : names.slug}${ending}`}</code>
          <br />
          {text('copyKeeps')}
          {props.unsaved && text('copyUnsaved')}
        </p>
      </div>
    </Dialog>
  );
}
