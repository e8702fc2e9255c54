import { parseGuide } from '#core/document/parse-guide';
import { rangeOf } from '#core/document/pointer';
import { pointerAt } from '#core/document/pointer-at';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { markValue } from './field-tie.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

/** JSON pointer of the field that holds the focus in the form, as its widget says. */
function focusedPointer(): string | undefined {
  const field = document.activeElement?.closest<HTMLElement>('[data-pointer]');
  return field?.dataset.pointer;
}

/** Goes to the same place in the other view: from the caret to its field, from a field to its text. */
export function switchToOtherView(showField: (pointer: string) => void): void {
  const { active, view } = useDocumentsStore.getState();
  const session = sessionOf(active);
  if (!session) return;
  const details = parseGuide(session.head());
  if (view === 'source') {
    const pointer = pointerAt(details, session.state.selection.main.head);
    if (pointer) showField(pointer);
    else useDocumentsStore.setState({ view: 'form' });
    return;
  }
  const pointer = focusedPointer();
  useDocumentsStore.setState({ view: 'source' });
  const range = pointer === undefined ? undefined : rangeOf(details, pointer);
  requestAnimationFrame(() => {
    if (range) manuscript.view?.reveal(range.from, range.to);
    else manuscript.view?.focus();
    // The form has let go of the field by now; its value stays marked until the caret leaves it.
    markValue(session, pointer);
  });
}
