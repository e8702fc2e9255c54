import { useId, useState } from 'react';
import { countBySeverity } from '#core/lint/diagnostic';
import { formListMessages } from '#core/messages/form-lists';
import type { FieldModel } from '#core/schema/field-model';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Counts } from '../../ui/Counts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { columnsFor } from './field-columns.ts';
import { FieldView } from './FieldView.tsx';
import { useForm } from './form-context.ts';
import { findingsAt, type FormSection, isWithin, sectionsOf } from './form-model.ts';
import { useVisit } from './use-visit.ts';

function Fields({ fields }: { readonly fields: readonly FieldModel[] }) {
  const locale = useSettingsStore((state) => state.locale);
  const columns = columnsFor(fields, locale);
  return fields.map((field, index) => (
    <FieldView key={field.name} field={field} pointer={field.pointer} columns={columns[index]} />
  ));
}

/** Fields under a heading that folds them away; a folded section counts the findings in it. */
function Section({ label, fields }: FormSection) {
  const text = useText(formListMessages);
  const localized = useLocalized();
  const { diagnostics, here } = useForm();
  const [open, setOpen] = useState(true);
  const id = useId();
  const holds = (pointer: string): boolean =>
    fields.some((field) => isWithin(pointer, field.pointer));
  useVisit((pointer) => {
    if (holds(pointer)) setOpen(true);
  });
  const findings = fields.flatMap(({ pointer }) => findingsAt(diagnostics, pointer, true));
  const isHere = !open && here !== undefined && holds(here);
  const name = label ? localized(label) : text('otherSection');
  return (
    <section className="formsection" aria-labelledby={`${id}-name`}>
      <h3 className={isHere ? 'here' : undefined} aria-current={isHere ? 'location' : undefined}>
        <button
          type="button"
          className="othershead"
          aria-expanded={open}
          aria-controls={open ? `${id}-fields` : undefined}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} size={14} className="faint" />
          <span id={`${id}-name`}>{name}</span>
          {!open && findings.length > 0 && (
            <>
              <span className="sr-only">{text('findings', { count: findings.length })}</span>
              <Counts counts={countBySeverity(findings)} />
            </>
          )}
        </button>
      </h3>
      {open && (
        <div id={`${id}-fields`} className="form inner">
          <Fields fields={fields} />
        </div>
      )}
    </section>
  );
}

/** The fields of the schema: as they are in a short form, under their groups' headings in a long one. */
export function FormSections({ fields }: { readonly fields: readonly FieldModel[] }) {
  const sections = sectionsOf(fields);
  const [first] = sections;
  if (first && sections.length === 1 && !first.label) return <Fields fields={first.fields} />;
  return sections.map((section) => <Section key={section.label?.en ?? ''} {...section} />);
}
