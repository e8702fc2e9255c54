import type { SiteProfile } from '#core/catalog/workspace-config';
import type { DetailsData } from '#core/document/json-data';
import type { GuidePage } from '#core/markdown/page';
import type { OutlineEntry } from '#core/markdown/page-patch';
import type { TemplateFiles } from '#core/markdown/page-template';
import { createTemplateData } from '#core/markdown/template-data';
import type { RenderProblem } from '#core/markdown/renderer';
import type { GuideSession } from '../../editor/guide-session.ts';
import { createPageFrame } from './page-frame.ts';
import { anchoredElement, linkTarget } from './page-links.ts';
import { createPageSections } from './page-sections.ts';
import { type PreviewWorker, startPreview } from './preview-client.ts';
import { printOnce, type TemplateWorker } from './template-client.ts';

/** What a page is made of, apart from its text. */
interface ComposePorts {
  readonly session: GuideSession;
  readonly profile: SiteProfile;
  readonly page: GuidePage;
  readonly imageAddress: (path: string) => string | undefined;
  readonly describe: (problem: RenderProblem) => string;
  readonly createWorker: () => PreviewWorker;
  /** The site's page template and what it prints besides the page; the default page where `undefined`. */
  readonly template?:
    | {
        readonly files: TemplateFiles;
        readonly details: DetailsData;
        readonly siteName: string;
        readonly createWorker: () => TemplateWorker;
      }
    | undefined;
  readonly signal: AbortSignal;
}

/** Attributes that only the window needs. */
const ownAttributes = ['data-line', 'data-slug'];

/** Where a link leads on paper; `undefined` for what only the app or the site can follow. */
function paperTarget(document: Document, href: string): string | undefined {
  const target = linkTarget(href, () => false);
  if (target.kind === 'external') return target.url;
  const element = target.kind === 'anchor' ? anchoredElement(document, target.id) : undefined;
  return element ? `#${element.id}` : undefined;
}

function clean(root: HTMLElement): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const target = paperTarget(root.ownerDocument, link.getAttribute('href') ?? '');
    if (target === undefined) link.removeAttribute('href');
    else link.setAttribute('href', target);
  }
  for (const name of ownAttributes) {
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}

/** A page with everything on it, and the words of its level-1 heading (empty without one). */
export interface ComposedPage {
  readonly html: string;
  readonly heading: string;
}

/**
 * The whole page of a guide as it is now, as HTML: built by the preview's own parts, whether the preview
 * is open or not, in a document that loads nothing. `undefined` where the text cannot be rendered.
 */
export function composePage(ports: ComposePorts): Promise<ComposedPage | undefined> {
  const { session, profile, page, imageAddress, describe, createWorker, signal, template } = ports;
  const document = window.document.implementation.createHTMLDocument('');
  const root = document.body;
  const context = { document, imageAddress };
  const frame = createPageFrame(root, context);
  const sections = createPageSections(frame.body, context, describe);
  frame.setPage(page);
  let outline: readonly OutlineEntry[] = [];

  /** Puts the template around the body; one that makes no page leaves the default page. */
  const intoTemplate = async (): Promise<void> => {
    if (!template) return;
    const { files, details, siteName } = template;
    const data = createTemplateData({ details, path: session.path, page, outline, siteName });
    const printed = await printOnce({ files, createWorker: template.createWorker }, data);
    if ('root' in printed) frame.setTemplate(printed.root);
  };

  return new Promise((resolve, reject) => {
    const finish = (end: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      // Not within the answer's own turn: the client is still at work there.
      queueMicrotask(stop);
      end();
    };
    const onAbort = (): void => finish(() => reject(signal.reason as Error));
    signal.addEventListener('abort', onAbort, { once: true });
    const stop = startPreview({
      session,
      profile,
      createWorker,
      onAnswer({ patch, fresh }) {
        sections.apply(patch, fresh);
        if (patch.outline) {
          outline = patch.outline;
          frame.setOutline(outline);
        }
        frame.placeOutline();
        if (!patch.done) return;
        const heading = root.querySelector('h1')?.textContent.trim() ?? '';
        void intoTemplate().then(() =>
          finish(() => {
            clean(root);
            resolve({ html: root.innerHTML, heading });
          }),
        );
      },
      onStale(stale) {
        if (stale) finish(() => resolve(undefined));
      },
    });
  });
}
