import { useState } from 'react';
import { formMessages } from '#core/messages/form';
import type { Diagnostic } from '#core/lint/diagnostic';
import { rangeOf } from '#core/document/pointer';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { useForm } from './form-context.ts';

function Message({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const { parsed, apply, editable } = useForm();
  const [open, setOpen] = useState(false);
  const { severity, message, advice, fixes = [], pointer = '' } = finding;
  const range = rangeOf(parsed, pointer);
  // A finding may be older than the text; only a fix that stays within its value is offered here.
  const [fix] = fixes.filter(
    ({ edits }) => range && edits.every(({ from, to }) => from >= range.from && to <= range.to),
  );
  const tone = severity === 'error' || severity === 'warning' ? `t-${severity}` : 'muted';
  return (
    <>
      <div className={`msg ${tone}`}>
        <SeverityIcon severity={severity} size={13} />
        <span className="grow">{localized(message)}</span>
        <span className="msgacts">
          {fix && editable && (
            <LinkButton tip={localized(fix.title)} onPress={() => apply(fix.edits, 'fix')}>
              {text('fixed')}
            </LinkButton>
          )}
          {advice && (
            <LinkButton expanded={open} onPress={() => setOpen(!open)}>
              {text(open ? 'less' : 'more')}
            </LinkButton>
          )}
        </span>
      </div>
      {advice && open && <div className="help">{localized(advice)}</div>}
    </>
  );
}

interface FieldMessagesProps {
  readonly id: string;
  readonly findings: readonly Diagnostic[];
}

/** The findings of a field under it, each with its reason and, where it is safe, its fix. */
export function FieldMessages({ id, findings }: FieldMessagesProps) {
  return (
    <div id={id}>
      {findings.map((finding) => (
        <Message
          key={`${finding.code} ${finding.pointer ?? ''} ${finding.message.en}`}
          finding={finding}
        />
      ))}
    </div>
  );
}
