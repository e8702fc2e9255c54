import { randomBytes } from 'node:crypto';

/** A page of a guide as it is printed. */
export interface PrintPage {
  /** The inside of the page's `main`, built by the window from a sanitised tree. */
  readonly html: string;
  readonly title: string;
  /** Addresses of the style sheets that give it its looks, in their order. */
  readonly styles: readonly string[];
}

/** Pages that are being printed, each under an address of its own that nobody can guess. */
export interface PrintPages {
  /** Takes a page in; `path` is its place below `app://ui/`, `forget` ends that. */
  add(page: PrintPage): { readonly path: string; forget(): void };
  of(path: string): PrintPage | undefined;
}

/** Starts without pages. */
export function createPrintPages(): PrintPages {
  const pages = new Map<string, PrintPage>();
  return {
    add(page) {
      const path = `print-${randomBytes(16).toString('hex')}.html`;
      pages.set(path, page);
      return { path, forget: () => pages.delete(path) };
    },
    of: (path) => pages.get(path),
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The preview's own document with a page in it. */
export function fillPreview(preview: string, { html, title, styles }: PrintPage): string {
  const links = styles.map((address) => `<link rel="stylesheet" href="${address}" />`).join('');
  const words = title.replaceAll(/[&<>]/g, (one) => escapes[one] ?? '');
  return preview
    .replace(/<title>[^<]*<\/title>/, () => `<title>${words}</title>`)
    .replace('</head>', () => `${links}</head>`)
    .replace(/(<main id="page"[^>]*>)\s*<\/main>/, (_, open: string) => `${open}${html}</main>`);
}
