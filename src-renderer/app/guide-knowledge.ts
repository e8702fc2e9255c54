import type { Result } from '#core/ipc/contract';
import type { GuideKnowledge } from '../editor/guide-knowledge.ts';
import { request } from '../platform/bridge.ts';
import { entryByKey, keyOf, useWorkspaceStore } from '../stores/workspace-store.ts';

/** How long an answer counts as new, in milliseconds; an older one is given at once and asked for again. */
const FRESH_MS = 3000;

/** Keeps the answer to a request that is asked at every key, for the folder that is open. */
function kept<Value>(request: () => Promise<Result<Value>>, none: Value): () => Promise<Value> {
  let folder: string | undefined;
  let askedAt = 0;
  let latest: Promise<Value> = (async () => none)();
  const ask = async (before: Value): Promise<Value> => {
    const answer = await request();
    return answer.ok ? answer.value : before;
  };
  return () => {
    const { workspace } = useWorkspaceStore.getState();
    const now = performance.now();
    if (workspace === undefined) return latest;
    if (workspace.id !== folder) {
      folder = workspace.id;
      askedAt = now;
      latest = ask(none);
      return latest;
    }
    const known = latest;
    if (now - askedAt > FRESH_MS) {
      askedAt = now;
      void known.then((value) => {
        const asked = ask(value);
        // Until the new answer is there, the old one is given.
        void asked.then(() => {
          if (workspace.id === folder) latest = asked;
        });
      });
    }
    return known;
  };
}

/** What the manuscripts of this window know of the folder. */
export const windowKnowledge: Omit<GuideKnowledge, 'goTo'> = {
  entries: () => useWorkspaceStore.getState().entries,
  fields: () => useWorkspaceStore.getState().workspace?.fields ?? [],
  vocabulary: () => useWorkspaceStore.getState().workspace?.vocabulary ?? {},
  types: () => useWorkspaceStore.getState().workspace?.types ?? [],
  keyOf,
  guideNamed: (field, value) => entryByKey(useWorkspaceStore.getState().entries, field, value),
  staticPath: () => useWorkspaceStore.getState().workspace?.config.static.path ?? '/static',
  images: kept(() => request('images.list'), []),
  uses: kept(() => request('vocabulary.uses'), {}),
  async headingsOf(path) {
    const answer = await request('guide.headings', { path });
    return answer.ok ? answer.value : [];
  },
  imageAddress(sitePath) {
    const { workspace } = useWorkspaceStore.getState();
    const path = sitePath.split('/').map(encodeURIComponent).join('/');
    return workspace && `site://${workspace.id}${path}`;
  },
};
