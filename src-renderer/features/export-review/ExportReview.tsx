import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlanAction, PlanItem } from '#core/export/plan';
import type { WorkspaceInfo } from '#core/ipc/contract';
import { exportReviewMessages } from '#core/messages/export-review';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DiffPane } from './DiffPane.tsx';
import { PlanList } from './PlanList.tsx';
import { isOptional, reviewCounts, type ReviewRow, reviewRows, rowKey } from './review-model.ts';
import { ReviewHeader } from './ReviewHeader.tsx';
import { ReviewOutcome } from './ReviewOutcome.tsx';
import { ReviewProgress } from './ReviewProgress.tsx';
import { placeKeys } from '../../ui/place-keys.ts';
import { useExportReview } from './use-export-review.ts';
import './export-review.css';

interface ExportReviewProps {
  readonly workspace: WorkspaceInfo;
  readonly onClose: () => void;
  /** Opens a guide where its first finding is: a JSON pointer of its details, or a UTF-16 offset. */
  readonly onOpenGuide: (path: string, place?: string | number) => void;
}

const closedAtFirst: ReadonlySet<PlanAction> = new Set(['unchanged']);

/** A place, not a dialog: the plan of an export, read before anything is written. */
export function ExportReview({ workspace, onClose, onOpenGuide }: ExportReviewProps) {
  const text = useText(exportReviewMessages);
  const review = useExportReview(workspace);
  const { plan, phase } = review;
  const place = useRef<HTMLElement>(null);
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState(closedAtFirst);
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<string>();

  const rows = useMemo(
    () => (plan ? reviewRows(plan, leaveOut, closed, filter) : []),
    [plan, leaveOut, closed, filter],
  );
  const counts = useMemo(() => plan && reviewCounts(plan, leaveOut), [plan, leaveOut]);
  const isReading = phase === 'ready' || phase === 'applying';
  const first = rows.find((row) => row.type === 'item');
  const current = rows.find((row) => rowKey(row) === selected) ?? first;

  // A new plan is a new question: what was left out of the last one does not answer it.
  const planId = plan?.id;
  useEffect(() => {
    setLeaveOut(new Set());
    setSelected(undefined);
  }, [planId]);
  useEffect(() => {
    if (phase === 'ready') place.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  }, [phase]);

  const onToggle = (row: ReviewRow): void => {
    if (row.type === 'group') setClosed((before) => toggled(before, row.action));
    else if (isOptional(row.item) && phase === 'ready') {
      setLeaveOut((before) => toggled(before, row.item.target));
    }
  };
  const onFix = (item: PlanItem): void => {
    if (item.kind !== 'guide' || item.post === undefined || phase !== 'ready') return;
    onOpenGuide(item.source, item.place?.pointer ?? item.place?.from);
  };
  const leave = phase === 'applying' ? undefined : onClose;
  const onKeyDown = placeKeys(filter === '' ? leave : () => setFilter(''));

  const nothing = isReading && counts?.total === 0 && rows.every(isQuiet) && filter === '';
  const whyNot =
    phase === 'planning'
      ? text('whyNotPlanning')
      : !counts || counts.total === 0
        ? text('whyNotEmpty')
        : undefined;
  return (
    <section ref={place} className="review" aria-label={text('title')} onKeyDown={onKeyDown}>
      <ReviewHeader review={review} targets={workspace.config.targets} onClose={onClose} />
      <ReviewProgress review={review} />
      {isReading && plan && !nothing ? (
        <div className="body">
          <section className="plan" aria-label={text('plan')} data-region="list">
            <div className="planbar">
              <TextInput
                size="bar"
                icon="search"
                value={filter}
                onChange={setFilter}
                placeholder={text('filter')}
                aria-label={text('filter')}
                clearLabel={text('clearFilter')}
              />
            </div>
            {rows.length === 0 ? (
              <EmptyState title={text('noHit', { text: filter })}>
                <LinkButton onPress={() => setFilter('')}>{text('clearFilter')}</LinkButton>
              </EmptyState>
            ) : (
              <PlanList
                rows={rows}
                selected={current && rowKey(current)}
                onSelect={setSelected}
                onToggle={onToggle}
                onFix={(row) => row.type === 'item' && onFix(row.item)}
              />
            )}
          </section>
          <DiffPane
            workspace={workspace}
            plan={plan}
            item={current?.type === 'item' ? current.item : undefined}
            content={review.content}
            onFix={onFix}
          />
        </div>
      ) : nothing ? (
        <EmptyState
          icon="okfill"
          tone="success"
          title={text('nothingTitle')}
          text={text('nothingText')}
        />
      ) : (
        <ReviewOutcome review={review} counts={counts} onClose={onClose} />
      )}
      {(isReading || phase === 'planning') && (
        <footer className="placefoot" data-region="status">
          <span className="grow" />
          <span className="muted">{text('allOrNothing')}</span>
          <Button size="big" onPress={phase === 'applying' ? review.cancel : onClose}>
            {text('cancel')}
          </Button>
          <Button
            variant="primary"
            size="big"
            busy={phase === 'applying'}
            disabledReason={whyNot}
            onPress={() => review.apply([...leaveOut])}
          >
            {counts?.total ? text('exportCount', { count: counts.total }) : text('exportNone')}
          </Button>
        </footer>
      )}
    </section>
  );
}

/** A row that leaves nothing to decide or to repair. */
function isQuiet(row: ReviewRow): boolean {
  return row.type === 'group' ? row.action === 'unchanged' : row.item.action === 'unchanged';
}

function toggled<Value>(before: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const after = new Set(before);
  if (!after.delete(value)) after.add(value);
  return after;
}
