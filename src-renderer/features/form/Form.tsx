import { useEffect, useMemo, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { parseGuide } from '#core/document/parse-guide';
import type { SiteImage } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import { formMessages } from '#core/messages/form';
import type { FieldModel } from '#core/schema/field-model';
import type { GuideSession } from '../../editor/guide-session.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import './form.css';
import './groups.css';
import './popovers.css';
import './widgets.css';
import { focusAfterPopover } from './focus-after-popover.ts';
import { focusField } from './focus-field.ts';
import type { ImageFiles } from './image-files.ts';
import type { Uses } from './vocabulary-model.ts';
import { FormContext, type FormContextValue, type Visit } from './form-context.ts';
import { FormSections } from './FormSections.tsx';
import { OtherFields } from './OtherFields.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { useChange } from './use-change.ts';
import { useDetails } from './use-details.ts';
import { useFieldFocus } from './use-field-focus.ts';

const noUses: Uses = {};

interface FormProps {
  readonly session: GuideSession;
  /** The guide details as last read or saved; what differs from them is marked. */
  readonly saved: string;
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  /** `undefined` until they are counted. */
  readonly uses?: Uses | undefined;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  /** `undefined` until they have been listed. */
  readonly images: readonly SiteImage[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly workspaceId: string;
  readonly onOpenGuide: (path: string) => void;
  /** Opens a web or mail address outside of the window; asks first. */
  readonly onOpenExternal: (url: string) => void;
  /** Shows a value in the manuscript; for broken JSON the pointer is empty and the offset (UTF-16) says where. */
  readonly onShowInSource: (pointer: string, offset?: number) => void;
  readonly imageFiles: ImageFiles;
  /** A value to go to; a new one moves the focus. */
  readonly focusPointer?: string | undefined;
  /** The value in which the manuscript's caret stands; its field is marked. */
  readonly herePointer?: string | undefined;
  /** Called with the value whose control has the focus; `undefined` when the focus leaves the form. */
  readonly onFieldFocus?: ((pointer: string | undefined) => void) | undefined;
}

/** 記事情報: the guide details as a form; a view of the one document, which every edit changes minimally. */
export function Form({
  session,
  saved,
  fields,
  vocabulary,
  uses = noUses,
  entries,
  images,
  diagnostics,
  workspaceId,
  onOpenGuide,
  onOpenExternal,
  onShowInSource,
  imageFiles,
  focusPointer,
  herePointer,
  onFieldFocus,
}: FormProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const root = useRef<HTMLDivElement>(null);
  const parsed = useDetails(session);
  const savedGuide = useMemo(() => parseGuide(saved), [saved]);
  const [firstSaved] = useState(saved);
  const { change, refusal } = useChange(session, fields);
  const editable = parsed.editable && !session.readOnly;

  const fieldFocus = useFieldFocus(root, onFieldFocus);
  const [visit, setVisit] = useState<Visit>();
  const [asked, setAsked] = useState<string>();
  if (focusPointer !== asked) {
    setAsked(focusPointer);
    setVisit(focusPointer === undefined ? undefined : { pointer: focusPointer });
  }

  useEffect(() => {
    if (!visit) return;
    focusAfterPopover(() => {
      if (root.current) focusField(root.current, visit.pointer);
    });
  }, [visit]);
  useEffect(() => {
    const pane = root.current;
    if (herePointer === undefined || !pane || pane.contains(document.activeElement)) return;
    const [place] = [...pane.querySelectorAll('[aria-current="location"]')].slice(-1);
    place?.scrollIntoView?.({ block: 'nearest' });
  }, [herePointer]);

  const form: FormContextValue = {
    path: session.path,
    workspaceId,
    parsed,
    saved: savedGuide,
    editable,
    savedOnce: saved !== firstSaved,
    entries,
    vocabulary,
    uses,
    images,
    diagnostics,
    change,
    apply: (edits, origin) => session.edit(edits, origin),
    visit,
    here: herePointer,
    focusAfter: (pointer) => setVisit({ pointer }),
    onOpenGuide,
    onOpenExternal,
    imageFiles,
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
      <div className="formview" ref={root} role="form" aria-label={text('form')} {...fieldFocus}>
        <ReadOnlyBanner readOnly={session.readOnly} onShowInSource={onShowInSource} />
        {refusal && (
          <Banner tone="warning">{text('refusedEdit', { reason: localized(refusal) })}</Banner>
        )}
        <div className="formscroll">
          <div className="form">
            <FormSections fields={fields} />
            <OtherFields fields={fields} />
          </div>
        </div>
      </div>
    </FormContext.Provider>
  );
}
