import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { Localized } from '#core/messages/messages';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { guidesWithErrors, type TrialState } from './definitions-model.ts';
import type { Progress } from './use-definitions.ts';
import { WorkProgress } from './WorkProgress.tsx';

type Words = keyof typeof fieldDefinitionsMessages.ja;

interface TrialStatusProps {
  readonly trial: TrialState;
  /** How far the trial is; `undefined` while it is too short to show. */
  readonly progress: Progress | undefined;
  readonly onStop: () => void;
  readonly onTry: () => void;
  /** Shows the guides that would get findings. */
  readonly onWhich: () => void;
}

/** What is said, with its mark; `undefined` while the trial is under way. */
function verdictOf(
  trial: TrialState,
  text: (key: Words, values?: { count: number }) => string,
  localized: (message: Localized) => string,
): { readonly words: string; readonly severity?: 'error' | 'warning' | 'success' } | undefined {
  switch (trial.state) {
    case 'waiting':
    case 'trying':
      return undefined;
    case 'stopped':
      return { words: text('notTried') };
    case 'failed':
      return { words: localized(trial.message), severity: 'error' };
    case 'known': {
      if (!trial.trial.ok) return { words: text('whyProblem'), severity: 'error' };
      const { broken } = trial.trial;
      const errors = guidesWithErrors(broken);
      if (errors > 0) return { words: text('newErrors', { count: errors }), severity: 'error' };
      return broken.length > 0
        ? { words: text('newFindings', { count: broken.length }), severity: 'warning' }
        : { words: text('noNewErrors'), severity: 'success' };
    }
  }
}

/** Beside the button that saves: how many guides would get errors from these very definitions. */
export function TrialStatus({ trial, progress, onStop, onTry, onWhich }: TrialStatusProps) {
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  const verdict = verdictOf(trial, text, localized);
  const hasMore = trial.state === 'known' && trial.trial.ok && trial.trial.broken.length > 0;
  return (
    <div className="grow row defstatus">
      {progress && !verdict && (
        <WorkProgress
          progress={progress}
          label={text('trying')}
          stopLabel={text('stopTrying')}
          onStop={onStop}
        />
      )}
      {/* Always there, so that a screen reader hears what comes into it. */}
      <span className="row" role="status">
        {verdict?.severity && <SeverityIcon severity={verdict.severity} />}
        {verdict?.words}
      </span>
      {hasMore && <LinkButton onPress={onWhich}>{text('which')}</LinkButton>}
      {(trial.state === 'stopped' || trial.state === 'failed') && (
        <LinkButton onPress={onTry}>{text('tryNow')}</LinkButton>
      )}
    </div>
  );
}
