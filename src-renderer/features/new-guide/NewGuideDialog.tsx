import { useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType, Vocabulary } from '#core/catalog/workspace-config';
import { newGuideMessages } from '#core/messages/new-guide';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import './new-guide.css';
import { checkSlug, type NewGuideAnswers, proposeSlug } from './new-guide-model.ts';
import { NewGuideFields } from './NewGuideFields.tsx';
import { NewGuideOutline } from './NewGuideOutline.tsx';

interface NewGuideDialogProps {
  readonly types: readonly GuideType[];
  readonly entries: readonly GuideEntry[];
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  /** Makes the guide; comes back with why it could not, in words, or `undefined` when it is there. */
  readonly onCreate: (answers: NewGuideAnswers) => Promise<string | undefined>;
  readonly onClose: () => void;
}

type Typed = Omit<NewGuideAnswers, 'slug'> & { readonly slug: string | undefined };

/** Asks for type, name, title, URL name and category of a new guide, and shows what it will be. */
export function NewGuideDialog(props: NewGuideDialogProps) {
  const { types, entries, onCreate, onClose } = props;
  const text = useText(newGuideMessages);
  const [typed, setTyped] = useState<Typed>({
    type: types[0]?.id ?? '',
    name: '',
    title: '',
    slug: undefined,
    category: '',
  });
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const type = types.find((candidate) => candidate.id === typed.type);
  const answers: NewGuideAnswers = {
    ...typed,
    name: typed.name.trim(),
    title: typed.title.trim(),
    slug: typed.slug ?? proposeSlug(typed.name),
  };
  const problem = checkSlug(answers.slug, entries, type?.folder ?? '');
  const ready = answers.name !== '' && answers.title !== '' && problem === undefined;
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
      {failure !== undefined && <Banner tone="error">{failure}</Banner>}
      {type === undefined ? (
        <EmptyState title={text('noTypes')} />
      ) : (
        <form
          className="newguide"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <NewGuideFields
            types={types}
            type={type}
            entries={entries}
            fields={props.fields}
            vocabulary={props.vocabulary}
            answers={answers}
            name={typed.name}
            title={typed.title}
            problem={problem}
            tried={tried}
            onChange={(changes) => setTyped({ ...typed, ...changes })}
          />
          <NewGuideOutline type={type} fields={props.fields} answers={answers} />
        </form>
      )}
    </Dialog>
  );
}
