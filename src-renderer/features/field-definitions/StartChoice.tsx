import { useMemo } from 'react';
import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { SchemaProposal } from '#core/schema/schema-proposal';
import { useText } from '../../stores/use-text.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { fieldDifferences, namesOf } from './definitions-model.ts';
import type { Drafts } from './use-drafts.ts';

interface StartChoiceProps {
  readonly current: NonNullable<SchemaProposal['current']>;
  readonly drafts: Drafts;
}

/** Says that the folder has definitions, lets one start from them or from the proposal, and what differs. */
export function StartChoice({ current, drafts }: StartChoiceProps) {
  const text = useText(fieldDefinitionsMessages);
  const { start, text: written } = drafts;
  const differences = useMemo(
    () => (written === undefined ? undefined : fieldDifferences(current.text, written)),
    [current.text, written],
  );
  const names = (pointers: readonly string[]): string =>
    pointers.map((pointer) => namesOf(pointer).join(text('level'))).join(text('separator'));
  return (
    <div className="defstart">
      <div className="row">
        <span className="grow">{text('has', { path: current.path })}</span>
        <Segmented
          label={text('startFrom')}
          value={start}
          segments={[
            { value: 'current', label: text('current') },
            { value: 'proposal', label: text('proposal') },
          ]}
          onChange={drafts.choose}
        />
      </div>
      {written !== current.text && differences && (
        <p className="faint">
          {differences.added.length > 0 && (
            <span>{text('added', { names: names(differences.added) })}</span>
          )}
          {differences.removed.length > 0 && (
            <span>{text('removed', { names: names(differences.removed) })}</span>
          )}
          {differences.added.length === 0 && differences.removed.length === 0 && (
            <span>{text('sameFields')}</span>
          )}
        </p>
      )}
    </div>
  );
}
