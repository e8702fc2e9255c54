import { createContext, useContext } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { DetailsEdit } from '#core/document/edit-details';
import type { ParsedGuide } from '#core/document/parse-guide';
import type { TextEdit } from '#core/document/text-edit';
import type { SiteImage } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';

/** What every field of the form needs to know and can do. */
export interface FormContextValue {
  readonly path: string;
  readonly workspaceId: string;
  readonly parsed: ParsedGuide;
  readonly saved: ParsedGuide;
  /** Fields can be changed; otherwise they are shown only. */
  readonly editable: boolean;
  /** The guide has been saved since the form was opened: empty fields are told from then on. */
  readonly savedOnce: boolean;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  readonly vocabulary: Vocabulary;
  readonly images: readonly SiteImage[];
  readonly diagnostics: readonly Diagnostic[];
  /** Changes one value; what cannot be done is told above the form. */
  readonly change: (edit: DetailsEdit) => void;
  /** Applies edits that were computed elsewhere. */
  readonly apply: (edits: readonly TextEdit[], origin: 'form' | 'fix') => void;
  readonly onOpenGuide: (path: string) => void;
  readonly onChooseImage: () => Promise<string | null>;
}

/** Reaches the fields of one form. */
export const FormContext = createContext<FormContextValue | undefined>(undefined);

/** The form that a field stands in; throws outside of one. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field outside of a form');
  return form;
}
