import './page-out.css';
import { useEffect, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SiteProfile, Vocabulary } from '#core/catalog/workspace-config';
import type { SiteLook } from '#core/catalog/site-look';
import type { TemplateFiles } from '#core/markdown/page-template';
import type { Failure } from '#core/ipc/contract';
import { createGuidePage, readPageDetails } from '#core/markdown/page';
import { createSearchResult } from '#core/markdown/search-result';
import { failureText } from '#core/messages/failure-words';
import { pageOutMessages } from '#core/messages/page-out';
import { previewMessages } from '#core/messages/preview';
import type { GuideSession } from '../../editor/guide-session.ts';
import { request } from '../../platform/bridge.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { composePage } from './compose-page.ts';
import { imageAddress } from './image-address.ts';
import type { PreviewWorker } from './preview-client.ts';
import { createModuleWorker, createTemplateWorker } from './module-worker.ts';
import { looksOf } from './page-looks.ts';

/** Work that takes less is not spoken of, in milliseconds. */
const quietMs = 1000;

interface PageOutProps {
  readonly kind: 'pdf' | 'print';
  readonly session: GuideSession;
  readonly workspaceId: string;
  readonly profile: SiteProfile;
  /** Site path of the static folder, such as `/static`. */
  readonly staticPath: string;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  readonly vocabulary: Vocabulary;
  readonly look: SiteLook | undefined;
  /** Reads the site's page template; `undefined` where there is none. */
  readonly readTemplate: () => Promise<TemplateFiles | undefined>;
  readonly siteName: string;
  /** The PDF is written under this name. */
  readonly onWritten: (name: string) => void;
  /** Nothing is left to do or to say. */
  readonly onClose: () => void;
  /** For tests; the module worker unless given. */
  readonly createWorker?: () => PreviewWorker;
}

type Stage = 'quiet' | 'busy' | { readonly failure: Failure | 'not-made' };

/** Prints the page of a guide, or writes it as PDF; says so only where it takes long or does not work. */
export function PageOut(props: PageOutProps) {
  const { kind, onClose } = props;
  const text = useText(pageOutMessages);
  const describe = useText(previewMessages);
  const localized = useLocalized();
  const [stage, setStage] = useState<Stage>('quiet');
  const latest = useRef(props);
  const stop = useRef<() => void>(onClose);

  useEffect(() => {
    const { session, profile, workspaceId, staticPath, entries, vocabulary } = latest.current;
    const { look, readTemplate, siteName, createWorker = createModuleWorker } = latest.current;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const run = async (): Promise<void> => {
      if (kind === 'pdf') {
        const chosen = await request('page.choosePdf', { path: session.path });
        if (signal.aborted) return;
        if (!chosen.ok) return setStage({ failure: chosen.failure });
        if (!chosen.value) return latest.current.onClose();
      }
      timer = setTimeout(() => setStage('busy'), quietMs);
      const details = readPageDetails(session.head()) ?? {};
      const files = await readTemplate();
      if (signal.aborted) return;
      const composed = await composePage({
        session,
        profile,
        page: createGuidePage(details, entries.values(), vocabulary),
        imageAddress: (path) =>
          imageAddress(path, { workspaceId, guidePath: session.path, staticPath }),
        describe: (problem) => describe(problem === 'too-deep' ? 'tooDeep' : 'tooLong'),
        createWorker,
        template: files && { files, details, siteName, createWorker: createTemplateWorker },
        signal,
      });
      if (composed === undefined) return setStage({ failure: 'not-made' });
      const title = createSearchResult(details, composed.heading).title.slice(0, 1000);
      const sent = kind === 'pdf' ? 'page.exportPdf' : 'page.print';
      const styles = looksOf(look, workspaceId);
      const result = await request(sent, { html: composed.html, title, styles });
      if (signal.aborted) return;
      if (!result.ok) return setStage({ failure: result.failure });
      if (typeof result.value === 'object') latest.current.onWritten(result.value.name);
      latest.current.onClose();
    };

    stop.current = () => {
      controller.abort();
      void request('page.cancel');
      latest.current.onClose();
    };
    run()
      .catch(() => {
        if (!signal.aborted) setStage({ failure: 'not-made' });
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, describe]);

  if (stage === 'quiet') return null;
  const title = text(kind === 'pdf' ? 'pdfTitle' : 'printTitle');
  const busy = stage === 'busy';
  const end = (): void => (busy ? stop.current() : onClose());
  return (
    <Dialog
      title={title}
      size="small"
      closeLabel={text(busy ? 'stop' : 'close')}
      onClose={end}
      footer={
        <>
          <span className="grow" />
          <Button size="big" onPress={end}>
            {text(busy ? 'stop' : 'close')}
          </Button>
        </>
      }
    >
      <div className="pageout">
        {busy ? (
          <>
            <p role="status">{text(kind === 'pdf' ? 'makingPdf' : 'preparing')}</p>
            <span className="pageout-bar" role="progressbar" aria-label={title} />
          </>
        ) : (
          <p role="alert">
            {stage.failure === 'not-made'
              ? text('notMade')
              : localized(failureText(stage.failure.code, stage.failure.detail))}
          </p>
        )}
      </div>
    </Dialog>
  );
}
