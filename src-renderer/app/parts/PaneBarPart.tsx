import type { CommandId } from '#core/commands/commands';
import { editorMessages } from '#core/messages/editor';
import { outlineMessages } from '#core/messages/outline';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { useFormatStore } from '../format-store.ts';
import { FormatTools } from '../FormatTools.tsx';
import { closeOutline, toggleOutline } from '../outline.ts';
import { PaneBar } from '../PaneBar.tsx';

/** The bar over manuscript and form, with what can be done to the text. */
export function PaneBarPart({ run }: { readonly run: (id: CommandId) => void }) {
  const text = useText(editorMessages);
  const view = useDocumentsStore((state) => state.view);
  const readOnly = useDocumentsStore(
    ({ documents, active }) => documents.find(({ path }) => path === active)?.readOnly,
  );
  const outlineText = useText(outlineMessages);
  const outlineOpen = useLayoutStore((state) => state.outlineOpen);
  const inFocusMode = useLayoutStore((state) => state.beforeFocus !== undefined);
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
      end={
        view === 'source' ? (
          <>
            {inFocusMode && (
              <Button variant="ghost" icon="x" onPress={() => run('view.focusMode')}>
                {outlineText('focusOff')}
              </Button>
            )}
            <Button
              variant="ghost"
              icon="outline"
              expanded={outlineOpen}
              tip={outlineText('outline')}
              tipKey={keyLabel('CmdOrCtrl+Shift+O')}
              className="narrow-icon"
              label={outlineText('outline')}
              onPress={outlineOpen ? closeOutline : toggleOutline}
            >
              <span className="words">{outlineText('outline')}</span>
            </Button>
          </>
        ) : undefined
      }
      previewOpen={previewOpen}
      onTogglePreview={() => run('view.preview')}
    />
  );
}
