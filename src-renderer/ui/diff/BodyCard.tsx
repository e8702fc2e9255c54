import { useState } from 'react';
import type { BodyDiff, DiffLine, DiffPart } from '#core/compare/body-diff';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons.tsx';
import { Words } from '../Words.tsx';
import './diff.css';
import type { SayDiff } from './say-diff.ts';

interface BodyCardProps {
  readonly diff: BodyDiff;
  readonly text: SayDiff;
}

/** The lines of a body that change, with what stays the same folded away. */
export function BodyCard({ diff, text }: BodyCardProps) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  return (
    <section className="card" aria-label={text('body')}>
      <h3>
        {text('body')} <span className="faint">{text('places', { count: diff.places })}</span>
      </h3>
      <table className="dl">
        <colgroup>
          <col className="cn" />
          <col className="cn" />
          <col className="cs" />
          <col />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th>{text('oldLine')}</th>
            <th>{text('newLine')}</th>
            <th>{text('mark')}</th>
            <th>{text('text')}</th>
          </tr>
        </thead>
        {diff.parts.map((part, index) => (
          <Part
            key={index}
            part={part}
            text={text}
            open={open.has(index)}
            onOpen={() => setOpen((before) => new Set([...before, index]))}
          />
        ))}
      </table>
    </section>
  );
}

interface PartProps {
  readonly part: DiffPart;
  readonly text: SayDiff;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Part({ part, text, open, onOpen }: PartProps) {
  if (part.type === 'same' && !open) {
    const { from, to } = part;
    return (
      <tbody>
        <tr>
          <td colSpan={4} className="foldcell">
            <button type="button" className="fold" data-tip={text('showSame')} onClick={onOpen}>
              <Icon name="more" size={14} />
              {text(from === to ? 'sameOne' : 'same', { from, to })}
            </button>
          </td>
        </tr>
      </tbody>
    );
  }
  const places = part.lines.map(
    ({ kind }, index) => kind !== 'same' && part.lines[index - 1]?.kind !== kind,
  );
  return (
    <tbody>
      {part.lines.map((line, index) => (
        <Line key={index} line={line} text={text} starts={places[index] === true} />
      ))}
    </tbody>
  );
}

const signs = { added: '+', removed: '−', same: '' } as const;

interface LineProps {
  readonly line: DiffLine;
  readonly text: SayDiff;
  readonly starts: boolean;
}

function Line({ line, text, starts }: LineProps) {
  const { kind, words, oldNumber, newNumber, endOnly } = line;
  return (
    <tr
      className={classNames(kind === 'added' && 'a', kind === 'removed' && 'd')}
      {...(starts && { 'data-place': '' })}
    >
      <td className="n">{oldNumber}</td>
      <td className="n">{newNumber}</td>
      <td className="s">
        <span aria-hidden="true">{signs[kind]}</span>
        {kind !== 'same' && (
          <span className="sr-only">{text(kind === 'added' ? 'lineAdded' : 'lineRemoved')}</span>
        )}
      </td>
      <td className="t">
        <Words words={words} side={kind === 'removed' ? 'before' : 'after'} />
        {endOnly === true && kind === 'added' && <span className="faint">{text('lineEnd')}</span>}
      </td>
    </tr>
  );
}
