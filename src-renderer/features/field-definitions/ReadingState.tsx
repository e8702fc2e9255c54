import { definitionsFailureText, fieldDefinitionsMessages } from '#core/messages/field-definitions';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Progress, Reading } from './use-definitions.ts';
import { WorkProgress } from './WorkProgress.tsx';

interface ReadingStateProps {
  readonly reading: Reading;
  readonly progress: Progress | undefined;
  readonly onStop: () => void;
  readonly onReadAgain: () => void;
}

/** What stands in the dialog while there are no fields to show: counting, stopped, failed, or no guides. */
export function ReadingState({ reading, progress, onStop, onReadAgain }: ReadingStateProps) {
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  if (reading.state === 'reading') {
    return (
      <div className="defreading">
        {progress && (
          <WorkProgress
            progress={progress}
            label={text('reading')}
            stopLabel={text('stopReading')}
            onStop={onStop}
          />
        )}
      </div>
    );
  }
  if (reading.state === 'read') {
    return <EmptyState title={text('noGuides')} text={text('noGuidesText')} icon="form" />;
  }
  const { code } = reading.failure;
  return (
    <EmptyState
      title={
        code === 'cancelled' ? text('readingStopped') : localized(definitionsFailureText(code))
      }
    >
      <Button size="small" autoFocus onPress={onReadAgain}>
        {text('readAgain')}
      </Button>
    </EmptyState>
  );
}
