import { useEffect, useMemo, useRef, useState } from 'react';
import type { DetailsData } from '#core/document/json-data';
import type { GuidePage } from '#core/markdown/page';
import type { OutlineEntry } from '#core/markdown/page-patch';
import type { TemplateFiles, TemplateProblem } from '#core/markdown/page-template';
import { createTemplateData } from '#core/markdown/template-data';
import { usePreviewStore } from '../../stores/preview-store.ts';
import type { PageView } from './page-view.ts';
import { startTemplate, type TemplateClient, type TemplateWorker } from './template-client.ts';

/** What a template is printed with. */
interface TemplateInput {
  readonly view: PageView | undefined;
  /** `undefined` where the site has no template. */
  readonly files: TemplateFiles | undefined;
  /** Path of the guide, relative to the workspace. */
  readonly path: string;
  /** `undefined` until they were read. */
  readonly details: DetailsData | undefined;
  readonly page: GuidePage;
  readonly outline: readonly OutlineEntry[];
  readonly siteName: string;
  readonly createWorker: () => TemplateWorker;
}

/** Shows the page of a guide in the site's template; gives back why that is not the case. */
export function usePageTemplate(input: TemplateInput): TemplateProblem | undefined {
  const { view, files, path, details, page, outline, siteName, createWorker } = input;
  const [client, setClient] = useState<TemplateClient>();
  const [problem, setProblem] = useState<TemplateProblem>();
  /** The guide in front, and whether its own page has been shown. */
  const current = useRef({ path, isOwn: false });

  useEffect(() => {
    if (!view || !files) return;
    const started = startTemplate({
      files,
      createWorker,
      onPrinted(result, printed) {
        if (printed !== current.current.path) return;
        setProblem('problem' in result ? result.problem : undefined);
        // The page of another guide must not stand around this one.
        if ('root' in result) view.setTemplate(result.root);
        else if (!current.current.isOwn) view.setTemplate(undefined);
        current.current.isOwn = true;
      },
    });
    setClient(started);
    return () => {
      started.stop();
      setClient(undefined);
      setProblem(undefined);
      view.setTemplate(undefined);
    };
  }, [view, files, createWorker]);
  useEffect(() => {
    if (!client) return;
    current.current = { path, isOwn: false };
    view?.setTemplate('waiting');
  }, [client, view, path]);

  const data = useMemo(
    () => details && createTemplateData({ details, path, page, outline, siteName }),
    [details, path, page, outline, siteName],
  );
  useEffect(() => {
    if (data) client?.print(data);
  }, [client, data]);
  const found = files ? problem : undefined;
  useEffect(() => {
    usePreviewStore.setState({ isTemplateBroken: found !== undefined });
    return () => usePreviewStore.setState({ isTemplateBroken: false });
  }, [found]);
  return found;
}
