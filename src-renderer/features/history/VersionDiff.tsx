import { useMemo } from 'react';
import { diffGuide } from '#core/compare/guide-diff';
import { diffMessages } from '#core/messages/diff';
import { historyMessages } from '#core/messages/history';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { BodyCard } from '../../ui/diff/BodyCard.tsx';
import { DetailsCard } from '../../ui/diff/DetailsCard.tsx';
import { DiffFrame } from '../../ui/diff/DiffFrame.tsx';
import { kindWords, type VersionRow } from './history-model.ts';

interface VersionDiffProps {
  readonly row: VersionRow;
  /** Text of the version; `undefined` while it is being read, `null` where it cannot be. */
  readonly text: string | null | undefined;
  /** The text as it is now, as its file would hold it. */
  readonly present: string;
  readonly fields: readonly FieldModel[];
}

/** What has changed since a version: guide details by field, the body by line, words marked. */
export function VersionDiff({ row, text: old, present, fields }: VersionDiffProps) {
  const text = useText(historyMessages);
  const say = useText(diffMessages);
  const localized = useLocalized();
  const diff = useMemo(
    () => (typeof old === 'string' ? diffGuide(old, present, fields) : undefined),
    [old, present, fields],
  );
  const sides = { before: text('thisVersion'), after: text('present') };
  return (
    <section className="versiondiff" aria-label={text('changes')} data-region="left">
      <DiffFrame
        name={row.time}
        about={
          <>
            <span className="muted clip">{text(kindWords[row.version.kind].tip)}</span>
            <span className="grow" />
            <span className="sides nowrap" aria-hidden="true">
              <del>{sides.before}</del>
              <ins>{sides.after}</ins>
            </span>
          </>
        }
        previousLabel={say('previous')}
        nextLabel={say('next')}
        of={old}
      >
        {old === null && <p className="muted">{text('gone')}</p>}
        {old === undefined && <p className="muted">{text('loading')}</p>}
        {old === present && <p className="muted">{text('same')}</p>}
        {diff && (diff.fields.length > 0 || diff.onlyWriting) && (
          <DetailsCard
            {...{ fields: diff.fields, onlyWriting: diff.onlyWriting, sides, localized }}
            text={say}
          />
        )}
        {diff && diff.body.places > 0 && (
          <BodyCard key={row.version.id} diff={diff.body} text={say} />
        )}
      </DiffFrame>
    </section>
  );
}
