import './preview.css';
import { useEffect, useMemo, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SiteProfile, Vocabulary } from '#core/catalog/workspace-config';
import type { Command } from '#core/commands/command';
import { commands } from '#core/commands/commands';
import type { SiteLook } from '#core/catalog/site-look';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { OutlineEntry } from '#core/markdown/page-patch';
import type { TemplateFiles } from '#core/markdown/page-template';
import { createSearchResult } from '#core/markdown/search-result';
import { pageOutMessages } from '#core/messages/page-out';
import { previewMessages } from '#core/messages/preview';
import { afterFrame } from '../../editor/after-frame.ts';
import type { GuideSession } from '../../editor/guide-session.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import type { IconName } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { imageAddress } from './image-address.ts';
import { bodyMarks } from './page-findings.ts';
import { looksOf } from './page-looks.ts';
import { createModuleWorker, createTemplateWorker } from './module-worker.ts';
import { type PreviewWorker, startPreview } from './preview-client.ts';
import { SearchResults } from './SearchResults.tsx';
import { SocialCards } from './SocialCards.tsx';
import { PreviewBar, type PreviewBarProps } from './PreviewBar.tsx';
import { PreviewNotices } from './PreviewNotices.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { useGuidePage } from './use-guide-page.ts';
import { usePageDetails } from './use-page-details.ts';
import { usePageTemplate } from './use-page-template.ts';
import { usePageView } from './use-page-view.ts';

/** Commands that take the page out of the window. */
export type PageOutCommand = 'file.exportPdf' | 'file.print' | 'edit.copyAsHtml';

const outCommands: readonly { readonly id: PageOutCommand; readonly icon: IconName }[] = [
  { id: 'file.exportPdf', icon: 'file' },
  { id: 'file.print', icon: 'print' },
  { id: 'edit.copyAsHtml', icon: 'copy' },
];

function commandOf(id: PageOutCommand): Command {
  const found = commands.find((command) => command.id === id);
  if (!found) throw new Error(`there is no command ${id}`);
  return found;
}

/** What the preview shows and whom it tells; lines count from 0 in the whole text. */
interface PreviewProps extends Omit<PreviewBarProps, 'hasDark'> {
  readonly session: GuideSession;
  readonly workspaceId: string;
  readonly profile: SiteProfile;
  /** Site path of the static folder, such as `/static`. */
  readonly staticPath: string;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
  /** Name of the site, for search results. */
  readonly siteName: string;
  /** The level-1 heading as published; needed for search results only. */
  readonly heading: string;
  /** The looks of the site; those of the default page where `undefined`. */
  readonly look?: SiteLook | undefined;
  /** The site's page template; the default page where `undefined`. */
  readonly template?: TemplateFiles | undefined;
  /** Line at the top of the manuscript, with a fraction; `undefined` while it is not shown. */
  readonly topLine: number | undefined;
  /** How far the manuscript has come into the last stretch of its way, 0 to 1; 0 unless given. */
  readonly end?: number;
  /** Line of the caret; `undefined` while the manuscript is not shown. */
  readonly caretLine: number | undefined;
  /** The author scrolled the page: this line (with a fraction) is now at its top, `end` as above. */
  readonly onScrollToLine: (line: number, end: number) => void;
  /** The author clicked a block: its source begins at this line; in it a link to `address`, which leads nowhere. */
  readonly onPickLine: (line: number, address?: string) => void;
  /** The author clicked a footnote's text: its id in the notes, percent-encoded. */
  readonly onPickNote: (id: string) => void;
  /** `id` is that of a heading, as authors write it; `undefined` for the guide as a whole. */
  readonly onOpenGuide: (slug: string, id: string | undefined) => void;
  readonly onOpenExternal: (url: string) => void;
  /** The author chose what to do with the page. */
  readonly onOut: (what: PageOutCommand) => void;
  /** For tests; the module worker unless given. */
  readonly createWorker?: () => PreviewWorker;
}

const noOutline: readonly OutlineEntry[] = [];
const defaultLook: SiteLook = { styles: [], hasDark: true, notices: [] };

