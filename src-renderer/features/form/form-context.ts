import { createContext, useContext } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { DetailsEdit } from '#core/document/edit-details';
import type { ParsedGuide } from '#core/document/parse-guide';
import type { TextEdit } from '#core/document/text-edit';
import type { SiteImage } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { ImageFiles } from './image-files.ts';
import type { Uses } from './vocabulary-model.ts';

/** A request to show one value; a new object asks again for the same one. */
export interface Visit {
  readonly pointer: string;
}

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
  readonly uses: Uses;
  /** `undefined` until they have been listed. */
  readonly images: readonly SiteImage[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Changes one value; what cannot be done is told above the form, and answered with `false`. */
  readonly change: (edit: DetailsEdit) => boolean;
  /** Applies edits that were computed elsewhere. */
  readonly apply: (edits: readonly TextEdit[], origin: 'command' | 'fix') => void;
  /** A value that is being visited: whatever hides it opens (see use-visit). */
  readonly visit: Visit | undefined;
  /** The value in which the caret of the manuscript stands, if it is to be marked. */
  readonly here: string | undefined;
  /** Moves the focus to the control of a value once the change under way is drawn. */
  readonly focusAfter: (pointer: string) => void;
  readonly onOpenGuide: (path: string) => void;
  /** Opens a web or mail address outside of the window; asks first. */
  readonly onOpenExternal: (url: string) => void;
  readonly imageFiles: ImageFiles;
}

/** Reaches the fields of one form. */
export const FormContext = createContext<FormContextValue | undefined>(undefined);

/** The form that a field stands in; throws outside of one. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field outside of a form');
  return form;
}
