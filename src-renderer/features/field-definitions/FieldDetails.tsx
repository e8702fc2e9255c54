import { useId } from 'react';
import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { Localized } from '#core/messages/messages';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import type { FieldRow } from './definitions-model.ts';
import { evidenceSentences, outlierReason } from './evidence-words.ts';
import { KindWords } from './KindWords.tsx';

interface FieldDetailsProps {
  readonly row: FieldRow | undefined;
  readonly labels: ReadonlyMap<string, Localized>;
  /** Name of a guide for people, by its path. */
  readonly nameOf: (path: string) => string;
  /** Opens a guide at the value of a JSON pointer. */
  readonly onOpenGuide: (path: string, pointer: string) => void;
}

/** Why a field is defined as it is: what the guides have in common, and which ones differ. */
export function FieldDetails({ row, labels, nameOf, onOpenGuide }: FieldDetailsProps) {
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  const headingId = useId();
  if (!row) return <EmptyState title={text('chooseField')} />;
  const { name, evidence } = row;
  const known = labels.get(row.pointer);
  const label = name === '' ? text('eachItem') : known ? localized(known) : name;
  const { outliers, outlierCount } = evidence;
  return (
    <section className="defdetails" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {label}
        {name !== '' && label !== name && <span className="defkey">{name}</span>}
      </h3>
      <ul className="defwords">
        <li>
          {text('typeWords')} <KindWords evidence={evidence} />
        </li>
        {evidenceSentences(evidence).map(({ key, values, names, code }) => (
          <li key={key}>
            {text(key, {
              ...values,
              ...(names ? { values: names.join(text('separator')) } : {}),
            })}
            {code !== undefined && <code>{code}</code>}
          </li>
        ))}
      </ul>
      <h4>
        {outlierCount === 0 ? (
          <>
            <SeverityIcon severity="success" />
            {text('noOutliers')}
          </>
        ) : (
          <>
            <SeverityIcon severity="warning" />
            {text('outliers', { count: outlierCount })}
          </>
        )}
      </h4>
      {outlierCount > 0 && (
        <ul className="defguides">
          {outliers.map((outlier) => (
            <li key={`${outlier.path} ${outlier.pointer}`}>
              <button type="button" onClick={() => onOpenGuide(outlier.path, outlier.pointer)}>
                <span className="row">
                  <b className="clip">{nameOf(outlier.path)}</b>
                  <span className="grow defkey clip">{outlier.path}</span>
                  <Icon name="arrow" size={14} />
                </span>
                <span className="defreason">
                  {text(outlierReason(outlier))}
                  {outlier.value !== '' && <code>{outlier.value}</code>}
                </span>
              </button>
            </li>
          ))}
          {outlierCount > outliers.length && (
            <li className="faint">
              {text('moreOutliers', { count: outlierCount - outliers.length })}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
