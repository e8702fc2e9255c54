import { useRef, useState } from 'react';
import { formMessages } from '#core/messages/form';
import { smallestEdit } from '#core/document/edit-details';
import { valueAt } from '#core/document/pointer';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useForm } from './form-context.ts';
import { type FieldChange, revertEdits } from './form-model.ts';

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
  readonly pointer: string;
  /** Name of the field in the language in use. */
  readonly label: string;
  readonly change: FieldChange;
}

/** 1行変更: opens the old and the new writing of a field, with the way back. */
export function ChangePill({ pointer, label, change }: ChangePillProps) {
  const text = useText(formMessages);
  const { saved, parsed, editable, apply, change: edit } = useForm();
  const [open, setOpen] = useState(false);
  const pill = useRef<HTMLButtonElement>(null);
  const { before, after, lines } = change;
  const [middle] = smallestEdit(before ?? '', after ?? '');
  const from = middle?.from ?? 0;

  const revert = (): void => {
    setOpen(false);
    const edits = revertEdits(saved, parsed, pointer);
    if (edits) apply(edits, 'form');
    else if (before === undefined) edit({ kind: 'unset', pointer });
    else edit({ kind: 'set', pointer, value: valueAt(saved.data, pointer) });
  };

  return (
    <>
      <button
        ref={pill}
        type="button"
        className="onediff"
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
