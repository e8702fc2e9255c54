import { exportFailureText } from '#core/messages/export-failures';
import { exportReviewMessages } from '#core/messages/export-review';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ReviewCounts } from './review-model.ts';
import type { ExportReviewState } from './use-export-review.ts';

interface ReviewOutcomeProps {
  readonly review: ExportReviewState;
  /** What the last export was asked to do; `undefined` before one. */
  readonly counts: ReviewCounts | undefined;
  readonly onClose: () => void;
}

/** What stands in the review's place when there is no plan to read: no target yet, a failure, or the result. */
export function ReviewOutcome({ review, counts, onClose }: ReviewOutcomeProps) {
  const text = useText(exportReviewMessages);
  const localized = useLocalized();
  const { phase, failure, result, failedApplying } = review;
  if (phase === 'no-target') {
    return (
      <EmptyState icon="folder" title={text('noTarget')} text={text('noTargetText')}>
        <Button variant="primary" size="big" autoFocus onPress={review.chooseTarget}>
          {text('chooseTarget')}
        </Button>
      </EmptyState>
    );
  }
  if (phase === 'done' && result) {
    const { added = 0, changed = 0, removed = 0 } = counts ?? {};
    return (
      <EmptyState
        icon="okfill"
        tone="success"
        title={text('done')}
        text={text('doneCounts', { added, changed, removed })}
      >
        {result.blocked > 0 && (
          <p className="muted">{text('doneBlocked', { count: result.blocked })}</p>
        )}
        <div className="row">
          <Button variant="primary" size="big" autoFocus onPress={onClose}>
            {text('back')}
          </Button>
          <Button size="big" onPress={review.compare}>
            {text('reviewAgain')}
          </Button>
        </div>
      </EmptyState>
    );
  }
  if (phase !== 'failed' || !failure) return null;
  return (
    <div role="alert" className="failed">
      <EmptyState
        icon="error"
        tone="error"
        title={text(failedApplying ? 'failedTitle' : 'planFailedTitle')}
        text={localized(exportFailureText(failure))}
      >
        <div className="row">
          <Button variant="primary" size="big" autoFocus onPress={review.compare}>
            {text('compareAgain')}
          </Button>
          <Button size="big" onPress={review.chooseTarget}>
            {text('changeTarget')}
          </Button>
        </div>
        <details>
          <summary>{text('details')}</summary>
          <code>
            {failure.code}: {failure.detail}
          </code>
        </details>
      </EmptyState>
    </div>
  );
}
