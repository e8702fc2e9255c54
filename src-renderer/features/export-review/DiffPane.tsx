import { useEffect, useMemo, useState } from 'react';
import { diffGuide } from '#core/compare/guide-diff';
import type { ExportPlan, PlanItem } from '#core/export/plan';
import type { ExportContent, WorkspaceInfo } from '#core/ipc/contract';
import { diffMessages } from '#core/messages/diff';
import { exportReviewMessages } from '#core/messages/export-review';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { BodyCard } from '../../ui/diff/BodyCard.tsx';
import { DetailsCard } from '../../ui/diff/DetailsCard.tsx';
import { DiffFrame } from '../../ui/diff/DiffFrame.tsx';
import { LineStat } from '../../ui/diff/LineStat.tsx';
import { ImagesCard } from './ImagesCard.tsx';

interface DiffPaneProps {
  readonly workspace: WorkspaceInfo;
  readonly plan: ExportPlan;
  readonly item: PlanItem | undefined;
  readonly content: (target: string) => Promise<ExportContent | undefined>;
  readonly onFix: (item: PlanItem) => void;
}

/** What the export changes in one file. */
export function DiffPane({ workspace, plan, item, content, onFix }: DiffPaneProps) {
  const text = useText(exportReviewMessages);
  const say = useText(diffMessages);

  return (
    <section className="diff" aria-label={text('diff')} data-region="left">
      {item === undefined ? (
        <EmptyState title={text('pickOne')} />
      ) : (
        <DiffFrame
          name={item.label}
          about={
            <>
              <span className="mono faint clip">{item.target}</span>
              <LineStat lines={item.lines} />
              <span className="grow" />
            </>
          }
          previousLabel={say('previous')}
          nextLabel={say('next')}
          of={item}
        >
          <Reasons item={item} onFix={onFix} />
          {item.kind === 'image' ? (
            <ImagesCard workspaceId={workspace.id} images={[item]} />
          ) : (
            <Guide
              key={`${plan.id}:${item.target}`}
              workspace={workspace}
              plan={plan}
              item={item}
              content={content}
            />
          )}
        </DiffFrame>
      )}
    </section>
  );
}

function Reasons({
  item,
  onFix,
}: {
  readonly item: PlanItem;
  readonly onFix: DiffPaneProps['onFix'];
}) {
  const text = useText(exportReviewMessages);
  const localized = useLocalized();
  if (item.reasons.length === 0) return null;
  const isBlocked = item.action === 'blocked';
  return (
    <section className="card why">
      <h3>{text(isBlocked ? 'whyBlocked' : 'whyConflict')}</h3>
      <ul>
        {item.reasons.map((reason, index) => (
          <li key={index} className={isBlocked ? 't-error' : 't-conflict'}>
            {localized(reason)}
          </li>
        ))}
      </ul>
      <div className="row">
        <span className="muted grow">{text('siteKept')}</span>
        {isBlocked && item.post !== undefined && item.kind === 'guide' && (
          <Button onPress={() => onFix(item)}>{text('goFix')}</Button>
        )}
      </div>
    </section>
  );
}

type GuideProps = Pick<DiffPaneProps, 'workspace' | 'plan' | 'content'> & {
  readonly item: PlanItem;
};

function Guide({ workspace, plan, item, content }: GuideProps) {
  const text = useText(exportReviewMessages);
  const say = useText(diffMessages);
  const localized = useLocalized();
  const sides = { before: text('siteNow'), after: text('afterExport') };
  const [found, setFound] = useState<ExportContent | 'loading' | 'gone'>('loading');
  useEffect(() => {
    let isCurrent = true;
    void content(item.target).then((answer) => {
      if (isCurrent) setFound(answer ?? 'gone');
    });
    return () => {
      isCurrent = false;
    };
  }, [content, item.target]);

  const diff = useMemo(
    () =>
      typeof found === 'string'
        ? undefined
        : diffGuide(found.before, found.after, workspace.fields),
    [found, workspace.fields],
  );
  const images = plan.items.filter(
    (one) =>
      item.images.includes(one.target) && (one.action === 'added' || one.action === 'changed'),
  );
  if (!diff) return <p className="muted">{text(found === 'gone' ? 'contentGone' : 'loading')}</p>;
  const { fields, onlyWriting, body } = diff;
  const isSame = fields.length === 0 && !onlyWriting && body.places === 0;
  return (
    <>
      {item.action === 'removed' && <p className="muted">{text('willRemove')}</p>}
      {isSame && images.length === 0 && <p className="muted">{text('noChange')}</p>}
      {(fields.length > 0 || onlyWriting) && (
        <DetailsCard {...{ fields, onlyWriting, sides, localized }} text={say} />
      )}
      {body.places > 0 && <BodyCard diff={body} text={say} />}
      {images.length > 0 && <ImagesCard workspaceId={workspace.id} images={images} />}
      {item.action === 'changed' && (
        <p className="row muted">
          <Icon name="shield" size={14} className="m-success" />
          {text('untouched')}
        </p>
      )}
    </>
  );
}
