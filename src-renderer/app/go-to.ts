import type { Diagnostic } from '#core/lint/diagnostic';
import type { SearchMatch } from '#core/text/search-excerpts';
import { detailsFoldField, foldDetails } from '../editor/details-fold.ts';
import { bodyStart } from '../editor/details-guard.ts';
import { openFindingCard } from '../editor/finding-card.ts';
import { findingsAt, nextFinding, presentFinding } from '../editor/findings.ts';
import { openSpellingCard } from '../editor/spelling/spelling-card.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

/** Shows the place of a finding in the view that is open: its field in the form, else its text. */
export function goToFinding(finding: Diagnostic, showField: (pointer: string) => void): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  // The list may be a moment older than the text.
  const { from, to, pointer } = (session && presentFinding(session.state, finding)) ?? finding;
  if (useDocumentsStore.getState().view === 'form' && pointer) {
    showField(pointer);
    return;
  }
  useDocumentsStore.setState({ view: 'source' });
  // The manuscript must be on the page before it can scroll.
  requestAnimationFrame(() => manuscript.view?.reveal(from, to));
}

/** Moves to the next or previous finding of the active guide. */
export function stepFinding(direction: 1 | -1, showField: (pointer: string) => void): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const { state } = session;
  const { from, to, head, empty } = state.selection.main;
  // Below folded details the caret is at the top of the guide: theirs come first.
  const isAtTop = empty && state.field(detailsFoldField).folded && head <= bodyStart(state);
  const last = isAtTop ? -1 : Math.max(from, head);
  const finding = nextFinding(state, direction === 1 ? last : from, direction);
  if (!finding) return;
  if (finding.from === from && finding.to === to) return;
  goToFinding(finding, showField);
  if (useDocumentsStore.getState().view === 'form') {
    session.dispatch({ selection: { anchor: finding.from, head: finding.to } });
  }
}

/** Opens the card of the finding at the caret, or of the word there that is in no dictionary. */
export function showCardAtCaret(): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const { state } = session;
  const { head } = state.selection.main;
  // A word that is in no dictionary is told of where nothing graver is.
  const spelling = findingsAt(state, head).length > 0 ? undefined : openSpellingCard(state, head);
  session.dispatch(spelling ?? openFindingCard(head));
}

/** Folds the guide details in the manuscript, or opens them. */
export function foldDetailsInManuscript(folded: boolean): void {
  sessionOf(useDocumentsStore.getState().active)?.dispatch({
    effects: foldDetails.of(folded),
    ...(folded ? { selection: { anchor: 0 } } : {}),
  });
}

/** Selects the hit of a search in the guide in front. */
export function goToHit({ from, to, hit }: SearchMatch): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  useDocumentsStore.setState({ view: 'source' });
  // The text may have changed since it was searched: then the same words nearest to the place count.
  const isThere = hit.endsWith('…') || session.slice(from, to) === hit;
  const place = isThere ? from : nearestPlace(session.text(), hit, from);
  requestAnimationFrame(() =>
    manuscript.view?.reveal(place ?? from, place === undefined ? from : place + to - from),
  );
}

function nearestPlace(text: string, word: string, near: number): number | undefined {
  const places = [text.lastIndexOf(word, near), text.indexOf(word, near)].filter((at) => at !== -1);
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}
