import { type ReactNode, useState } from 'react';
import type { FailureCode } from '#core/ipc/contract';
import { definitionsFailureText, fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DefinitionsBody, type DefinitionsView } from './DefinitionsBody.tsx';
import { whyNotSave } from './definitions-model.ts';
import './field-definitions.css';
import { ReadingState } from './ReadingState.tsx';
import { TrialStatus } from './TrialStatus.tsx';
import { type DefinitionsSource, useProgress, useQueue, useReading } from './use-definitions.ts';
import { useDrafts } from './use-drafts.ts';
import { useTrial } from './use-trial.ts';

interface FieldDefinitionsDialogProps {
  readonly source: DefinitionsSource;
  /** The fields in use now; they give names to what is found. */
  readonly fields: readonly FieldModel[];
  /** Name of a guide for people, by its path. */
  readonly nameOf: (path: string) => string;
  /** Leaves the dialog for a guide, at the value of a JSON pointer where one is given. */
  readonly onOpenGuide: (path: string, pointer?: string) => void;
  /** The definitions were kept at this path, relative to the workspace. */
  readonly onSaved: (path: string) => void;
  readonly onClose: () => void;
}

/** 項目の定義: what the guides have in common, as definitions that can be changed, tried and saved. */
export function FieldDefinitionsDialog(props: FieldDefinitionsDialogProps) {
  const { source, onOpenGuide, onSaved, onClose } = props;
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  const queue = useQueue();
  const { reading, readAgain } = useReading(source, queue);
  const proposal = reading.state === 'read' ? reading.proposal : undefined;
  const drafts = useDrafts(proposal);
  const [composing, setComposing] = useState(false);
  const isUseful = proposal !== undefined && proposal.guides > 0;
  const { trial, tryNow } = useTrial({
    source,
    queue,
    text: isUseful ? drafts.text : undefined,
    typed: drafts.typed,
    composing,
  });
  const progress = useProgress(source, reading.state === 'reading' || trial.state === 'trying');
  const [view, setView] = useState<DefinitionsView>('fields');
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  // What to do once the changes may go; `undefined` while nobody has asked to leave.
  const [leaving, setLeaving] = useState<{ readonly go: () => void }>();

  const leave = (go: () => void): void => {
    if (saving) return;
    if (drafts.changed) setLeaving({ go });
    else go();
  };
  const why =
    drafts.text === undefined
      ? 'whyWaiting'
      : whyNotSave(drafts.text, proposal?.current?.text, trial);
  const save = async (): Promise<void> => {
    if (drafts.text === undefined || why !== undefined) return;
    setSaving(true);
    setFailure(undefined);
    const result = await source.save(drafts.text, proposal?.current?.hash ?? null);
    setSaving(false);
    if (result.ok) onSaved(result.value.path);
    else setFailure(result.failure.code);
  };

  let footer: ReactNode;
  if (leaving) {
    footer = (
      <>
        <span className="grow">{text('discardText')}</span>
        <Button size="big" variant="danger" onPress={leaving.go}>
          {text('discard')}
        </Button>
        <Button size="big" autoFocus onPress={() => setLeaving(undefined)}>
          {text('keep')}
        </Button>
      </>
    );
  } else if (isUseful) {
    footer = (
      <>
        <TrialStatus
          trial={trial}
          progress={progress}
          onStop={() => source.cancel()}
          onTry={tryNow}
          onWhich={() => setView('guides')}
        />
        <Button size="big" onPress={() => leave(onClose)}>
          {text('cancel')}
        </Button>
        <Button
          size="big"
          variant="primary"
          busy={saving}
          disabledReason={why === undefined ? undefined : text(why)}
          onPress={() => void save()}
        >
          {text('save')}
        </Button>
      </>
    );
  }

  return (
    <Dialog
      title={text('title')}
      size="large"
      closeLabel={text('close')}
      onClose={() => leave(onClose)}
      footer={footer}
    >
      {failure !== undefined && (
        <Banner
          tone="error"
          actions={
            failure === 'changed-on-disk' && (
              <Button
                onPress={() => {
                  setFailure(undefined);
                  readAgain();
                }}
              >
                {text('readAgain')}
              </Button>
            )
          }
        >
          <span role="alert">{localized(definitionsFailureText(failure))}</span>
        </Banner>
      )}
      {proposal && isUseful ? (
        <DefinitionsBody
          proposal={proposal}
          drafts={drafts}
          trial={trial}
          view={view}
          onView={setView}
          onComposing={setComposing}
          fields={props.fields}
          nameOf={props.nameOf}
          onOpenGuide={(path, pointer) => leave(() => onOpenGuide(path, pointer))}
        />
      ) : (
        <ReadingState
          reading={reading}
          progress={progress}
          onStop={() => source.cancel()}
          onReadAgain={readAgain}
        />
      )}
    </Dialog>
  );
}
