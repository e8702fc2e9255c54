import { useEffect, useRef, useState } from 'react';
import { mergeMessages } from '#core/messages/merge';
import type { MergeChoice, MergePlace } from '#core/merge/merge-place';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Pill } from '../../ui/Marks.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { ownStart, sideView } from './merge-model.ts';
import { PlaceName } from './PlaceName.tsx';
import { SideText } from './SideText.tsx';
import { usePlaceName } from './use-place-name.ts';

interface ConflictRowProps {
  readonly place: MergePlace;
  /** `undefined` until the author has chosen. */
  readonly choice: MergeChoice | undefined;
  /** Whether the keys act on this row. */
  readonly current: boolean;
  /** The row that takes the focus; another object at each move. */
  readonly target: { readonly id: number | undefined };
  readonly onChoose: (choice: MergeChoice) => void;
  readonly onFocus: () => void;
}

/** One place that both sides have changed: both texts side by side, to choose between or to write anew. */
export function ConflictRow(props: ConflictRowProps) {
  const { place, choice, current, target, onChoose, onFocus } = props;
  const text = useText(mergeMessages);
  const name = usePlaceName(place);
  const row = useRef<HTMLDivElement>(null);
  const own = ownStart(place);
  const [writing, setWriting] = useState(false);
  const written = typeof choice === 'object' ? choice.own : undefined;

  useEffect(() => {
    if (target.id !== place.id) return;
    const options = row.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [];
    const chosen = [...options].find((option) => option.ariaChecked === 'true');
    (chosen ?? options[0])?.focus();
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [target, place.id]);

  const option = (side: 'mine' | 'theirs' | 'both', wide = false) => (
    <button
      type="button"
      role="radio"
      aria-checked={choice === side}
      aria-label={`${text(side)}: ${labelOf(place, side)}`}
      className={place.where.kind === 'field' ? 'opt' : 'opt body'}
      {...(wide && { 'data-wide': '' })}
      onClick={() => onChoose(side)}
    >
      <span className="radio" aria-hidden="true" />
      <span className="opttext">
        {wide && <b>{text(place.where.kind === 'field' ? 'both' : 'keepBoth')}</b>}
        <SideText view={sideView(place, side)} />
      </span>
    </button>
  );

  return (
    <div
      ref={row}
      className="cols rowc"
      role="radiogroup"
      aria-label={name}
      aria-current={current || undefined}
      onFocus={onFocus}
    >
      <PlaceName place={place}>
        {choice === undefined && <Pill kind="conflict">{text('undecided')}</Pill>}
      </PlaceName>
      {option('mine')}
      {option('theirs')}
      {place.both !== undefined && place.where.kind === 'field' && option('both', true)}
      <div className="under">
        {place.base !== undefined && (
          <span className="origin" data-tip={labelOf(place, 'base')}>
            <Icon name="history" size={14} />
            <span className="clip">{text('base', { text: labelOf(place, 'base') })}</span>
          </span>
        )}
        <span className="grow" />
        {place.both !== undefined && place.where.kind !== 'field' && (
          <LinkButton pressed={choice === 'both'} onPress={() => onChoose('both')}>
            {text('keepBoth')}
          </LinkButton>
        )}
        {own !== undefined && (
          <LinkButton
            expanded={writing}
            onPress={() => {
              setWriting(!writing);
              if (!writing) onChoose({ own: written ?? own });
            }}
          >
            {text('own')}
          </LinkButton>
        )}
      </div>
      {writing && (
        <div className="own">
          <TextArea
            autoFocus
            aria-label={text('ownText')}
            value={written ?? own ?? ''}
            onChange={(next) => onChoose({ own: next })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isComposing(event)) return;
              event.stopPropagation();
              setWriting(false);
              row.current?.querySelector<HTMLElement>('[role="radio"]')?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}

function labelOf(place: MergePlace, side: 'base' | 'mine' | 'theirs' | 'both'): string {
  const view = sideView(place, side);
  if (view.shape === 'none') return '';
  return view.words.map(({ text }) => text).join(view.shape === 'list' ? '、' : '');
}
