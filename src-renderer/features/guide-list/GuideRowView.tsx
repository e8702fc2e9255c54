import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Locale } from '#core/messages/messages';
import { classNames } from '../../ui/class-names.ts';
import { Counts } from '../../ui/Counts.tsx';
import { highlightWords } from '../../ui/highlight.ts';
import { Marked } from '../../ui/Marked.tsx';
import { Dot, UnsavedMark } from '../../ui/Marks.tsx';
import { rowLabel, type RowState, secondLine } from './row-words.ts';

interface GuideRowViewProps {
  readonly id: string;
  /** Of the row in the list, from 0. */
  readonly index: number;
  readonly entry: GuideEntry;
  readonly state: RowState;
  readonly words: readonly string[];
  readonly locale: Locale;
  readonly selected: boolean;
  /** Whether the cursor of the keyboard stands here. */
  readonly cursor: boolean;
  readonly position: number;
  readonly count: number;
  /** Distance from the top of the list in pixels. */
  readonly top: number;
  readonly onOpen: () => void;
}

function dotOf(entry: GuideEntry, state: RowState) {
  if (state.disk !== 'same' || entry.siteState === 'conflict') return 'conflict';
  if (entry.siteState === 'changed') return 'changed';
  return entry.siteState === 'new' ? 'added' : 'same';
}

/** One guide of the list: state, name, title, numbers of findings. */
export function GuideRowView({
  id,
  index,
  entry,
  state,
  words,
  locale,
  selected,
  cursor,
  position,
  count,
  top,
  onOpen,
}: GuideRowViewProps) {
  const second = secondLine(entry, state, words, locale);
  return (
    <div
      id={id}
      className={classNames('guide', cursor && 'cursor')}
      role="option"
      data-index={index}
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={position}
      aria-label={rowLabel(entry, state, locale)}
      style={{ top }}
      onClick={onOpen}
    >
      <Dot state={dotOf(entry, state)} />
      <div className="names">
        <div className="name clip">
          {state.unsaved && <UnsavedMark />}
          <Marked pieces={highlightWords(entry.name, words)} />
        </div>
        <div
          className={classNames('sub clip', second.conflict && 't-conflict')}
          data-tip={second.text}
        >
          {second.prefix}
          <Marked pieces={highlightWords(second.text, second.conflict ? [] : words)} />
        </div>
      </div>
      <Counts counts={entry.counts} />
    </div>
  );
}
