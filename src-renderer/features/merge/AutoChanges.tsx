import { useState } from 'react';
import { mergeMessages } from '#core/messages/merge';
import {
  type MergeChoices,
  choiceOf,
  type MergeChoice,
  type MergePlace,
} from '#core/merge/merge-place';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Words } from '../../ui/Words.tsx';
import { excerpt, sideView } from './merge-model.ts';
import { SideText } from './SideText.tsx';
import { usePlaceName } from './use-place-name.ts';

interface AutoChangesProps {
  readonly places: readonly MergePlace[];
  readonly choices: MergeChoices;
  readonly onChoose: (id: number, choice: MergeChoice) => void;
}

/** What merged by itself: which side has changed what, and the way to leave a change of theirs out. */
export function AutoChanges({ places, choices, onChoose }: AutoChangesProps) {
  const text = useText(mergeMessages);
  const [open, setOpen] = useState(true);
  return (
    <section aria-label={text('auto')}>
      <h2 className="auto">
        <button
          type="button"
          className="foldbtn"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} size={14} className="faint" />
          <Icon name="okfill" size={14} className="m-success" />
          <b>{text('auto')}</b>
          <span className="num">{places.length}</span>
        </button>
        <span className="faint">{text(places.length > 0 ? 'autoExplain' : 'autoNone')}</span>
      </h2>
      {open &&
        places.map((place) => (
          <AutoRow
            key={place.id}
            place={place}
            choice={choiceOf(place, choices)}
            onChoose={(choice) => onChoose(place.id, choice)}
          />
        ))}
    </section>
  );
}

interface AutoRowProps {
  readonly place: MergePlace;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function AutoRow({ place, choice, onChoose }: AutoRowProps) {
  const text = useText(mergeMessages);
  const name = usePlaceName(place);
  const leavesOut = choice === 'mine' && place.taken !== 'mine';
  const side = (of: 'mine' | 'theirs') =>
    place.taken === of || place.taken === 'both' ? (
      <span className="clip">
        <OneLine place={place} side={of} />
      </span>
    ) : (
      <span className="clip faint">{text('unchanged')}</span>
    );
  return (
    <div
      className="cols done"
      role="group"
      aria-label={name}
      data-left-out={leavesOut || undefined}
    >
      <span className="clip" data-tip={name}>
        {name}
      </span>
      {side('mine')}
      <span className="donetheirs">
        {side('theirs')}
        {place.taken !== 'mine' && (
          <LinkButton onPress={() => onChoose(leavesOut ? (place.taken ?? 'theirs') : 'mine')}>
            {text(leavesOut ? 'takeIn' : 'leaveOut')}
          </LinkButton>
        )}
      </span>
    </div>
  );
}

/** A change on one line: what is new; what is gone where nothing is new. */
function OneLine({
  place,
  side,
}: {
  readonly place: MergePlace;
  readonly side: 'mine' | 'theirs';
}) {
  const view = sideView(place, side);
  if (view.shape === 'list') return <SideText view={view} />;
  const base = sideView(place, 'base');
  if (view.shape === 'none' && base.shape !== 'none') {
    const gone = base.words.map(({ text }) => ({ text, changed: true }));
    return <Words words={excerpt(gone)} side="before" />;
  }
  return view.shape === 'none' ? null : <Words words={excerpt(view.words)} side="after" />;
}
