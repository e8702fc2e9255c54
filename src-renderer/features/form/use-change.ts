import { useMemo, useRef, useState } from 'react';
import type { DetailsEdit } from '#core/document/details-edit';
import { editDetails, smallestEdit } from '#core/document/edit-details';
import { applyEdits } from '#core/document/text-edit';
import type { Localized } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { orderAt } from '#core/schema/field-order';
import type { GuideSession } from '../../editor/guide-session.ts';

interface Emptied {
  readonly pointer: string;
  readonly before: string;
  readonly after: string;
}

/** Edits that come key by key, and so join into one undo step, as typing in the manuscript does. */
function isTyping(edit: DetailsEdit): boolean {
  return edit.kind === 'set-json' || (edit.kind === 'set' && typeof edit.value === 'string');
}

/**
 * Changes values of a guide, one minimal edit each; `refusal` is why the last one could not be made.
 * A field that was emptied and is filled again right away goes back to where it stood.
 */
export function useChange(
  session: GuideSession,
  fields: readonly FieldModel[],
): { readonly change: (edit: DetailsEdit) => boolean; readonly refusal: Localized | undefined } {
  const order = useMemo(() => orderAt(fields), [fields]);
  const emptied = useRef<Emptied>(undefined);
  const [refusal, setRefusal] = useState<Localized>();
  const change = (edit: DetailsEdit): boolean => {
    // The text may be newer than this rendering: two changes can come from one event.
    const head = session.head();
    const last = emptied.current;
    const isSet = edit.kind === 'set' || edit.kind === 'set-json';
    const refilled = isSet && last?.pointer === edit.pointer && last.after === head;
    const base = refilled ? last.before : head;
    const result = editDetails(base, edit, { orderAt: order });
    setRefusal(result.ok ? undefined : result.reason);
    if (!result.ok) return false;
    const next = applyEdits(base, result.edits);
    emptied.current =
      edit.kind === 'unset' ? { pointer: edit.pointer, before: head, after: next } : undefined;
    const edits = refilled ? smallestEdit(head, next) : result.edits;
    if (edits.length > 0) session.edit(edits, isTyping(edit) ? 'form' : 'command');
    return true;
  };
  return { change, refusal };
}
