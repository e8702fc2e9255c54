import type { PlanAction } from '#core/export/plan';
import { exportReviewMessages } from '#core/messages/export-review';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icons.tsx';
import { Dot, SeverityIcon } from '../../ui/Marks.tsx';
import { Checkbox } from './Checkbox.tsx';
import { LineStat } from '../../ui/diff/LineStat.tsx';
import type { ReviewRow } from './review-model.ts';

/** The mark of a group, of its own shape. */
function ActionMark({ action }: { readonly action: PlanAction }) {
  switch (action) {
    case 'conflict':
      return <SeverityIcon severity="conflict" />;
    case 'blocked':
      return <SeverityIcon severity="error" />;
    case 'added':
      return <Icon name="plus" className="m-success" />;
    case 'changed':
      return <Dot state="changed" />;
    case 'removed':
      return <Icon name="minus" className="m-error" />;
    case 'unchanged':
      return <Icon name="check" className="faint" />;
  }
}

interface PlanRowProps {
  readonly id: string;
  readonly row: ReviewRow;
  /** Place in the whole list, from 1. */
  readonly position: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  /** Folds a group, or leaves an item out. */
  readonly onToggle: () => void;
  readonly onFix: () => void;
}

/** One line of the plan: the head of a group with its count, or a file. */
export function PlanRow({ id, row, position, top, selected, onSelect, ...actions }: PlanRowProps) {
  const text = useText(exportReviewMessages);
  const attributes = {
    id,
    role: 'row',
    'aria-rowindex': position,
    'aria-selected': selected,
    style: { top },
  };
  if (row.type === 'group') {
    const { action, count, open, lines } = row;
    return (
      <div
        {...attributes}
        className="grp"
        aria-level={1}
        aria-expanded={open}
        onClick={() => {
          onSelect();
          actions.onToggle();
        }}
      >
        <span role="gridcell" className="row grow">
          <Icon name={open ? 'down' : 'right'} size={14} className="faint" />
          <ActionMark action={action} />
          <span>
            {text(action)} <span className="num">{count.toLocaleString()}</span>
          </span>
        </span>
        <small role="gridcell">
          {action === 'conflict' && text('conflictNote')}
          {action === 'blocked' && text('blockedNote')}
          {action === 'removed' && text('removedNote')}
          {(action === 'added' || action === 'changed') && <LineStat lines={lines} />}
        </small>
      </div>
    );
  }
  return <ItemRow attributes={attributes} row={row} onSelect={onSelect} {...actions} />;
}

interface ItemRowProps extends Pick<PlanRowProps, 'onSelect' | 'onToggle' | 'onFix'> {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly row: Extract<ReviewRow, { type: 'item' }>;
}

function ItemRow({ attributes, row: { item, state }, onSelect, onToggle, onFix }: ItemRowProps) {
  const text = useText(exportReviewMessages);
  const localized = useLocalized();
  const first = item.reasons[0];
  const held = item.action === 'blocked' || item.action === 'conflict';
  const name = item.label;
  const isIn = state === 'in';
  return (
    <div
      {...attributes}
      className={classNames('it', held && 'two')}
      aria-level={2}
      onClick={onSelect}
    >
      <span role="gridcell">
        {state !== 'fixed' && (
          <Checkbox
            checked={isIn}
            label={text(item.action === 'removed' ? 'tickRemoval' : 'tick', { name })}
            onChange={onToggle}
          />
        )}
      </span>
      <span role="gridcell" className="clip" data-tip={item.title || undefined}>
        <b className={classNames('clip', !isIn && state !== 'fixed' && 'muted')}>{name}</b>
        {held && first !== undefined && (
          <span
            className={classNames('why clip', item.action === 'blocked' ? 't-error' : 't-conflict')}
          >
            {localized(first)}
            {item.reasons.length > 1 &&
              ` ${text('moreReasons', { count: item.reasons.length - 1 })}`}
          </span>
        )}
      </span>
      <span role="gridcell" className="nowrap">
        {item.action === 'blocked' && item.kind === 'guide' && item.post !== undefined && (
          <Button size="small" tabIndex={-1} label={text('goFixLabel', { name })} onPress={onFix}>
            {text('goFix')}
          </Button>
        )}
        {state === 'out' && (
          <span className="faint">{text(item.action === 'removed' ? 'keep' : 'leftOut')}</span>
        )}
        {state === 'with' && <span className="faint">{text('leftWith')}</span>}
        {isIn && <LineStat lines={item.lines} />}
      </span>
    </div>
  );
}
