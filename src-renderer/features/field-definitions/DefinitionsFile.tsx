import { useId, useRef } from 'react';
import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { lineRange, type TrialState } from './definitions-model.ts';

interface DefinitionsFileProps {
  readonly text: string;
  readonly trial: TrialState;
  readonly onChange: (text: string) => void;
  /** An input method began or ended its work in the text. */
  readonly onComposing: (composing: boolean) => void;
}

/** Lines above the one that is gone to, so that it is seen where it stands. */
const linesAbove = 3;

function goToLine(area: HTMLTextAreaElement, line: number): void {
  const { from, to } = lineRange(area.value, line);
  area.focus();
  area.setSelectionRange(from, to);
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight) || 0;
  area.scrollTop = Math.max(0, line - 1 - linesAbove) * lineHeight;
}

/** The definitions as they will be in the file, for the maintainer's own hand. */
export function DefinitionsFile({ text, trial, onChange, onComposing }: DefinitionsFileProps) {
  const say = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const problem = trial.state === 'known' && !trial.trial.ok ? trial.trial : undefined;
  const { line } = problem ?? {};
  return (
    <div className="deffile">
      <p id={`${id}-help`} className="faint">
        {say('fileHelp')}
      </p>
      <TextArea
        ref={area}
        wrap="off"
        aria-label={say('fileLabel')}
        aria-describedby={problem ? `${id}-help ${id}-problem` : `${id}-help`}
        invalid={problem !== undefined}
        value={text}
        onChange={onChange}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
      />
      {problem && (
        <p id={`${id}-problem`} className="defproblem" role="alert">
          <SeverityIcon severity="error" />
          <span className="grow">{localized(problem.problem)}</span>
          {line !== undefined && (
            <Button size="small" onPress={() => area.current && goToLine(area.current, line)}>
              {say('toLine', { line })}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
