import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Progress as ProgressBar } from '../../ui/Progress.tsx';
import type { Progress } from './use-definitions.ts';

interface WorkProgressProps {
  readonly progress: Progress;
  readonly label: string;
  readonly stopLabel: string;
  readonly onStop: () => void;
}

/** Counted guides of work that takes a while, and the way to end it. */
export function WorkProgress({ progress, label, stopLabel, onStop }: WorkProgressProps) {
  const text = useText(fieldDefinitionsMessages);
  const { done, total } = progress;
  return (
    <div className="defprogress">
      <span className="row">
        <span>{label}</span>
        {total > 0 && <span className="num">{text('count', { done, total })}</span>}
        <LinkButton onPress={onStop}>{stopLabel}</LinkButton>
      </span>
      <ProgressBar done={done} total={total} label={label} />
    </div>
  );
}
