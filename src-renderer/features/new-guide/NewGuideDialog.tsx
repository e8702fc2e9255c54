import { type KeyboardEvent, useEffect, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { checkSlug, proposeSlug } from '#core/catalog/slug';
import type { GuideType, Vocabulary } from '#core/catalog/workspace-config';
import { newGuideMessages } from '#core/messages/new-guide';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import './new-guide.css';
import { folderOf, type NewGuideAnswers } from './new-guide-model.ts';
import { NewGuideFields } from './NewGuideFields.tsx';
import { NewGuideOutline } from './NewGuideOutline.tsx';

/** What the author has typed so far; without `slug` the URL name follows the name. */
export interface NewGuideDraft {
  /** Id of a guide type; `undefined` takes the chapters of a guide that is there. */
  readonly type: string | undefined;
  readonly from: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly slug: string | undefined;
  readonly category: string;
}

/** Why a guide was not made; `field` where one answer is to blame. */
interface NotMade {
  readonly field: 'slug' | undefined;
  readonly text: string;
}

interface NewGuideDialogProps {
  readonly types: readonly GuideType[];
  readonly entries: readonly GuideEntry[];
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  /** What was typed when the dialog was left for a similar guide. */
  readonly draft: NewGuideDraft | undefined;
  /** The type that a guide with the chapters of this one has; `undefined` where it cannot be read. */
  readonly typeOf: (path: string) => Promise<GuideType | undefined>;
  /** Makes the guide; comes back with why it could not, or `undefined` when it is there. */
  readonly onCreate: (answers: NewGuideAnswers) => Promise<NotMade | undefined>;
  /** Leaves for a guide that is there; the draft is for the next time. */
  readonly onOpen: (path: string, draft: NewGuideDraft) => void;
  readonly onClose: () => void;
}

/** The type of the guide whose chapters are taken, read again whenever another one is chosen. */
function useTypeOf(
  path: string | undefined,
  typeOf: NewGuideDialogProps['typeOf'],
): GuideType | undefined {
  const [known, setKnown] = useState<{ readonly path: string; readonly type: GuideType }>();
  useEffect(() => {
    if (path === undefined) return undefined;
    let isLatest = true;
    void typeOf(path).then((type) => {
      if (isLatest && type !== undefined) setKnown({ path, type });
    });
    return () => {
      isLatest = false;
    };
  }, [path, typeOf]);
  return known?.path === path ? known?.type : undefined;
}

/** Asks for type, name, title, URL name and category of a new guide, and shows what it will be. */
export function NewGuideDialog(props: NewGuideDialogProps) {
  const { types, entries, draft, onCreate, onClose } = props;
  const text = useText(newGuideMessages);
  const [typed, setTyped] = useState<NewGuideDraft>(
    draft ?? {
      type: types[0]?.id,
      from: undefined,
      name: '',
      title: '',
      slug: undefined,
      category: '',
    },
  );
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<NotMade>();
  const isFrom = typed.type === undefined;
  const copied = useTypeOf(isFrom ? typed.from : undefined, props.typeOf);
  const type = copied ?? types.find((candidate) => candidate.id === typed.type) ?? types[0];
  const waits = isFrom && copied === undefined;
  const answers: NewGuideAnswers = {
    type: type?.id ?? '',
    ...(isFrom ? { from: typed.from } : {}),
    name: typed.name.trim(),
    title: typed.title.trim(),
    slug: typed.slug ?? proposeSlug(typed.name),
    category: typed.category,
  };
  const problem = checkSlug(answers.slug, entries, type === undefined ? '' : folderOf(type));
  const ready = answers.name !== '' && answers.title !== '' && problem === undefined && !waits;
  const untouched = typed.name === '' && typed.title === '' && typed.slug === undefined;

  const create = async () => {
    setTried(true);
    if (!ready || busy) return;
    setBusy(true);
    setFailure(await onCreate(answers));
    setBusy(false);
  };
  const close = () => {
    if (untouched || leaving) onClose();
    else setLeaving(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void create();
  };

  const footer = leaving ? (
    <>
      <span className="grow">{text('discardText')}</span>
      <Button size="big" variant="danger" onPress={onClose}>
        {text('discard')}
      </Button>
      <Button size="big" autoFocus onPress={() => setLeaving(false)}>
        {text('keep')}
      </Button>
    </>
  ) : (
    <>
      <span className="faint">{text('draft')}</span>
      <span className="grow" />
      <Button size="big" onPress={close}>
        {text('cancel')}
      </Button>
      <Button size="big" variant="primary" busy={busy} onPress={() => void create()}>
        {text('create')}
      </Button>
    </>
  );

  return (
    <Dialog
      title={text('title')}
      size="large"
      closeLabel={text('close')}
      onClose={close}
      footer={type === undefined ? undefined : footer}
    >
      {failure !== undefined && failure.field === undefined && (
        <Banner tone="error">{failure.text}</Banner>
      )}
      {type === undefined ? (
        <EmptyState title={text('noTypes')} />
      ) : (
        <div className="newguide" onKeyDown={onKeyDown}>
          <NewGuideFields
            types={types}
            type={type}
            entries={entries}
            fields={props.fields}
            vocabulary={props.vocabulary}
            typed={typed}
            answers={answers}
            problem={problem}
            refused={failure?.field === 'slug' ? failure.text : undefined}
            tried={tried}
            onChange={(changes) => {
              setFailure(undefined);
              setTyped({ ...typed, ...changes });
            }}
            onOpen={(path) => props.onOpen(path, typed)}
          />
          <NewGuideOutline type={type} fields={props.fields} answers={answers} waits={waits} />
        </div>
      )}
    </Dialog>
  );
}
