import { type SiteLook, styleFolder } from '#core/catalog/site-look';
import defaultLooks from '../../preview-page.css?url&no-inline';

/** Addresses of what gives a page its looks: the site's style sheets by their names, else the default page's. */
export function looksOf(look: SiteLook | undefined, workspaceId: string): readonly string[] {
  const own = look?.styles.map((name) => `site://${workspaceId}${styleFolder}${name}.css`) ?? [];
  // The address of what was built along is relative to this page.
  return own.length > 0 ? own : [new URL(defaultLooks, window.location.href).href];
}

/** The style sheets that give a page its looks: the site's own, or the default page's. */
export interface PageLooks {
  /** Addresses of all style sheets in their order, see `looksOf`. */
  set(addresses: readonly string[]): void;
}

/** Looks of a page without any so far; `onChange` is called when new ones are in force. */
export function createPageLooks(document: Document, onChange: () => void): PageLooks {
  let links: readonly HTMLLinkElement[] = [];
  let shown = '';

  return {
    set(addresses) {
      const key = addresses.join('\n');
      if (key === shown) return;
      shown = key;
      const made = addresses.map((address) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = address;
        return link;
      });
      links = [...links, ...made];
      document.documentElement.toggleAttribute(
        'data-site-css',
        addresses.some((address) => address.startsWith('site:')),
      );
      let waiting = made.length;
      // The looks so far stay until the new ones are there, or the page would be bare for a moment.
      const done = (): void => {
        waiting -= 1;
        if (waiting > 0) return;
        // Newer looks that have been asked for meanwhile take these away with those before.
        if (key !== shown) return;
        for (const link of links) if (!made.includes(link)) link.remove();
        links = made;
        onChange();
      };
      for (const link of made) {
        link.addEventListener('load', done, { once: true });
        link.addEventListener('error', done, { once: true });
      }
      document.head.append(...made);
    },
  };
}
