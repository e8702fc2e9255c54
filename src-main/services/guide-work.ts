import { fileKey } from '#core/catalog/file-name';
import { duplicateGuide } from '#core/catalog/duplicate-guide';
import { createNewGuide, type ExistingGuides, type NewGuideRefusal } from '#core/catalog/new-guide';
import { typeFromGuide } from '#core/catalog/type-from-guide';
import type { GuideType } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Result } from '#core/ipc/contract';
import type { WorkspaceProcess } from '../lint-process/api.ts';
import type { WorkspaceEngine } from './workspace-engine.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** What the process of a workspace does to make guides; main writes them. */
export type GuideWork = Pick<WorkspaceProcess, 'newGuide' | 'typeOfGuide' | 'copyGuide'>;

function toFailure({ field, reason, message }: NewGuideRefusal): Result<never> {
  const code = reason === 'exists' ? 'already-exists' : 'bad-request';
  return { ok: false, failure: { code, detail: `${field}: ${message.en}` } };
}

/** Makes texts and places of new guides from what the engine knows of the folder. */
export function createGuideWork(
  { store, info, config, context }: WorkspaceEngine,
  files: Pick<WorkspaceFiles, 'read'>,
): GuideWork {
  function existing(): ExistingGuides {
    const taken = new Set(store.paths().map(fileKey));
    return {
      bySlug: (slug) => store.catalog.bySlug(slug),
      hasFile: (path) => taken.has(fileKey(path)),
    };
  }

  /** The text of a guide as the author sees it: that of the editor where it is open. */
  async function textOf(path: string): Promise<string | undefined> {
    const open = store.openText(path);
    if (open) return open.text;
    const bytes = store.has(path) ? await files.read(path) : undefined;
    const text = bytes && decodeFile(bytes);
    return text === 'not-utf8' || text === 'too-large' ? undefined : text;
  }

  async function typeOfGuide(path: string): Promise<Result<GuideType>> {
    const text = await textOf(path);
    const name = store.catalog.get(path)?.name ?? '';
    const { flavour } = config().profile;
    const type =
      text === undefined ? undefined : typeFromGuide({ path, text, name }, info().types, flavour);
    if (type) return { ok: true, value: type };
    return { ok: false, failure: { code: 'not-found', detail: 'the guide with the chapters' } };
  }

  return {
    typeOfGuide,
    async newGuide(params) {
      const { types, fields } = info();
      const known = types.find(({ id }) => id === params.type);
      const copied = params.from === undefined ? undefined : await typeOfGuide(params.from);
      if (copied && !copied.ok) return copied;
      const type = copied?.value ?? known;
      if (!type) return { ok: false, failure: { code: 'not-found', detail: params.type } };
      const made = createNewGuide(type, params, fields, existing());
      if (!made.ok) return toFailure(made);
      return { ok: true, value: { path: made.path, text: made.text } };
    },
    async copyGuide({ path, text, name, title, slug }) {
      const now = store.catalog.get(path)?.name ?? '';
      const { fields } = context().fields;
      const guide = { path, text, name: now };
      const made = duplicateGuide(guide, { name, title, slug }, fields, existing());
      if (!made.ok) return toFailure(made);
      return { ok: true, value: { path: made.path, text: made.text, asWritten: made.asWritten } };
    },
  };
}
