import { useRef, useState } from 'react';
import { smallestEdit } from '#core/document/edit-details';
import { formMessages } from '#core/messages/form';
import { formValueMessages } from '#core/messages/form-values';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useForm } from './form-context.ts';
import { type FieldChange, revertOf } from './field-change.ts';

/** One side of a change, line by line, with what differs marked. */
function Side({
  text,
  from,
  to,
  kind,
}: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'ins' | 'del';
}) {
  const Mark = kind;
  return (
    <pre className={kind === 'ins' ? 'changeside added' : 'changeside removed'}>
      {text.slice(0, from)}
      {to > from && <Mark>{text.slice(from, to)}</Mark>}
      {text.slice(to)}
    </pre>
  );
}

interface ChangePillProps {
  /** By which the control refers to it, so that a change is told with the field. */
  readonly id: string;
  readonly pointer: string;
  /** Name of the field in the language in use. */
  readonly label: string;
  readonly change: FieldChange;
}

/** 1行変更: opens the old and the new writing of a field, with the way back. */
export function ChangePill({ id, pointer, label, change }: ChangePillProps) {
  const text = useText(formMessages);
  const valueText = useText(formValueMessages);
  const { saved, parsed, editable, apply, change: edit, focusAfter } = useForm();
  const [open, setOpen] = useState(false);
  const pill = useRef<HTMLButtonElement>(null);
  const { before, after, lines } = change;
  const [middle] = smallestEdit(before ?? '', after ?? '');
  const from = middle?.from ?? 0;

  const revert = (): void => {
    setOpen(false);
    const revert = revertOf(saved, parsed, pointer);
    if ('edits' in revert) apply(revert.edits, 'command');
    else edit(revert.change);
    // The pill goes with the change; the focus stays with its field.
    focusAfter(pointer);
  };

  return (
    <>
      <button
        ref={pill}
        id={id}
        type="button"
        className="onediff"
        aria-label={valueText('changedOf', { field: label, count: lines })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {text('changedLines', { count: lines })}
      </button>
      <Popover
        anchor={pill}
        open={open}
        onClose={() => setOpen(false)}
        label={text('changedTitle', { field: label })}
        className="changecard"
      >
        <h4>{text('before')}</h4>
        <Side
          kind="del"
          text={before ?? text('absentLine')}
          from={from}
          to={before === undefined ? from : (middle?.to ?? 0)}
        />
        <h4>{text('after')}</h4>
        <Side
          kind="ins"
          text={after ?? text('absentLine')}
          from={from}
          to={after === undefined ? from : from + (middle?.insert.length ?? 0)}
        />
        <div className="changeacts">
          <Button size="small" icon="undo" disabled={!editable} onPress={revert}>
            {text('revert')}
          </Button>
        </div>
      </Popover>
    </>
  );
}
