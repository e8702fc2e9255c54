import { exportReviewMessages } from '#core/messages/export-review';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { ExportReviewState } from './use-export-review.ts';

const words = {
  check: 'phaseCheck',
  compare: 'phaseCompare',
  write: 'phaseWrite',
  verify: 'phaseVerify',
} as const;

/** What is under way, how far it is, and a way to stop it. */
export function ReviewProgress({ review }: { readonly review: ExportReviewState }) {
  const text = useText(exportReviewMessages);
  const { phase, progress } = review;
  if (phase !== 'planning' && phase !== 'applying') return null;
  const key = words[progress?.phase ?? (phase === 'planning' ? 'check' : 'write')];
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <div className="check">
      <Icon name="refresh" size={14} className="t-accent" />
      <span role="status">{text(key)}</span>
      <span className="bar">
        <Progress done={done} total={total} label={text(key)} />
      </span>
      {total > 0 && <span className="num">{text('counted', { done, total })}</span>}
      <span className="grow" />
      <span>{text(phase === 'planning' ? 'whilePlanning' : 'whileWriting')}</span>
      <Button size="small" onPress={review.cancel}>
        {text('stop')}
      </Button>
    </div>
  );
}
