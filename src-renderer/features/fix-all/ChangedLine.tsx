import { changedMiddle } from './changed-middle.ts';

interface ChangedLineProps {
  readonly before: string;
  readonly after: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** A line before and after a change, with what goes and what comes marked. */
export function ChangedLine({ before, after, beforeLabel, afterLabel }: ChangedLineProps) {
  const { start, end, removed, added } = changedMiddle(before, after);
  return (
    <dl className="fixlines">
      <dt>{beforeLabel}</dt>
      <dd>
        {start}
        {removed !== '' && <del>{removed}</del>}
        {end}
      </dd>
      <dt>{afterLabel}</dt>
      <dd>
        {start}
        {added !== '' && <ins>{added}</ins>}
        {end}
      </dd>
    </dl>
  );
}
