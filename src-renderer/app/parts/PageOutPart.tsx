import type { TemplateFiles } from '#core/markdown/page-template';
import { pageOutMessages } from '#core/messages/page-out';
import { PageOut } from '../../features/preview/PageOut.tsx';
import { demand } from '../../platform/bridge.ts';
import { showToast } from '../../stores/toast-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { folderName } from '../folder-name.ts';
import { useActiveSession } from '../sessions.ts';

interface PageOutPartProps {
  readonly kind: 'pdf' | 'print';
  readonly onClose: () => void;
}

const noVocabulary = {};

async function readTemplate(): Promise<TemplateFiles | undefined> {
  return (await demand('site.template')) ?? undefined;
}

/** The page of the guide in front on its way to paper or to a PDF. */
export function PageOutPart({ kind, onClose }: PageOutPartProps) {
  const text = useText(pageOutMessages);
  const session = useActiveSession();
  const workspace = useWorkspaceStore((state) => state.workspace);
  const entries = useWorkspaceStore((state) => state.entries);
  if (!session || !workspace) return null;
  return (
    <PageOut
      kind={kind}
      session={session}
      workspaceId={workspace.id}
      profile={workspace.config.profile}
      staticPath={workspace.config.static.path}
      entries={entries}
      vocabulary={workspace.vocabulary ?? noVocabulary}
      look={workspace.look}
      readTemplate={readTemplate}
      siteName={workspace.config.name?.ja ?? folderName(workspace.root)}
      onWritten={(name) =>
        showToast({
          id: 'pdf',
          text: text('pdfDone', { name }),
          action: {
            label: text('reveal'),
            onPress: () => void demand('page.revealPdf'),
          },
        })
      }
      onClose={onClose}
    />
  );
}
