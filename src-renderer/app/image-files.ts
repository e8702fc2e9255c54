import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { ImageFiles } from '../features/form/image-files.ts';
import { request } from '../platform/bridge.ts';

/** What the form can do with images of the open folder; `reload` lists them anew before a new one is shown. */
export function imageFilesOf(
  served: WorkspaceConfig['static'],
  reload: () => Promise<void>,
): ImageFiles {
  return {
    static: served,
    async choose(beside) {
      const chosen = await request('images.choose', { beside });
      if (chosen.ok && chosen.value !== null) await reload();
      return chosen;
    },
    async add(name, bytes, beside) {
      const added = await request('images.add', { name, bytes, beside });
      if (!added.ok) return added;
      await reload();
      return { ok: true, value: added.value.sitePath };
    },
    reveal: (path) => void request('shell.reveal', { path }),
  };
}
