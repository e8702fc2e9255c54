import { useId, useRef, useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { countBySeverity } from '#core/lint/diagnostic';
import { formMessages } from '#core/messages/form';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldView } from './FieldView.tsx';
import { useForm } from './form-context.ts';
import { findingsAt, isWithin } from './form-model.ts';
import { useOtherFields } from './use-other-fields.ts';
import { useVisit } from './use-visit.ts';

function AddField({ fields }: { readonly fields: readonly FieldModel[] }) {
  const text = useText(formMessages);
  const { parsed, change } = useForm();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const wanted = name.trim();
  const taken =
    valueAt(parsed.data, joinPointer('', wanted)) !== undefined ||
    fields.some((field) => field.name === wanted);
  const close = (): void => {
    setOpen(false);
    setName('');
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="ghost"
        icon="plus"
        popup="dialog"
        expanded={open}
        onPress={() => setOpen(true)}
      >
        {text('addRow')}
      </Button>
      <Popover
        anchor={button}
        open={open}
        onClose={close}
        label={text('addField')}
        placement="bottom end"
      >
        <form
          className="addfield"
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === '' || taken) return;
            change({ kind: 'set', pointer: joinPointer('', wanted), value: '' });
            close();
          }}
        >
          <label htmlFor={id}>{text('fieldName')}</label>
          <TextInput id={id} autoFocus value={name} onChange={setName} invalid={taken} />
          {taken && <div className="msg t-error">{text('fieldNameTaken', { name: wanted })}</div>}
          <Button submit size="small" variant="primary" disabled={wanted === '' || taken}>
            {text('create')}
          </Button>
        </form>
      </Popover>
    </>
  );
}

/** Fields that the schema does not know: kept, shown under their own names, edited by what they hold. */
export function OtherFields({ fields }: { readonly fields: readonly FieldModel[] }) {
  const text = useText(formMessages);
  const { editable, change, diagnostics } = useForm();
  const [open, setOpen] = useState(true);
  const bodyId = useId();
  const others = useOtherFields('', fields);
  const holds = (pointer: string): boolean =>
    others.some((field) => isWithin(pointer, field.pointer));
  useVisit((pointer) => {
    if (holds(pointer)) setOpen(true);
  });
  if (others.length === 0 && !editable) return null;
  const findings = others.flatMap(({ pointer }) => findingsAt(diagnostics, pointer, true));
  return (
    <section className="others c12" aria-label={text('others')}>
      <div className="row">
        <button
          type="button"
          className="othershead"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} size={14} className="faint" />
          <h3>{text('others')}</h3>
        </button>
        <span className="faint nowrap num">{text('rows', { count: others.length })}</span>
        {!open && <Counts counts={countBySeverity(findings)} />}
        <span className="grow" />
        {others.length > 0 && <span className="muted clip">{text('othersNote')}</span>}
        {editable && <AddField fields={fields} />}
      </div>
      {open && (
        <div id={bodyId} className="otherlist">
          {others.map((field) => (
            <div key={field.name} className="otherrow">
              <div className="grow">
                <FieldView field={field} pointer={field.pointer} />
              </div>
              {editable && (
                <MenuButton
                  label={text('fieldActions', { field: field.name })}
                  size="small"
                  entries={[{ id: 'remove', label: text('takeOut'), icon: 'trash', danger: true }]}
                  onAction={() => change({ kind: 'unset', pointer: field.pointer })}
                />
              )}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
