import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Pill } from '../../ui/Marks.tsx';
import type { TrialState } from './definitions-model.ts';

interface TrialResultProps {
  readonly trial: TrialState;
  readonly onOpenGuide: (path: string) => void;
}

/** So many guides are listed; the others are only counted. */
const listed = 200;

/** What the definitions would find in the guides that the present ones do not, guide by guide. */
export function TrialResult({ trial, onOpenGuide }: TrialResultProps) {
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  if (trial.state !== 'known') return <EmptyState title={text('trialWaiting')} />;
  if (!trial.trial.ok) {
    return (
      <EmptyState
        title={text('trialProblem')}
        text={localized(trial.trial.problem)}
        icon="error"
        tone="error"
      />
    );
  }
  const { broken, guides, mended } = trial.trial;
  const better = mended > 0 ? text('mended', { count: mended }) : undefined;
  if (broken.length === 0) {
    return (
      <EmptyState
        title={text('trialNone', { guides })}
        text={better}
        icon="okfill"
        tone="success"
      />
    );
  }
  return (
    <div className="deftrial">
      <p>{text('trialLead', { guides, count: broken.length })}</p>
      {better !== undefined && <p className="faint">{better}</p>}
      <ul className="defguides">
        {broken.slice(0, listed).map(({ path, name, errors, findings, messages }) => (
          <li key={path}>
            <button type="button" onClick={() => onOpenGuide(path)}>
              <span className="row">
                <b className="clip">{name}</b>
                <span className="grow defkey clip">{path}</span>
                {errors > 0 && (
                  <Pill kind="error" icon="error">
                    {text('errors', { count: errors })}
                  </Pill>
                )}
                {findings > errors && (
                  <Pill kind="warning" icon="warning">
                    {text('others', { count: findings - errors })}
                  </Pill>
                )}
                <Icon name="arrow" size={14} />
              </span>
              {messages.map((message, index) => (
                <span key={`${String(index)} ${message.en}`} className="defreason">
                  {localized(message)}
                </span>
              ))}
            </button>
          </li>
        ))}
        {broken.length > listed && (
          <li className="faint">{text('moreGuides', { count: broken.length - listed })}</li>
        )}
      </ul>
    </div>
  );
}
