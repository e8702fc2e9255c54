import type { OpenDocument } from '../../src-renderer/stores/documents-store.ts';

/** An open guide, saved and as on disk unless given. */
export function openDocument(values: Partial<OpenDocument> = {}): OpenDocument {
  return {
    path: 'guides/cloud_engineer.md',
    unsaved: false,
    saving: false,
    readOnly: undefined,
    disk: 'same',
    savedAt: undefined,
    saveFailure: undefined,
    ...values,
  };
}
