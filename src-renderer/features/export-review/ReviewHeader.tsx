import type { ExportTarget } from '#core/catalog/workspace-config';
import { exportReviewMessages } from '#core/messages/export-review';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PlaceHead } from '../../ui/PlaceHead.tsx';
import { Pill } from '../../ui/Marks.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { folderName } from './review-model.ts';
import type { ExportReviewState } from './use-export-review.ts';

interface ReviewHeaderProps {
  readonly review: ExportReviewState;
  readonly targets: readonly ExportTarget[];
  readonly onClose: () => void;
}

const stepKeys = ['stepCheck', 'stepReview', 'stepExport'] as const;

/** Index of the step under way; past the last one when all is done. */
function stepOf({ phase, progress }: ExportReviewState): number {
  if (phase === 'done') return 3;
  if (phase === 'applying') return 2;
  if (phase === 'planning') return progress?.phase === 'compare' ? 1 : 0;
  return phase === 'no-target' ? 0 : 1;
}

/** Title, export target and the three steps. */
export function ReviewHeader({ review, targets, onClose }: ReviewHeaderProps) {
  const text = useText(exportReviewMessages);
  const localized = useLocalized();
  const current = stepOf(review);
  const { root, targetId, phase } = review;
  const isBusy = phase === 'applying';
  return (
    <PlaceHead title={text('title')} backLabel={text('back')} onBack={onClose} busy={isBusy}>
      {targets.length > 1 && (
        <Segmented
          label={text('targets')}
          value={targetId}
          segments={targets.map(({ id, label }) => ({ value: id, label: localized(label) }))}
          onChange={(id) => !isBusy && review.selectTarget(id)}
        />
      )}
      {root !== undefined && (
        <>
          <span data-tip={root} className="clip">
            <Pill icon="folder">{folderName(root)}</Pill>
          </span>
          <LinkButton onPress={review.chooseTarget} disabled={isBusy}>
            {text('changeTarget')}
          </LinkButton>
        </>
      )}
      <span className="grow" />
      <ol className="steps" aria-label={text('steps')}>
        {stepKeys.map((key, index) => (
          <li key={key} {...(index === current && { 'aria-current': 'step' })}>
            {index > 0 && <hr aria-hidden="true" />}
            {index < current ? (
              <>
                <Icon name="okfill" className="m-success" />
                <span className="sr-only">{text('stepDone')}</span>
              </>
            ) : (
              <b aria-hidden="true">{index + 1}</b>
            )}
            {text(key)}
          </li>
        ))}
      </ol>
    </PlaceHead>
  );
}
