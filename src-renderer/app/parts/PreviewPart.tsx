import type { SiteProfile, Vocabulary } from '#core/catalog/workspace-config';
import type { CommandId } from '#core/commands/commands';
import { plainTitle } from '#core/markdown/plain-title';
import { Preview } from '../../features/preview/Preview.tsx';
import { demand } from '../../platform/bridge.ts';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { entryByKey, useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { goToNamed } from '../go-to-named.ts';
import { goToNote, goToPicked } from '../go-to-source.ts';
import { openGuide } from '../guide-actions.ts';
import { manuscript } from '../manuscript.ts';
import { folderName } from '../folder-name.ts';
import { useHeadings } from '../use-headings.ts';
import { useSiteTemplate } from '../use-site-template.ts';
import { useScrollStore } from '../scroll-store.ts';
import { useActiveSession } from '../sessions.ts';
import { useFindingsOf } from '../use-workspace-data.ts';

const defaultProfile: SiteProfile = { flavour: 'gfm-cjk' };
const noVocabulary: Vocabulary = {};

function openSlug(slug: string, id: string | undefined): void {
  const path = entryByKey(useWorkspaceStore.getState().entries, 'slug', slug)?.path;
  if (path === undefined) return;
  const context = currentEditorContext();
  if (id === undefined) void openGuide(path, context);
  else goToNamed({ kind: 'guide', field: 'slug', name: slug, path, id, from: 0, to: 0 }, context);
}

function scrollManuscript(topLine: number, end: number): void {
  manuscript.view?.scrollToLine(topLine, end);
  // It does not tell what was not the author's; without this, going back to where it was told last would
  // be no news for the page.
  useScrollStore.setState({ topLine, end });
}

/** The page of the guide in front, as the site will show it. */
export function PreviewPart({ run }: { readonly run: (id: CommandId) => void }) {
  const active = useDocumentsStore((state) => state.active);
  const view = useDocumentsStore((state) => state.view);
  const caretLine = useDocumentsStore((state) => state.caret.line - 1);
  const workspace = useWorkspaceStore((state) => state.workspace);
  const entries = useWorkspaceStore((state) => state.entries);
  const width = useLayoutStore((state) => state.previewWidth);
  const scheme = useLayoutStore((state) => state.previewScheme);
  const template = useSiteTemplate(workspace?.look?.template);
  const shows = useLayoutStore((state) => state.previewShows);
  const { topLine, end, syncOn } = useScrollStore();
  const diagnostics = useFindingsOf(active);
  const session = useActiveSession();
  const headings = useHeadings(shows === 'page' ? undefined : session);
  if (!session || !workspace) return null;
  const inSource = view === 'source';
  return (
    <Preview
      session={session}
      workspaceId={workspace.id}
      profile={workspace.config.profile ?? defaultProfile}
      staticPath={workspace.config.static.path}
      entries={entries}
      vocabulary={workspace.vocabulary ?? noVocabulary}
      diagnostics={diagnostics}
      shows={shows}
      onShows={(previewShows) => useLayoutStore.setState({ previewShows })}
      siteName={workspace.config.name?.ja ?? folderName(workspace.root)}
      heading={plainTitle(headings.find(({ level }) => level === 1)?.text ?? '')}
      width={width}
      onWidth={(previewWidth) => useLayoutStore.setState({ previewWidth })}
      look={workspace.look}
      template={template}
      scheme={scheme}
      onScheme={(previewScheme) => useLayoutStore.setState({ previewScheme })}
      syncOn={syncOn}
      onSync={(on) => useScrollStore.setState({ syncOn: on })}
      topLine={inSource ? topLine : undefined}
      end={end}
      caretLine={inSource ? caretLine : undefined}
      onScrollToLine={(line, to) => inSource && scrollManuscript(line, to)}
      onPickLine={goToPicked}
      onPickNote={goToNote}
      onOpenGuide={openSlug}
      onOut={run}
      onOpenExternal={(url) => void demand('shell.openExternal', { url })}
    />
  );
}
