import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportTarget, WorkspaceConfig } from '#core/catalog/workspace-config';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { ExportSource } from '../../../src-main/services/export-source.ts';

interface Details {
  readonly related?: readonly string[];
  readonly images?: readonly string[];
  readonly error?: string;
}

/** The text of a guide that the source below understands. */
export function guideText(slug: string, body: string, details: Details = {}): string {
  return `---json\n${JSON.stringify({ slug, ...details }, null, 2)}\n---\n# ${slug}\n${body}`;
}

const baseConfig: WorkspaceConfig = {
  guides: ['**/*.md'],
  static: { folder: 'static', path: '/static' },
  profile: { flavour: 'gfm' },
  prose: false,
  rules: {},
  targets: [],
};

/** The workspace behind the port, read straight from disk; a guide with `error` has that finding. */
export function sourceOf(root: string, target?: ExportTarget): ExportSource {
  const config = { ...baseConfig, targets: target ? [target] : [] };
  const detailsOf = (bytes: Uint8Array): Details & { slug: string } =>
    JSON.parse(
      /^\ufeff?---json\n([\s\S]*?)\n---\n/.exec(Buffer.from(bytes).toString())?.[1] ?? '{}',
    );
  return {
    root,
    config: () => config,
    guides: () => {
      const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
      return Promise.resolve(
        paths
          .filter((path) => path.endsWith('.md'))
          .map((path) => ({ path, name: path, title: '', slug: '' })),
      );
    },
    read: (path) => readFile(join(root, path)).catch(() => undefined),
    check: (_path, bytes) => {
      const { slug, related = [], images = [], error } = detailsOf(bytes);
      const message = { ja: error ?? '', en: error ?? '' };
      const finding: Diagnostic = {
        code: 'x',
        severity: 'error',
        from: 0,
        to: 1,
        message,
        pointer: '/x',
      };
      const diagnostics = error === undefined ? [] : [finding];
      return Promise.resolve({ slug, relations: related, images, diagnostics });
    },
  };
}
