import { useEffect, useState } from 'react';
import type { TemplateFiles } from '#core/markdown/page-template';
import { demand } from '../platform/bridge.ts';

/** The page template of the open folder's site; `key` differs whenever its files do, `undefined` without one. */
export function useSiteTemplate(key: string | undefined): TemplateFiles | undefined {
  const [read, setRead] = useState<{ key: string; files: TemplateFiles | undefined }>();
  useEffect(() => {
    if (key === undefined) return;
    let isWanted = true;
    void demand('site.template').then((files) => {
      if (isWanted) setRead({ key, files: files ?? undefined });
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  // While another version is read, the one before stays.
  return key === undefined ? undefined : read?.files;
}
