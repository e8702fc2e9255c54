import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType } from '#core/catalog/workspace-config';
import { NewGuideDialog, type NewGuideDraft } from '../../features/new-guide/NewGuideDialog.tsx';
import { request } from '../../platform/bridge.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { openGuide } from '../guide-actions.ts';
import { createGuide } from '../guide-file-actions.ts';

/** What was typed when the dialog was left for a similar guide, with the folder it was typed for. */
let kept: { readonly workspace: string | undefined; readonly draft: NewGuideDraft } | undefined;

async function typeOf(path: string): Promise<GuideType | undefined> {
  const result = await request('guide.typeOf', { path });
  return result.ok ? result.value : undefined;
}

interface NewGuidePartProps {
  readonly entries: readonly GuideEntry[];
  readonly onClose: () => void;
}

/** The dialog for a new guide. */
export function NewGuidePart({ entries, onClose }: NewGuidePartProps) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const finish = (draft?: NewGuideDraft): void => {
    kept = draft && { workspace: workspace?.id, draft };
    onClose();
  };
  return (
    <NewGuideDialog
      types={workspace?.types ?? []}
      entries={entries}
      fields={workspace?.fields ?? []}
      vocabulary={workspace?.vocabulary ?? {}}
      draft={kept?.workspace === workspace?.id ? kept?.draft : undefined}
      typeOf={typeOf}
      onCreate={async (answers) => {
        const refusal = await createGuide(answers);
        if (refusal === undefined) finish();
        return refusal;
      }}
      onOpen={(path, draft) => {
        finish(draft);
        void openGuide(path, currentEditorContext());
      }}
      onClose={() => finish()}
    />
  );
}
