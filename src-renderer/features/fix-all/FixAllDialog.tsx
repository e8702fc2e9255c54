import { useMemo, useState } from 'react';
import type { TextEdit } from '#core/document/text-edit';
import type { Diagnostic } from '#core/lint/diagnostic';
import { findingsMessages } from '#core/messages/findings';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { ScopeButton } from '../../ui/ScopeButton.tsx';
import { ChangedLine } from './ChangedLine.tsx';
import { planFixes } from './fix-all-model.ts';
import './fix-all.css';

interface FixAllDialogProps {
  /** The text that the findings are about. */
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  /** Starts with the findings of this rule only; `undefined` with all that can be fixed. */
  readonly code: string | undefined;
  /** All edits of all fixes, to be applied as one step. */
  readonly onApply: (edits: readonly TextEdit[], count: number) => void;
  readonly onClose: () => void;
}

/** The changes that fixing many findings would make, line by line, before anything is changed. */
export function FixAllDialog({ text, findings, code, onApply, onClose }: FixAllDialogProps) {
  const say = useText(findingsMessages);
  const localized = useLocalized();
  const [only, setOnly] = useState(code);
  const fixable = useMemo(
    () => findings.filter((finding) => (finding.fixes?.length ?? 0) > 0),
    [findings],
  );
  const codes = useMemo(() => [...new Set(fixable.map((finding) => finding.code))], [fixable]);
  const plan = useMemo(
    () => planFixes(text, only === undefined ? fixable : fixable.filter((f) => f.code === only)),
    [text, fixable, only],
  );
  const nameOf = (one: string) => {
    const first = fixable.find((finding) => finding.code === one);
    return first?.fixes?.[0] === undefined ? one : localized(first.fixes[0].title);
  };
  return (
    <Dialog
      title={say('fixAllTitle')}
      size="medium"
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <span className="faint">{say('undoNote')}</span>
          <span className="grow" />
          <Button size="big" onPress={onClose}>
            {say('cancel')}
          </Button>
          <Button
            size="big"
            variant="primary"
            disabledReason={plan.length === 0 ? say('fixAllNone') : undefined}
            onPress={() =>
              onApply(
                plan.flatMap((fix) => fix.edits),
                plan.length,
              )
            }
          >
            {say('apply', { count: plan.length })}
          </Button>
        </>
      }
    >
      <div className="fixall">
        <p className="fixlead">{say('fixAllLead', { count: plan.length })}</p>
        {codes.length > 1 && (
          <div className="fixkinds" role="group" aria-label={say('kind')}>
            {[undefined, ...codes].map((one) => (
              <ScopeButton key={one ?? ''} pressed={only === one} onPress={() => setOnly(one)}>
                {one === undefined ? say('allKinds') : nameOf(one)}
              </ScopeButton>
            ))}
          </div>
        )}
        {plan.length === 0 ? (
          <EmptyState title={say('fixAllNone')} />
        ) : (
          <ul className="fixlist">
            {plan.map((fix) => (
              <li key={`${fix.finding.code}:${fix.finding.from}`}>
                <div className="row fixhead">
                  <SeverityIcon severity={fix.finding.severity} size={14} />
                  <b className="grow clip">{localized(fix.finding.message)}</b>
                  <span className="faint nowrap num">{say('line', { line: fix.line })}</span>
                </div>
                <ChangedLine
                  before={fix.before}
                  after={fix.after}
                  beforeLabel={say('before')}
                  afterLabel={say('after')}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
