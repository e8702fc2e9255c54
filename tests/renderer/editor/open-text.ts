import type { EditorContext } from '../../../src-renderer/editor/editor-context.ts';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { openSession, type OpenSession } from '../../../src-renderer/editor/open-session.ts';

/** Surroundings of a manuscript whose buttons lead nowhere. */
export const noContext: EditorContext = {
  locale: 'ja',
  flavour: 'gfm-cjk',
  blankMarks: true,
  knowledge: noKnowledge,
  onEditInForm: () => undefined,
  onFix: () => undefined,
  onFixAll: () => undefined,
};

/** A guide opened from the text of its file. */
export function openText(text: string): OpenSession {
  return openSession({ path: 'a.md', text, bom: false, hash: 'h' }, noContext);
}