/** The page as the site will show it, following the manuscript as it is written. */
export function Preview(props: PreviewProps) {
  const { session, profile, entries, width, syncOn, topLine, caretLine, diagnostics } = props;
  const { shows, template, workspaceId, look = defaultLook, end = 0 } = props;
  const { createWorker = createModuleWorker } = props;
  const scheme = look.hasDark ? props.scheme : 'light';
  const [outline, setOutline] = useState(noOutline);
  const text = useText(previewMessages);
  const outText = useText(pageOutMessages);
  const localized = useLocalized();
  const [desk, setDesk] = useState<HTMLElement | null>(null);
  const [stale, setStale] = useState(false);
  const size = useFrameSize(desk, width);
  const details = usePageDetails(session);
  const page = useGuidePage(details, entries, props.vocabulary);
  const slugs = useMemo(() => new Set([...entries.values()].map(({ slug }) => slug)), [entries]);
  const addressOf = (path: string): string | undefined =>
    imageAddress(path, {
      workspaceId: props.workspaceId,
      guidePath: session.path,
      staticPath: props.staticPath,
    });
  const { view, frame, onLoad } = usePageView({
    imageAddress: addressOf,
    describe: (problem) => text(problem === 'too-deep' ? 'tooDeep' : 'tooLong'),
    isGuide: (slug) => slugs.has(slug),
    onLine: (line, to) => syncOn && props.onScrollToLine(line, to),
    onPick: props.onPickLine,
    onPickNote: props.onPickNote,
    onOpenGuide: props.onOpenGuide,
    onOpenExternal: props.onOpenExternal,
  });

  useEffect(() => {
    if (!view) return;
    view.toTop();
    let isShown = true;
    const stop = startPreview({
      session,
      profile,
      createWorker,
      onAnswer(answer) {
        afterFrame(() => isShown && view.apply(answer));
        const { outline: next = answer.fresh ? noOutline : undefined } = answer.patch;
        if (next) setOutline(next);
      },
      onStale: setStale,
    });
    return () => {
      isShown = false;
      stop();
    };
  }, [view, session, profile, createWorker]);
  useEffect(() => view?.setPage(page), [view, page]);
  useEffect(() => view?.setLooks(looksOf(look, workspaceId)), [view, look, workspaceId]);
  const problem = usePageTemplate({
    ...{ view, details, page, outline },
    files: template,
    path: session.path,
    siteName: props.siteName,
    createWorker: createTemplateWorker,
  });
  useEffect(
    () => view?.setMarks(bodyMarks(diagnostics, () => session.text(), localized)),
    [view, diagnostics, session, localized],
  );
  useEffect(() => view?.setCurrent(caretLine), [view, caretLine]);
  useEffect(() => {
    if (syncOn && topLine !== undefined) view?.follow(topLine, end);
    // Another guide or profile begins a new page, which stands at its top until it is told otherwise.
  }, [view, session, profile, syncOn, topLine, end]);

  return (
    <>
      <PreviewBar {...props} hasDark={look.hasDark} stale={stale}>
        <MenuButton
          label={outText('more')}
          entries={outCommands.map(({ id, icon }) => {
            const { title, ...command } = commandOf(id);
            return { id, icon, label: localized(title), keys: command.key };
          })}
          onAction={(id) => {
            const chosen = outCommands.find((command) => command.id === id);
            if (chosen) props.onOut(chosen.id);
          }}
        />
      </PreviewBar>
      {shows === 'page' && <PreviewNotices problem={problem} notices={look.notices} />}
      {shows === 'page' ? (
        <div className={`desk desk-${width}`} data-scheme={scheme} ref={setDesk}>
          <div
            className="device"
            style={{ width: size.width * size.scale, height: size.height * size.scale }}
          >
            <iframe
              ref={frame}
              title={text('frame')}
              sandbox="allow-same-origin"
              src="preview.html"
              style={{
                width: size.width,
                height: size.height,
                colorScheme: scheme,
                transform: size.scale === 1 ? 'none' : `scale(${size.scale})`,
              }}
              onLoad={onLoad}
            />
          </div>
        </div>
      ) : shows === 'search' ? (
        <SearchResults
          result={createSearchResult(details, props.heading)}
          siteName={props.siteName}
          breadcrumb={page.breadcrumb}
          imageAddress={addressOf}
        />
      ) : (
        <SocialCards
          result={createSearchResult(details, props.heading)}
          siteName={props.siteName}
          imageAddress={addressOf}
        />
      )}
    </>
  );
}
