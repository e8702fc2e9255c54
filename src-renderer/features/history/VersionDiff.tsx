import { useMemo, useRef } from 'react';
import { diffGuide } from '#core/compare/guide-diff';
import { diffMessages } from '#core/messages/diff';
import { historyMessages } from '#core/messages/history';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { BodyCard } from '../../ui/diff/BodyCard.tsx';
import { DetailsCard } from '../../ui/diff/DetailsCard.tsx';
import { usePlaces } from '../../ui/diff/use-places.ts';
import { IconButton } from '../../ui/IconButton.tsx';
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
  const scroller = useRef<HTMLDivElement>(null);
  const goTo = usePlaces(scroller, old);
  const diff = useMemo(
    () => (typeof old === 'string' ? diffGuide(old, present, fields) : undefined),
    [old, present, fields],
  );
  const sides = { before: text('thisVersion'), after: text('present') };
  return (
    <section className="versiondiff" aria-label={text('changes')} data-region="left">
      <div className="dhead">
        <strong className="nowrap">{row.time}</strong>
        <span className="muted clip">{text(kindWords[row.version.kind].tip)}</span>
        <span className="grow" />
        <span className="sides nowrap" aria-hidden="true">
          <del>{sides.before}</del>
          <ins>{sides.after}</ins>
        </span>
        <IconButton icon="up" label={say('previous')} onPress={() => goTo(-1)} />
        <IconButton icon="down" label={say('next')} onPress={() => goTo(1)} />
      </div>
      <div
        ref={scroller}
        className="diffscroll"
        // A long comparison must scroll with the keyboard alone.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={row.time}
        data-region-main
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
      </div>
    </section>
  );
}
