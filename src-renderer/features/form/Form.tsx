import { useEffect, useMemo, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { editDetails } from '#core/document/edit-details';
import { parseGuide } from '#core/document/parse-guide';
import type { SiteImage } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import { formMessages } from '#core/messages/form';
import type { Localized } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import type { GuideSession } from '../../editor/guide-session.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FieldView } from './FieldView.tsx';
import './form.css';
import './popovers.css';
import './widgets.css';
import { focusField } from './focus-field.ts';
import { FormContext, type FormContextValue } from './form-context.ts';
import { columnsOf, inFormOrder } from './form-model.ts';
import { OtherFields } from './OtherFields.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { useDetails } from './use-details.ts';

interface FormProps {
  readonly session: GuideSession;
  /** The guide details as last read or saved; what differs from them is marked. */
  readonly saved: string;
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  readonly images: readonly SiteImage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly workspaceId: string;
  readonly onOpenGuide: (path: string) => void;
  /** Shows a value in the manuscript; for broken JSON the pointer is empty and the offset (UTF-16) says where. */
  readonly onShowInSource: (pointer: string, offset?: number) => void;
  /** Lets the author choose a file in the static folder; its site path, or `null`. */
  readonly onChooseImage: () => Promise<string | null>;
  /** A value to go to; a new one moves the focus. */
  readonly focusPointer?: string | undefined;
}

/** 記事情報: the guide details as a form; a view of the one document, which every edit changes minimally. */
export function Form({
  session,
  saved,
  fields,
  vocabulary,
  entries,
  images,
  diagnostics,
  workspaceId,
  onOpenGuide,
  onShowInSource,
  onChooseImage,
  focusPointer,
}: FormProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const root = useRef<HTMLDivElement>(null);
  const parsed = useDetails(session);
  const savedGuide = useMemo(() => parseGuide(saved), [saved]);
  const [firstSaved] = useState(saved);
  const [refusal, setRefusal] = useState<Localized>();
  const editable = parsed.editable && !session.readOnly;

  useEffect(() => {
    if (focusPointer !== undefined && root.current) focusField(root.current, focusPointer);
  }, [focusPointer, session]);

  const order = fields.map(({ name }) => name);
  const form: FormContextValue = {
    path: session.path,
    workspaceId,
    parsed,
    saved: savedGuide,
    editable,
    savedOnce: saved !== firstSaved,
    entries,
    vocabulary,
    images,
    diagnostics,
    change(edit) {
      // The text may be newer than this rendering: two changes can come from one event.
      const result = editDetails(session.head(), edit, { order });
      setRefusal(result.ok ? undefined : result.reason);
      if (result.ok && result.edits.length > 0) session.edit(result.edits, 'form');
    },
    apply: (edits, origin) => session.edit(edits, origin),
    onOpenGuide,
    onChooseImage,
  };

  if (parsed.parts.kind === 'none') {
    return (
      <EmptyState title={text('noDetails')} text={text('noDetailsText')} icon="form">
        <Button size="small" onPress={() => onShowInSource('')}>
          {text('openSource')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <FormContext.Provider value={form}>
      <div className="formview" ref={root} role="form" aria-label={text('form')}>
        <ReadOnlyBanner readOnly={session.readOnly} onShowInSource={onShowInSource} />
        {refusal && (
          <Banner tone="warning">{text('refusedEdit', { reason: localized(refusal) })}</Banner>
        )}
        <div className="formscroll">
          <div className="form">
            {inFormOrder(fields).map((field) => (
              <FieldView
                key={field.name}
                field={field}
                pointer={field.pointer}
                columns={columnsOf(field)}
              />
            ))}
            <OtherFields fields={fields} />
          </div>
        </div>
      </div>
    </FormContext.Provider>
  );
}
