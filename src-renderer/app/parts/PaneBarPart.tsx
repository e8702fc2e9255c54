import type { CommandId } from '#core/commands/commands';
import { editorMessages } from '#core/messages/editor';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useFormatStore } from '../format-store.ts';
import { FormatTools } from '../FormatTools.tsx';
import { PaneBar } from '../PaneBar.tsx';

/** The bar over manuscript and form, with what can be done to the text. */
export function PaneBarPart({ run }: { readonly run: (id: CommandId) => void }) {
  const text = useText(editorMessages);
  const view = useDocumentsStore((state) => state.view);
  const readOnly = useDocumentsStore(
    ({ documents, active }) => documents.find(({ path }) => path === active)?.readOnly,
  );
  const previewOpen = useLayoutStore((state) => state.previewOpen);
  const active = useFormatStore((state) => state.active);
  return (
    <PaneBar
      view={view}
      onView={(next) => run(next === 'source' ? 'view.source' : 'view.form')}
      tools={
        view === 'source' ? (
          <FormatTools
            run={run}
            active={active}
            disabledReason={readOnly === undefined ? undefined : text('readOnly')}
          />
        ) : undefined
      }
      previewOpen={previewOpen}
      onTogglePreview={() => run('view.preview')}
    />
  );
}
