import { searchMessages } from '#core/messages/search';
import { useText } from '../../stores/use-text.ts';
import { Marked } from '../../ui/Marked.tsx';
import type { SearchRow } from './search-model.ts';

interface SearchRowViewProps {
  readonly id: string;
  readonly row: SearchRow;
  readonly selected: boolean;
  /** Row number from 1 for screen readers. */
  readonly position: number;
  /** Distance from the top of the list in pixels. */
  readonly top: number;
  readonly onGo: () => void;
}

/** A guide with its count, or a line of it with the hit marked. */
export function SearchRowView({ id, row, selected, position, top, onGo }: SearchRowViewProps) {
  const text = useText(searchMessages);
  const common = {
    id,
    role: 'row',
    'aria-rowindex': position,
    style: { top },
  } as const;
  if (row.kind === 'guide') {
    const { name, title, count, shown } = row;
    return (
      <div {...common} className="sguide" aria-label={text('guide', { name, title, count })}>
        <span role="gridcell" className="who">
          <b lang="en">{name}</b>
          <span className="clip t-2" data-tip={title}>
            {title}
          </span>
        </span>
        <span role="gridcell" className="badge num">
          {shown < count ? text('shownOf', { count, shown }) : count}
        </span>
      </div>
    );
  }
  const { line, before, hit, after } = row.match;
  return (
    <div
      {...common}
      className="smatch"
      aria-selected={selected}
      aria-label={text('row', { line, text: `${before}${hit}${after}` })}
      onClick={onGo}
    >
      <span role="gridcell" className="num line">
        {line}
      </span>
      <span role="gridcell" className="clip found" lang="ja">
        <Marked
          pieces={[
            { text: before, hit: false },
            { text: hit, hit: true },
            { text: after, hit: false },
          ]}
        />
      </span>
    </div>
  );
}
