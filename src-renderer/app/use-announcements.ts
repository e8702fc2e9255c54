import { useEffect, useState } from 'react';
import { countBySeverity } from '#core/lint/diagnostic';
import { announcementMessages } from '#core/messages/announcements';
import { failureWords } from '#core/messages/failure-words';
import { useAnnounceStore } from '../stores/announce-store.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLocalized, useText } from '../stores/use-text.ts';
import { useFindingsOf } from './use-workspace-data.ts';

// Counts are told when typing has stopped for this long, not at every keystroke.
const PAUSE_MS = 1500;

/** What screen readers are told: politely (saved, counts) and at once (cannot save, changed outside). */
export function useAnnouncements(): { readonly polite: string; readonly assertive: string } {
  const text = useText(announcementMessages);
  const localized = useLocalized();
  const document = useDocumentsStore((state) =>
    state.documents.find(({ path }) => path === state.active),
  );
  const findings = useFindingsOf(document?.path);
  const said = useAnnounceStore((state) => state.said);
  const [polite, setPolite] = useState('');

  useEffect(() => {
    if (said !== '') setPolite(said);
  }, [said]);

  useEffect(() => {
    if (document?.savedAt !== undefined) setPolite(text('saved'));
  }, [document?.savedAt, text]);

  useEffect(() => {
    const timer = setTimeout(() => {
      const { error, warning } = countBySeverity(findings);
      setPolite(error + warning === 0 ? text('noFindings') : text('counts', { error, warning }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [findings, text]);

  if (document?.saveFailure) {
    const { what, safe, next } = failureWords(
      document.saveFailure.code,
      document.saveFailure.detail,
    );
    return { polite, assertive: [what, safe, next].map(localized).join('') };
  }
  if (document?.disk === 'changed') return { polite, assertive: text('changedOutside') };
  if (document?.disk === 'deleted') return { polite, assertive: text('deletedOutside') };
  return { polite, assertive: '' };
}
