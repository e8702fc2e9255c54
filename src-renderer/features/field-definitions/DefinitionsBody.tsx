import { useMemo, useState } from 'react';
import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { FieldModel } from '#core/schema/field-model';
import type { SchemaProposal } from '#core/schema/schema-proposal';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DefinitionsFile } from './DefinitionsFile.tsx';
import { fieldRows, fieldsOfText, labelsOf, type TrialState } from './definitions-model.ts';
import { FieldDetails } from './FieldDetails.tsx';
import { FieldList } from './FieldList.tsx';
import { StartChoice } from './StartChoice.tsx';
import { TrialResult } from './TrialResult.tsx';
import type { Drafts } from './use-drafts.ts';

/** What the dialog shows: the fields and why, the file, or the guides that would get findings. */
export type DefinitionsView = 'fields' | 'file' | 'guides';

interface DefinitionsBodyProps {
  readonly proposal: SchemaProposal;
  readonly drafts: Drafts;
  readonly trial: TrialState;
  readonly view: DefinitionsView;
  readonly onView: (view: DefinitionsView) => void;
  readonly onComposing: (composing: boolean) => void;
  readonly fields: readonly FieldModel[];
  readonly nameOf: (path: string) => string;
  readonly onOpenGuide: (path: string, pointer?: string) => void;
}

/** What was read, in the three ways of looking at it. */
export function DefinitionsBody(props: DefinitionsBodyProps) {
  const { proposal, drafts, trial, view, nameOf, onOpenGuide } = props;
  const text = useText(fieldDefinitionsMessages);
  const rows = useMemo(() => fieldRows(proposal.fields), [proposal.fields]);
  // Definitions of the folder name their fields best; a proposal may know some names of its own.
  const labels = useMemo(
    () => labelsOf([...props.fields, ...(fieldsOfText(proposal.text) ?? [])]),
    [props.fields, proposal.text],
  );
  const [chosen, setChosen] = useState<string>();
  const row = rows.find(({ pointer }) => pointer === chosen) ?? rows[0];
  const { skipped } = proposal;
  return (
    <div className="definitions">
      <div className="defhead">
        <p>{text('lead', { count: proposal.guides })}</p>
        {skipped.length > 0 && (
          <details>
            <summary>{text('skipped', { count: skipped.length })}</summary>
            <ul className="defskipped">
              {skipped.map((path) => (
                <li key={path}>
                  <LinkButton onPress={() => onOpenGuide(path)}>{path}</LinkButton>
                </li>
              ))}
            </ul>
          </details>
        )}
        {proposal.current && <StartChoice current={proposal.current} drafts={drafts} />}
        <Segmented
          label={text('view')}
          value={view}
          segments={[
            { value: 'fields', label: text('fieldsView') },
            { value: 'file', label: text('fileView') },
            { value: 'guides', label: text('guidesView') },
          ]}
          onChange={props.onView}
        />
      </div>
      <div className={classNames('defbody', view === 'fields' && 'fields')}>
        {view === 'fields' && (
          <>
            <FieldList rows={rows} labels={labels} selected={row?.pointer} onSelect={setChosen} />
            <FieldDetails row={row} labels={labels} nameOf={nameOf} onOpenGuide={onOpenGuide} />
          </>
        )}
        {view === 'file' && drafts.text !== undefined && (
          <DefinitionsFile
            text={drafts.text}
            trial={trial}
            onChange={drafts.write}
            onComposing={props.onComposing}
          />
        )}
        {view === 'guides' && <TrialResult trial={trial} onOpenGuide={onOpenGuide} />}
      </div>
    </div>
  );
}
