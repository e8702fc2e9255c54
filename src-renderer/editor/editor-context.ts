import { Facet } from '@codemirror/state';
import type { Flavour } from '#core/catalog/workspace-config';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { Locale } from '#core/messages/messages';
import type { Spelling } from './spelling/spelling.ts';
import { type GuideKnowledge, noKnowledge } from './guide-knowledge.ts';
import type { PastePorts } from './paste/paste-ports.ts';

/** What the manuscript needs from around it: the language in use, and where its buttons lead. */
export interface EditorContext {
  readonly locale: Locale;
  /** How the site reads Markdown; the colours go by it. */
  readonly flavour: Flavour;
  /** Whether tabs and spaces at the ends of lines are marked. */
  readonly blankMarks: boolean;
  /** The dictionaries that English words are looked up in; `undefined` checks nothing. */
  readonly spelling?: Spelling | undefined;
  /** What is known of the folder around the guide. */
  readonly knowledge: GuideKnowledge;
  /** Whether all but the paragraph of the caret is dimmed; not, unless said. */
  readonly focusMode?: boolean;
  onEditInForm(): void;
  /** Applies the first fix of a finding. */
  onFix(finding: Diagnostic): void;
  /** Opens the review of all fixes of one kind of finding. */
  onFixAll(code: string): void;
  /** Where pasted HTML and image files go; without it, plain text alone is taken. */
  readonly paste?: PastePorts;
}

const nothing: EditorContext = {
  locale: 'ja',
  flavour: 'gfm',
  blankMarks: false,
  knowledge: noKnowledge,
  onEditInForm: () => undefined,
  onFix: () => undefined,
  onFixAll: () => undefined,
};

/** The context of a manuscript; the one given last counts. */
export const editorContext = Facet.define<EditorContext, EditorContext>({
  combine: (values) => values[0] ?? nothing,
});
