import type { GuideEntry } from '#core/catalog/guide-entry';
import { guideListMessages } from '#core/messages/guide-list';
import { type Locale, translate } from '#core/messages/messages';
import { keysOf } from './guide-list-model.ts';

/** What the list knows of an open guide beyond its entry. */
export interface RowState {
  readonly unsaved: boolean;
  readonly disk: 'same' | 'changed' | 'deleted';
}

/** State of a guide that is not open. */
export const closedState: RowState = { unsaved: false, disk: 'same' };

/** The second line of a row; `prefix` names the field that the filter hit where it is not the title. */
export interface SecondLine {
  readonly prefix: string;
  readonly text: string;
  readonly conflict: boolean;
}

/** The second line: a conflict first, then the tag or URL name that the filter hit, else the title. */
export function secondLine(
  entry: GuideEntry,
  state: RowState,
  words: readonly string[],
  locale: Locale,
): SecondLine {
  const text = (key: Parameters<typeof translate<keyof (typeof guideListMessages)['ja']>>[2]) =>
    translate(guideListMessages, locale, key);
  if (state.disk === 'changed') return { prefix: '', text: text('changedOnDisk'), conflict: true };
  if (state.disk === 'deleted') return { prefix: '', text: text('deletedOnDisk'), conflict: true };
  if (entry.siteState === 'conflict') {
    return { prefix: '', text: text('conflict'), conflict: true };
  }
  const keys = keysOf(entry);
  const hidden = words.find((word) => !keys.name.includes(word) && !keys.title.includes(word));
  if (hidden !== undefined) {
    const tag = keys.tags.findIndex((key) => key.includes(hidden));
    if (tag >= 0) return { prefix: text('hitTag'), text: entry.tags[tag] ?? '', conflict: false };
    if (keys.slug.includes(hidden)) {
      return { prefix: text('hitSlug'), text: entry.slug, conflict: false };
    }
    return { prefix: '', text: entry.path, conflict: false };
  }
  return { prefix: '', text: entry.title === '' ? entry.path : entry.title, conflict: false };
}

/** A row in words, as a screen reader says it: name, title, state, findings. */
export function rowLabel(entry: GuideEntry, state: RowState, locale: Locale): string {
  const parts = [entry.name];
  if (entry.title !== '') parts.push(entry.title);
  const say = (key: keyof (typeof guideListMessages)['ja'], count = 0) =>
    parts.push(translate(guideListMessages, locale, key, { count }));
  if (state.disk === 'changed') say('stateChangedOnDisk');
  if (state.disk === 'deleted') say('stateDeleted');
  if (entry.siteState === 'conflict') say('stateConflict');
  if (entry.siteState === 'changed') say('stateChanged');
  if (entry.siteState === 'new') say('stateNew');
  if (state.unsaved) say('stateUnsaved');
  const { error, warning, hint } = entry.counts;
  if (error > 0) say('countError', error);
  if (warning > 0) say('countWarning', warning);
  if (hint > 0 && error === 0 && warning === 0) say('countHint', hint);
  return parts.join(locale === 'ja' ? '、' : ', ');
}
